/** Measures: what a system lets indicators count, as it declares it in its manifest. */
import type { Day, Instant } from '../calendar/instant.ts';
import type { Values, Variables } from '../conditions/subject.ts';
import type { Db } from '../db/database.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { ReadEntry } from '../journal/entry.ts';
import type { CountedUnit } from '../organisation/counted-units.ts';
import type { Platform } from '../system/platform.ts';

/** Something that is counted once: a dossier that ended, a rating, a finding. */
export interface Fact {
  /** Names it within its measure; a later fact of the same subject takes its place. */
  readonly subject: string;
  /** What it is called in a list: a dossier's code. */
  readonly label: string;
  readonly at: Instant;
  /** Null where it belongs to no unit: then only those who see the whole province see it. */
  readonly unit: string | null;
  /** Left out, the area of the unit. */
  readonly area?: string | null;
  readonly simulated?: boolean;
  /** By the measure's variables. What is not known is left out: a condition that needs it is undecided, and the fact is counted as unknown. */
  readonly values: Values;
}

/** A fact, what a later act adds to its values (nothing where the fact is not there), or that it is none any more. */
export type FactChange =
  | Fact
  | { readonly subject: string; readonly adds: Values }
  | { readonly subject: string; readonly withdrawn: true };

interface Described {
  readonly title: LocalText;
  /** The page of one fact, for officers; none where there is no such page. */
  readonly hrefOf?: (fact: { readonly subject: string; readonly label: string }) => string;
}

/** Counted from the journal, entry by entry in the order of positions. */
export interface JournalMeasure extends Described {
  readonly kind: 'journal';
  readonly variables: Variables;
  readonly entries: readonly string[];
  /** Pure: the same entries give the same facts, today or in a rebuild. */
  readonly factsOf: (entry: ReadEntry) => readonly FactChange[];
}

/** Counted from rows that the system makes of the journal anyway: it tells the facts with `writeFacts` in the same transaction. */
export interface ToldMeasure extends Described {
  readonly kind: 'told';
  readonly variables: Variables;
  /** The subscriber that tells: what it has not read is not counted yet. */
  readonly subscriber: string;
  /** All facts again, some at a time, in an order of its own. */
  readonly tell: (
    db: Db,
    asked: { readonly after: string | undefined; readonly limit: number },
  ) => Promise<{ readonly facts: readonly Fact[]; readonly next: string | undefined }>;
}

/** Things in force rather than acts: what there is on a day. */
export interface SnapshotMeasure extends Described {
  readonly kind: 'snapshot';
  readonly variables: Variables;
  readonly list: (db: Db, day: Day) => Promise<readonly Thing[]>;
}

export type Thing = Pick<Fact, 'subject' | 'label' | 'values'>;

/** Figures that a system reckons itself, by their keys; a definition names them instead of writing conditions. */
export interface FigureMeasure<Tables = unknown> extends Described {
  readonly kind: 'figures';
  readonly subscriber: string;
  /** The figures there are, with the pack that defines them. */
  readonly figures: (packFolder: string) => ReadonlyMap<string, LocalText>;
  /** By the line of the unit, then by key. */
  readonly count: (
    platform: Platform<Tables>,
    asked: FigureSpan & { readonly keys: readonly string[] },
  ) => Promise<{ readonly lines: ReadonlyMap<string, Readonly<Record<string, number>>>; readonly simulated: boolean }>;
  /** What one of the keys counts, newest first. */
  readonly list: (
    platform: Platform<Tables>,
    asked: FigureSpan & { readonly keys: readonly string[]; readonly after?: string; readonly limit: number },
  ) => Promise<{ readonly rows: readonly ListedFact[]; readonly next: string | undefined }>;
}

export interface FigureSpan {
  readonly from: Instant;
  /** The first instant after it. */
  readonly to: Instant;
  readonly units: readonly CountedUnit[];
}

export interface ListedFact {
  readonly subject: string;
  readonly label: string;
  readonly at: Instant | null;
  readonly unit: string | null;
}

/** With facts of its own in the tables of this engine. */
export type FactMeasure = JournalMeasure | ToldMeasure;

export type MeasureSpec<Tables = unknown> = FactMeasure | SnapshotMeasure | FigureMeasure<Tables>;
