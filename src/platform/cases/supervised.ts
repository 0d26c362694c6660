/** Supervised kinds (loại vụ việc được giám sát): what a rule of supervision may speak of, as the system that owns the kind declares it. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Variable } from '../conditions/subject.ts';
import type { Db } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { ReadEntry } from '../journal/entry.ts';
import type { CaseState } from './act.ts';
import type { Decision } from './decision.ts';
import type { LegalClock } from './legal-clock.ts';
import type { Row } from './rebuild-case.ts';

/** The case as the verb has read it, and the moment; `decision` is the act, absent when the clock alone makes the rule look. */
export interface SupervisedLook<State extends CaseState> {
  readonly state: State;
  readonly at: Instant;
  readonly legal: LegalClock;
  readonly decision?: Decision;
}

/** A value that rules may read: its type and name, and how it is had. Reckoned only where an active rule reads it. Pure. */
export type SupervisedField<State extends CaseState> = Variable & {
  readonly of: (look: SupervisedLook<State>) => unknown;
};

export interface Candidate {
  readonly caseId: string;
  /** The moment that has come: with rule and case it names what is found once. */
  readonly at: Instant;
}

export interface MomentWindow {
  readonly from: Instant;
  readonly to: Instant;
  readonly changedSince: Instant;
  readonly after?: Candidate | undefined;
  readonly limit: number;
}

/** For `having` or `where`: what comes behind the last one of the page before. */
export const isBehind = (
  after: Candidate | undefined,
  { at, id }: { readonly at: RawBuilder<unknown>; readonly id: RawBuilder<unknown> },
): RawBuilder<unknown> =>
  after ? sql`(${at}, ${id}) > (${isoOf(after.at)}::timestamptz, ${after.caseId}::uuid)` : sql`true`;

/** Moments that a rule about silence may wait for: `due`, `answer-due`. */
export interface SupervisedMoment<Tables> {
  readonly title: LocalText;
  /** Cases whose moment lies after `from` and not after `to`, oldest first, then by id, at most `limit`; those touched since `changedSince` whose moment is not after `to`, too. `after`: the last one of the page before. */
  readonly candidates: (db: Db<Tables>, window: MomentWindow) => Promise<readonly Candidate[]>;
}

/** What another system knows of a case: values that need a look at its own tables, and moments of its own; for rules about silence alone. */
export interface SupervisedFacts<Tables = unknown> {
  readonly label: LocalText;
  readonly fields: Readonly<Record<string, Variable>>;
  readonly read: (
    db: QueryExecutorProvider,
    caseIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  readonly moments: Readonly<Record<string, SupervisedMoment<Tables>>>;
  /** What was known of these cases at any moment of their past, where the system keeps when each thing happened: for trying a rule on a period. */
  readonly readPast: (db: QueryExecutorProvider, caseIds: readonly string[]) => Promise<ReadonlyMap<string, PastFacts>>;
}

export interface PastFacts {
  readonly at: (time: Instant) => Readonly<Record<string, unknown>>;
  /** By the name of the moment. */
  readonly moments: Readonly<Record<string, readonly PastMoment[]>>;
}

export interface PastMoment {
  /** When it came. */
  readonly at: Instant;
  /** Until when it waited; null: to this day. */
  readonly until: Instant | null;
  /** From when on it was a candidate, where that may be later; acts on the case make it one again. */
  readonly since?: Instant;
}

/** Rows of a case as its acts have made them: by table, then by what names the row. */
export type ReplayedRows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** What the journal says of a case beside its rows, up to the moment. */
export interface ReplayedBeside {
  /** In their order. */
  readonly entries: () => readonly ReadEntry[];
  /** The newest text of this name; undefined where none was written. */
  readonly text: (name: string) => Json | undefined;
}

/** The state of a case at any moment of its past, from the journal alone: for trying a rule on a period. */
export interface SupervisedReplay<Tables, State extends CaseState, Known = unknown> {
  /** Paths of values that the journal does not give, each with why: never guessed, a rule that needs one is undecided. */
  readonly unknown: Readonly<Record<string, Required<LocalText>>>;
  /** Names of texts that some values rest on, and those values, each with why: as unknown where a text has been erased. */
  readonly texts: { readonly names: readonly string[]; readonly values: SupervisedReplay<Tables, State>['unknown'] };
  /** What cases are pinned to, read once. */
  readonly know: (db: Db<Tables>) => Promise<Known>;
  /** Pure. Undefined where the rows are no case of this kind. */
  readonly state: (id: string, rows: ReplayedRows, known: Known, beside: ReplayedBeside) => State | undefined;
  /** Moments that follow from the state; one that is left out can't be replayed. */
  readonly moments: Readonly<Record<string, (state: State, legal: LegalClock) => Instant | undefined>>;
}

export interface SupervisedKind<Tables = unknown, State extends CaseState = CaseState> {
  readonly title: LocalText;
  /** By group and name: `dossier.due_at`. */
  readonly groups: Readonly<
    Record<string, { readonly label: LocalText; readonly fields: Readonly<Record<string, SupervisedField<State>>> }>
  >;
  /** Names of what stands in the bodies of its entries: `total`, `components`. */
  readonly bodyLabels: Readonly<Record<string, LocalText>>;
  /** Entries of its system that no act on a case writes: those that open one, when there is no state to look at yet, and those about something else. No rule may wait for them. */
  readonly unwatched: readonly string[];
  readonly moments: Readonly<Record<string, SupervisedMoment<Tables>>>;
  /** Whom a finding names. Units and accounts by id. */
  readonly responsible: (state: State) => {
    readonly code: string;
    readonly unit: string | null;
    readonly procedure: string | null;
    readonly holdingUnit: string | null;
    readonly assignee: string | null;
    readonly simulated: boolean;
  };
  /** Names of what `responsible` calls the procedure, by code, where it has any. */
  readonly nameProcedures?: (db: Db<Tables>, codes: readonly string[]) => Promise<ReadonlyMap<string, LocalText>>;
  /** By moment: the unit that owes what was to be done by then, where that is not whoever holds the case. */
  readonly owes?: Readonly<Record<string, (look: SupervisedLook<State>, moment: Instant) => string | undefined>>;
  /** Without it rules about this kind can't be tried on the past. */
  readonly replay?: SupervisedReplay<Tables, State>;
  /** For rules about silence: the whole state, whoever asks. */
  readonly load: (db: Db<Tables>, caseId: string) => Promise<State | undefined>;
}

/** Kinds differ in their state; the one cast that lets them stand in one list is here. */
export const supervisedKind = <Tables, State extends CaseState>(
  kind: SupervisedKind<Tables, State>,
): SupervisedKind<Tables> => kind as unknown as SupervisedKind<Tables>;
