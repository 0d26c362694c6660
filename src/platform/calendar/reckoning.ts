/** Reckoning: from a receipt, a term and pauses to the due time. Pure; the one implementation that every due time comes from. */
import { rowAt } from './calendar-version.ts';
import { addDays, addMonths, type Day, dayOf, daysBetween, type Instant, instantAt } from './instant.ts';
import type { Term } from './term.ts';
import {
  addWorkingMilliseconds,
  closingOf,
  isWorkingDay,
  isWorkingTime,
  MINUTE,
  nextOpening,
  nextWorkingDay,
  type Office,
  openingOf,
  type Span,
  WORKING_DAY,
  workingMilliseconds,
} from './working-time.ts';

/** Time that does not count. Without `to` it is still open. */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant;
}

/** More time by decision: a further term that begins where the one before ends, or a new due time set at an instant. */
export type Extension = { readonly by: Term } | { readonly at: Instant; readonly until: Instant };

export interface DueInput extends Office {
  readonly receivedAt: Instant;
  readonly term: Term;
  /** In any order; they may overlap. */
  readonly pauses?: readonly Pause[];
  /** In the order decided. */
  readonly extensions?: readonly Extension[];
  /** False for a sub-deadline, which starts at entry or at the next opening whatever the hour of receipt. */
  readonly lateRule?: boolean;
  /** An open pause is reckoned as if it ended now; left out, as if it had already ended: the earliest the due time can be. */
  readonly asOf?: Instant;
}

/** When the clock starts, and why that is not the moment of receipt. */
export interface Start {
  readonly at: Instant;
  readonly moved?: 'late' | 'outside-hours' | 'rest-day';
}

/** One term, or one decision of a new date, from its beginning to its end. */
export interface Stretch {
  readonly from: Instant;
  readonly due: Instant;
  /** What it was asked to last; left out when a decision named the end. */
  readonly term?: Term;
  /** The end a decision named, before later pauses moved it. */
  readonly until?: Instant;
  /** Of a term in days or months: the day it ends on by counting alone, */
  readonly countedEnd?: Day;
  /** and after pauses, before it is moved to a day that counts. */
  readonly lastDay?: Day;
  /** The day whose closing found the last pause still running, for which the end moved on once more. */
  readonly pausedAtClosing?: Day;
  /** The pauses that moved its end, cut at its beginning. */
  readonly pauses: readonly Span[];
}

export interface Reckoning {
  readonly start: Start;
  readonly due: Instant;
  readonly stretches: readonly [Stretch, ...Stretch[]];
  /** All pauses, merged and in order, open ones closed as `asOf` says. */
  readonly pauses: readonly Span[];
  readonly openSince?: Instant;
}

export function reckon(input: DueInput): Reckoning {
  const start = startOf(input);
  const pauses = mergePauses(input);
  let stretches: [Stretch, ...Stretch[]] = [reckonTerm(input, start.at, input.term, pauses)];
  for (const extension of input.extensions ?? []) {
    if ('until' in extension) {
      stretches = [reckonUntil(input, extension, pauses)];
    } else {
      const { due } = stretches.at(-1) as Stretch;
      const later = pauses.filter((pause) => pause.from >= due);
      stretches.push(reckonTerm(input, due, extension.by, later));
    }
  }
  const openSince = input.pauses?.find((pause) => pause.to === undefined)?.from;
  return { start, due: (stretches.at(-1) as Stretch).due, stretches, pauses, openSince };
}

/** NĐ 61/2018/NĐ-CP Đ.18: what is received after 15:00 goes on at the start of the next working day. At 15:00 exactly it is not after. */
function startOf(input: DueInput): Start {
  const { receivedAt, calendar, lateRule = true } = input;
  const day = dayOf(receivedAt);
  const works = isWorkingDay(input, day);
  const { after } = rowAt(calendar.lateReceipt, day);
  if (lateRule && works && after !== null && receivedAt > instantAt(day, after)) {
    return { at: openingOf(input, nextWorkingDay(input, addDays(day, 1))), moved: 'late' };
  }
  if (isWorkingTime(input, receivedAt)) return { at: receivedAt };
  return { at: nextOpening(input, receivedAt), moved: works ? 'outside-hours' : 'rest-day' };
}

/** In order, without empty ones, and as one where they overlap or touch: time that stands still twice stands still once. */
function mergePauses({ pauses = [], asOf }: DueInput): Span[] {
  const spans = pauses
    .map(({ from, to = Math.max(from, asOf ?? from) as Instant }) => ({ from, to }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) as Instant };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

function reckonTerm(office: Office, from: Instant, term: Term, pauses: readonly Span[]): Stretch {
  const { count, unit } = term;
  if (unit === 'wd' || unit === 'h') {
    const budget = count === 0 ? untilClosing(office, from) : count * (unit === 'wd' ? WORKING_DAY : 60 * MINUTE);
    return { ...countWorkingTime(office, from, budget, pauses), term };
  }
  const day = dayOf(from);
  const end = unit === 'd' ? addDays(day, count) : addMonths(day, count);
  return { ...countDays(office, from, end, pauses), term, countedEnd: end };
}

const reckonUntil = (
  office: Office,
  { at, until }: { at: Instant; until: Instant },
  pauses: readonly Span[],
): Stretch => ({
  ...countWorkingTime(office, at, workingMilliseconds(office, at, until), pauses),
  until,
});

const untilClosing = (office: Office, from: Instant): number =>
  workingMilliseconds(office, from, closingOf(office, dayOf(from)));

/** Uses up working time from `from` on, standing still inside pauses. A pause that begins once all is used up comes too late to move anything. */
function countWorkingTime(office: Office, from: Instant, budget: number, pauses: readonly Span[]): Stretch {
  const used: Span[] = [];
  let at = from;
  let left = budget;
  for (const pause of pauses) {
    if (pause.to <= at) continue;
    const run = workingMilliseconds(office, at, pause.from);
    if (left <= run) break;
    used.push({ from: Math.max(at, pause.from) as Instant, to: pause.to });
    left -= run;
    at = pause.to;
  }
  return { from, due: addWorkingMilliseconds(office, at, left), pauses: used };
}

/**
 * Moves the last day later by the days each pause touches, the first not counted, then to a day that counts
 * (Bộ luật Dân sự 2015 Đ.148 k.5). A pause that begins after the last day, while its end is carried over a rest
 * day, moves it from there, and one that still runs at the closing of the day it ends on moves it to the next day that
 * counts: no term ends inside a pause.
 */
function countDays(office: Office, from: Instant, end: Day, pauses: readonly Span[]): Stretch {
  const used: Span[] = [];
  let lastDay = end;
  let pausedAtClosing: Day | undefined;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    if (pause.from >= dueOn(office, lastDay)) break;
    const begin = Math.max(from, pause.from) as Instant;
    used.push({ from: begin, to: pause.to });
    const first = dayOf(begin);
    lastDay = addDays(first > lastDay ? first : lastDay, pausedDays(begin, pause.to));
    const due = dueOn(office, lastDay);
    if (due >= pause.to) continue;
    pausedAtClosing = dayOf(due);
    lastDay = addDays(pausedAtClosing, 1);
  }
  return { from, due: dueOn(office, lastDay), lastDay, pausedAtClosing, pauses: used };
}

const dueOn = (office: Office, lastDay: Day): Instant => closingOf(office, nextWorkingDay(office, lastDay));

/** The calendar days a pause touches, the first not counted. A pause that ends at midnight does not touch the day that begins then. */
export function pausedDays(from: Instant, to: Instant): number {
  return daysBetween(dayOf(from), dayOf((to - 1) as Instant));
}
