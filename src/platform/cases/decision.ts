/** Decisions: what a pure rule answers when a person or the program wants to act on a case. */
import type { Day, Instant } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';
import type { EntryDraft } from '../journal/entry.ts';
import type { CaseStatus, ClockEventKind } from './tables.ts';

/** What an act changes in the case's list row. Left out means unchanged, null means emptied. */
export interface CaseChange {
  readonly status?: CaseStatus;
  readonly outcome?: string | null;
  readonly step?: string | null;
  readonly step_role?: string | null;
  readonly waiting?: string | null;
  readonly flags?: readonly string[];
  readonly receiving_unit?: string;
  readonly competent_unit?: string;
  readonly returning_unit?: string;
  readonly holding_unit?: string | null;
  readonly assignee_id?: string | null;
  readonly definition_id?: string;
  readonly term?: string;
  readonly received_at?: Instant;
  readonly promised_at?: Instant;
  readonly step_due_at?: Instant | null;
  readonly answer_due_at?: Instant | null;
  readonly closed_at?: Instant | null;
  readonly title?: string;
  readonly person_name?: string;
  readonly search?: string;
}

export interface ClockEventDraft {
  readonly kind: ClockEventKind;
  readonly at: Instant;
  readonly reason?: string;
  readonly term?: string;
  readonly until?: Instant;
}

/** A row of the owning system's schema, written in the same act. Times as ISO text. */
export type RowChange =
  | { readonly table: string; readonly op: 'insert'; readonly values: Record<string, Json> }
  | {
      readonly table: string;
      readonly op: 'update';
      readonly key: Record<string, Json>;
      readonly values: Record<string, Json>;
      readonly version?: number;
    }
  | { readonly table: string; readonly op: 'delete'; readonly key: Record<string, Json> };

/** A row that the decision has read and that must not have moved when it is written. Its table has `id` and `version`. */
export interface Guard {
  readonly table: string;
  readonly id: string;
  readonly version: number;
}

/** Stands in an entry's body for the number that its act takes when it is written. */
export const NUMBER_TO_TAKE = '{{number}}';

export interface Decision {
  readonly kind: 'decision';
  readonly change: CaseChange;
  readonly clock: readonly ClockEventDraft[];
  /** The due time is reckoned again though no clock event happened: the calendar has changed. */
  readonly reckonsAgain?: boolean;
  /** Timers to set (an instant) or to clear (null), by kind. */
  readonly timers: { readonly [kind: string]: Instant | null };
  readonly entries: readonly EntryDraft[];
  readonly rows: readonly RowChange[];
  readonly guards: readonly Guard[];
  /** The series from which the act takes its number, and the day on which that began. */
  readonly number?: { readonly series: string; readonly from: Day };
  /** What a repeat of the same command is answered with. */
  readonly answer: { readonly [key: string]: Json };
}

/** A broken rule, with a stable code that both languages have a sentence for, and the values that fill it. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: string;
  readonly values: { readonly [key: string]: string | number };
}

export const refuse = (code: string, values: Refusal['values'] = {}): Refusal => ({ kind: 'refusal', code, values });

type DecisionParts = Partial<Omit<Decision, 'kind' | 'entries'>> & Pick<Decision, 'entries'>;

export const decision = (parts: DecisionParts): Decision => ({
  kind: 'decision',
  change: {},
  clock: [],
  timers: {},
  rows: [],
  guards: [],
  answer: {},
  ...parts,
});
