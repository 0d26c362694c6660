/** Dated settings (thiết lập theo ngày): what an administrator drafts, compares, publishes from a day by a decision, and takes back. */
import { createHash } from 'node:crypto';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { type Json, sortedJson } from '../db/json.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Fault } from '../pack/fault.ts';

/** One thing that differs between two versions, in words. Null: it was, or will be, not there. */
export interface Difference {
  /** Stable, for the journal: `2026-12-24`, `late-receipt 2027-01-01`. */
  readonly key: string;
  readonly what: Required<LocalText>;
  readonly before: Required<LocalText> | null;
  readonly after: Required<LocalText> | null;
}

/** What a kind of setting knows of itself. Pure. */
export interface Setting<Body> {
  readonly name: string;
  readonly compare: (before: Body, after: Body) => Difference[];
  /** What is wrong with a body that is to come after another from a day on. */
  readonly check: (body: Body, before: Body, from: Day) => Fault[];
  /** An older body as it can come back into force on a day; left out, as it was. */
  readonly comeBack?: (older: Body, present: Body, from: Day) => Body;
  /** What the first version is compared with, of a setting that somebody makes anew. Without it the pack has brought the first. */
  readonly blank?: Body;
  /** Why a sound body may not come into force yet: what others must have done before. */
  readonly objections?: (db: Db, wanted: WantedBody<Body>) => Promise<Fault[]>;
}

export interface WantedBody<Body> {
  readonly body: Body;
  readonly digest: string;
  /** Number of the version it is to follow. */
  readonly last: number;
}

/** The same body has the same digest, whatever the order of its members. */
export const digestOfBody = (body: unknown): string =>
  createHash('sha256')
    .update(sortedJson(body as Json))
    .digest('hex');
