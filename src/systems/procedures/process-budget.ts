/** Process budgets: working minutes that the steps of an internal process take together, against the term they must fill. */
import type { Term } from '../../platform/calendar/term.ts';
import type { Process, Step } from './process-definition.ts';
import { longestPath } from './process-graph.ts';

/** 07:00-11:30 and 13:30-17:00: eight working hours (NĐ 61/2018 practice: one working day is 8 hours). */
const DAY_MINUTES = 480;

/** Working minutes a term gives. `exact`: the steps must fill it; else they may only stay within it. */
export interface TermBudget {
  readonly minutes: number;
  readonly exact: boolean;
}

/**
 * `3wd` is 1440 minutes, `8h` 480. A same-day term (`0wd`) leaves at most one day. Terms in calendar days or months leave
 * the working days that any such span holds at least (weekends only; holidays move the due time, not the plan).
 */
export function budgetOfTerm(term: Term): TermBudget {
  const { count, unit } = term;
  if (unit === 'wd')
    return count === 0 ? { minutes: DAY_MINUTES, exact: false } : { minutes: count * DAY_MINUTES, exact: true };
  if (unit === 'h') return { minutes: count * 60, exact: true };
  const days = unit === 'm' ? count * 28 : count;
  return { minutes: workingDaysWithin(days) * DAY_MINUTES, exact: false };
}

/** Minutes of one step in one case of the procedure; undefined for a step that runs beside the term. */
export function budgetOfStep(step: Step, caseKey?: string): number | undefined {
  const text = (caseKey === undefined ? undefined : step.budgets?.[caseKey]) ?? step.budget;
  if (text === undefined) return undefined;
  return Number.parseInt(text, 10) * (text.endsWith('min') ? 1 : 60);
}

/** Along the longest way through the process. */
export const minutesOfProcess = (process: Process, caseKey?: string): number =>
  longestPath(process, (step) => budgetOfStep(step, caseKey) ?? 0).minutes;

function workingDaysWithin(days: number): number {
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.max(0, (days % 7) - 2);
}
