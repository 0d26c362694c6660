/** Order (thứ tự gọi): which of those who wait is called next. Pure: the same line, hour and rule give the same answer. */
import type { Instant } from '../../platform/calendar/instant.ts';

export interface Waiting {
  readonly id: string;
  readonly group: string;
  readonly isPriority: boolean;
  /** The hour of the appointment; null without one. */
  readonly appointmentAt: Instant | null;
  /** Its place among its like: when the number was taken, or when the person came back. */
  readonly rankAt: Instant;
  /** Sent to this place by another one; null: anyone who does its group. */
  readonly forPlace: string | null;
}

export interface CallingPlace {
  readonly id: string;
  readonly groups: readonly string[];
  /** How many it has called ahead of others, one after another. */
  readonly run: number;
}

export interface OrderRule {
  readonly most_in_a_row: number;
}

/** Has a right to go first: a ground of priority, or an appointment whose hour has come. */
export const goesFirst = (one: Pick<Waiting, 'isPriority' | 'appointmentAt'>, at: Instant): boolean =>
  one.isPriority || (one.appointmentAt !== null && one.appointmentAt <= at);

export const canServe = (place: Pick<CallingPlace, 'id' | 'groups'>, one: Waiting): boolean =>
  one.forPlace === null ? place.groups.includes(one.group) : one.forPlace === place.id;

/** Those with a right first, each kind by time; but when `most_in_a_row` of them were called in a row and others wait, one of the others. */
export function lineUp(
  waiting: readonly Waiting[],
  place: CallingPlace,
  { rule, at }: { readonly rule: OrderRule; readonly at: Instant },
): Waiting[] {
  const mine = waiting.filter((one) => canServe(place, one)).toSorted(byTime);
  const first = mine.filter((one) => goesFirst(one, at));
  const others = mine.filter((one) => !goesFirst(one, at));
  const line: Waiting[] = [];
  let { run } = place;
  while (first.length > 0 || others.length > 0) {
    const isTurnOfOthers = first.length === 0 || (others.length > 0 && run >= rule.most_in_a_row);
    line.push((isTurnOfOthers ? others : first).shift() as Waiting);
    run = isTurnOfOthers ? 0 : run + 1;
  }
  return line;
}

/** The run of a place after it has called. */
export const runAfter = (run: number, called: Waiting, at: Instant): number =>
  goesFirst(called, at) ? Math.min(run + 1, 1000) : 0;

/** Two that came in the same millisecond keep one order everywhere: ids are made in order of time. */
const byTime = (one: Waiting, other: Waiting): number => one.rankAt - other.rankAt || (one.id < other.id ? -1 : 1);
