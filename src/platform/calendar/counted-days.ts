/** The lines of an explanation that go through the days of a term in working time: what each counts, which are off and why. */
import type { LocalText } from '../i18n/local-text.ts';
import { dayNature } from './calendar-version.ts';
import type { DueStep } from './due-step.ts';
import { say } from './due-texts.ts';
import { addDays, type Day, dayOf, type Instant, instantAt } from './instant.ts';
import { type Office, type Span, WORKING_DAY, workingMilliseconds } from './working-time.ts';

/** More counted days than this are told in runs, without their weekends. */
const MOST_SINGLE_DAYS = 10;

interface Counted {
  readonly from: Instant;
  readonly to: Instant;
  /** The spans in which the clock ran; none while it has not started. */
  readonly counted: readonly Span[];
  readonly inDays: boolean;
  /** Told after the line of the day they begin on. */
  readonly pauses?: readonly DueStep[];
}

interface Line {
  readonly from: Day;
  readonly to: Day;
  /** Working milliseconds that count; 0 for days off. */
  readonly ms: number;
  readonly whole: boolean;
  readonly why?: LocalText;
  readonly steps: readonly DueStep[];
}

export function* countedLines(office: Office, counted: Counted): Generator<DueStep> {
  const lines = linesOf(office, counted);
  const inRuns = lines.filter((line) => line.ms > 0).length > MOST_SINGLE_DAYS;
  let left = lines.reduce((sum, line) => sum + line.ms, 0);
  for (const { from, to, ms, why, steps } of mergeLines(lines, inRuns)) {
    left -= ms;
    if (ms > 0) yield { code: 'counted', text: say('countedTime', from, to, ms, left, counted.inDays, why) };
    else if (why) yield { code: 'day-off', text: say('dayOff', from, to, why) };
    yield* steps;
  }
}

function linesOf(office: Office, { from, to, counted, pauses = [] }: Counted): Line[] {
  const lines: Line[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
    const { works, special } = dayNature(office.calendar, day);
    const ms = counted.reduce((sum, span) => sum + workingOn(office, day, span), 0);
    const steps = pauses.filter((pause) => pause.at !== undefined && dayOf(pause.at) === day);
    const isOff = !works && (counted.length === 0 || counted.some((span) => touches(span, day)));
    const why = isOff
      ? (special?.title ?? say('weeklyRest'))
      : special?.kind === 'swapped-working'
        ? special.title
        : undefined;
    if (ms > 0 || isOff || steps.length > 0) {
      lines.push({ from: day, to: day, ms, whole: ms === WORKING_DAY, why, steps });
    }
  }
  return lines;
}

function workingOn(office: Office, day: Day, span: Span): number {
  const from = Math.max(span.from, instantAt(day, 0)) as Instant;
  const to = Math.min(span.to, instantAt(day, 1440)) as Instant;
  return from < to ? workingMilliseconds(office, from, to) : 0;
}

const touches = (span: Span, day: Day): boolean => span.from < instantAt(day, 1440) && instantAt(day, 0) < span.to;

/** Days off for one reason are one line; in runs, so are whole working days, whose weekends go without saying. */
function mergeLines(lines: readonly Line[], inRuns: boolean): Line[] {
  const merged: Line[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    const isWeekend = line.ms === 0 && line.why?.vi === say('weeklyRest').vi && line.steps.length === 0;
    if (inRuns && isWeekend) continue;
    const joins = line.ms === 0 || (inRuns && line.whole && last?.whole);
    if (last && joins && last.steps.length === 0 && last.ms > 0 === line.ms > 0 && last.why?.vi === line.why?.vi) {
      merged[merged.length - 1] = { ...last, to: line.to, ms: last.ms + line.ms, steps: line.steps };
    } else {
      merged.push(line);
    }
  }
  return merged;
}
