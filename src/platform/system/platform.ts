/** The platform as one object: what `app.ts` composes once and hands to every route, verb, subscriber and job. */
import type { KeyObject } from 'node:crypto';
import type { CalendarVersion } from '../calendar/calendar-version.ts';
import type { Clock } from '../calendar/instant.ts';
import type { ActEnvironment } from '../cases/act.ts';
import type { CaseChanges } from '../cases/case-changes.ts';
import type { Config } from '../config/config.ts';
import type { Db } from '../db/database.ts';
import type { PushKeys } from '../notifications/push-keys.ts';
import type { NotifyingRules } from '../notifications/rules.ts';
import type { AssetManifest } from '../web/assets.ts';
import type { Site } from '../web/frame.tsx';
import type { Retention } from './read-retention.ts';
import type { Registry } from './registry.ts';

export type Mode = 'demo' | 'production' | 'bench';

export interface Platform<Tables = unknown> {
  readonly config: Config;
  readonly mode: Mode;
  readonly db: Db<Tables>;
  readonly clock: Clock;
  /** What verbs act with: database, clock, watchers and the legal clock. */
  readonly acting: ActEnvironment<Tables>;
  /** What others do to cases, as pages that stand open are told of it. */
  readonly caseChanges: CaseChanges;
  /** The calendar in force, as this process knows it. */
  readonly calendar: () => CalendarVersion;
  /** Looks whether another calendar has come into force; the worker does each second, whoever reckons many times before it begins. Answers whether there was one. */
  readonly renewCalendar: () => Promise<boolean>;
  readonly registry: Registry;
  readonly assets: AssetManifest;
  readonly site: Site;
  /** How long the province keeps what it need not keep for ever. */
  readonly retention: Retention;
  /** When notifications are sent, and which of them wait. */
  readonly notifying: NotifyingRules;
  /** Keys of web push; undefined where it is not set up. */
  readonly push?: PushKeys;
  /** Signs form tokens and short-lived cookies. */
  readonly secret: KeyObject;
}
