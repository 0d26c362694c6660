/** Systems: each declares itself in one typed object; `systems.ts` lists them, and every cross-cutting page asks the registry. */
import type { TSchema } from 'typebox';
import type { Json } from '../db/json.ts';
import type { Route } from '../http/route.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { MeasureSpec } from '../indicators/measure.ts';
import type { Watcher } from '../cases/act.ts';
import type { RecordedTable } from '../cases/effect.ts';
import type { SupervisedFacts, SupervisedKind } from '../cases/supervised.ts';
import type { Subscriber } from '../journal/subscribers.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Place, SiteLink } from '../web/frame.tsx';
import type { LayerSpec, SignalSpec, TileSpec } from './contributions.ts';
import type { ReadBesideCase, ReadBesideOwnCase } from './beside-case.ts';
import type { BarCount } from './bar-count.ts';
import type { Platform } from './platform.ts';

export interface PermissionSpec {
  readonly title: LocalText;
  /** Roles whose positions give it, until the administrator says otherwise. */
  readonly roles: readonly string[];
}

/** A refusal's sentence, filled with its values in braces, and the rule it rests on. */
export interface RefusalSpec {
  readonly text: LocalText;
  readonly basis?: string;
  /** The basis is from memory: shown with "to be confirmed". */
  readonly confirm?: boolean;
}

/** A versioned contract of an entry's body. Old bytes are never rewritten, so every version ever written stays listed. */
export interface EntrySpec {
  readonly title: LocalText;
  readonly versions: readonly {
    readonly version: number;
    readonly body: TSchema;
    readonly sample: { readonly [key: string]: Json };
  }[];
}

/** Fired by `fireDueTimers(now)` when a case's timer is due: an act of the program. Answers when to look again, where it was too early. */
export type TimerHandler<Tables> = (
  platform: Platform<Tables>,
  due: { readonly caseId: string; readonly kind: string; readonly at: Instant },
) => Promise<Instant | undefined>;

/** Work outside the database: network calls, mail, big files. Retried by the job engine. */
export type JobHandler<Tables> = (platform: Platform<Tables>, payload: Json) => Promise<void>;

/** A part of the nightly upkeep: an engine or a system throws away what has had its time, or puts right what was left, and counts it. Safe to run twice. */
export interface UpkeepTask<Tables = unknown> {
  readonly title: LocalText;
  /** What it counts, in words that stand after the number. */
  readonly counts: Readonly<Record<string, LocalText>>;
  readonly run: (platform: Platform<Tables>) => Promise<Readonly<Record<string, number>>>;
}

export interface SystemManifest<Tables = unknown> {
  /** Folder name. Its schema is the same with underscores. */
  readonly id: string;
  readonly title: LocalText;
  /** Systems whose `index.ts` or `events.ts` it imports. */
  readonly uses: readonly string[];
  readonly permissions?: Readonly<Record<string, PermissionSpec>>;
  readonly entries?: Readonly<Record<string, EntrySpec>>;
  readonly refusals?: Readonly<Record<string, RefusalSpec>>;
  readonly routes?: readonly Route<Tables>[];
  readonly subscribers?: (platform: Platform<Tables>) => readonly Subscriber[];
  /** Made once per process, when the platform stands. */
  readonly watchers?: (platform: Platform<Tables>) => readonly Watcher[];
  /** Kinds of case of its own, as rules of supervision may speak of them. */
  readonly supervised?: Readonly<Record<string, SupervisedKind<Tables>>>;
  /** What it knows of another system's kind of case, by `kind.group`. */
  readonly supervisedFacts?: Readonly<Record<string, SupervisedFacts<Tables>>>;
  /** What it shows on the page of a case of another system, by kind. */
  readonly besideCase?: Readonly<Record<string, ReadBesideCase<Tables>>>;
  /** What it offers people on the page of their own case of another system, by kind. */
  readonly besideOwnCase?: Readonly<Record<string, ReadBesideOwnCase<Tables>>>;
  /** What it counts for an officer in the bar. */
  readonly barCount?: BarCount<Tables>;
  readonly timers?: Readonly<Record<string, TimerHandler<Tables>>>;
  readonly jobs?: Readonly<Record<string, JobHandler<Tables>>>;
  /** Jobs that come by the clock, as cron lines in UTC; the job engine sees to it that only one process adds each. */
  readonly schedules?: Readonly<Record<string, string>>;
  readonly upkeep?: Readonly<Record<string, UpkeepTask<Tables>>>;
  /** What indicators may count of it, by name: `feedback.ratings`. */
  readonly measures?: Readonly<Record<string, MeasureSpec<Tables>>>;
  /** Its tables whose rows of a case are made by acts alone, so that the journal can give them again. */
  readonly recorded?: Readonly<Record<string, RecordedTable>>;
  /** Loads its part of the province pack; idempotent. */
  readonly load?: (platform: Platform<Tables>, packFolder: string) => Promise<void>;
  /** Pages it wants linked: from the citizen's header and footer, and for officers as places of daily work (`desk`), of looking things up (`books`) or of keeping the office. */
  readonly links?: Readonly<
    Partial<
      Record<'menu' | 'services' | 'policies', readonly SiteLink[]> &
        Record<'desk' | 'books' | 'office', readonly Place[]>
    >
  >;
  /** What it adds to the screens of an operations centre; signals by the type of its own entries that they are read from. */
  readonly tiles?: Readonly<Record<string, TileSpec<Tables>>>;
  readonly layers?: Readonly<Record<string, LayerSpec<Tables>>>;
  readonly signals?: Readonly<Record<string, SignalSpec>>;
  /** Has files of migrations in its folder. */
  readonly migrates?: boolean;
}

/** Kysely handles are invariant in their tables, so the one cast that lets different systems stand in one list is here. */
export const defineSystem = <Tables>(manifest: SystemManifest<Tables>): SystemManifest =>
  manifest as unknown as SystemManifest;
