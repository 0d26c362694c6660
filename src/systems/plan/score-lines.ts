/** Lines of the scoreboard: the score of the plan in the words and lengths that the page draws. */
import { addMonths, type Day } from '../../platform/calendar/instant.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import type { Locale } from '../../platform/i18n/texts.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import type { ScoreGroup, ScoreLine } from '../../platform/web/components/scoreboard/scoreboard.tsx';
import type { StatusShare } from '../../platform/web/components/scoreboard/status-strip.tsx';
import type { TargetStatus } from '../../platform/web/components/tag/status-chip.tsx';
import { DONE } from './amount.ts';
import { amountWithUnit, partsText, planTexts, shortfallText, targetText } from './plan-words.ts';
import type { Score } from './read-score.ts';
import type { MeasureScore, TargetScore } from './score/score-target.ts';
import type { Point } from './score/trajectory.ts';

export const STATUSES: readonly TargetStatus[] = ['met', 'on-track', 'at-risk', 'late', 'no-data'];

/** What a reader asks to see: all, what needs care, or those due in a year. */
export type ScoreFilter = 'all' | 'care' | number;

export const isShown = ({ target, status }: TargetScore, filter: ScoreFilter): boolean =>
  filter === 'all' || (filter === 'care' ? status === 'at-risk' || status === 'late' : target.year === filter);

export function scoreGroups(
  { plan, targets }: Score,
  { filter, path, today, locale }: ScoreView,
): readonly ScoreGroup[] {
  return plan.groups
    .map(({ key, name }) => ({
      key,
      title: inLanguage(name, locale).text,
      lines: targets
        .filter((one) => one.target.group === key && isShown(one, filter))
        .map((one) => lineOf(one, { path, today, locale })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

export interface ScoreView {
  readonly filter: ScoreFilter;
  /** Of the pages of single targets: `/de-an/chi-tieu`. */
  readonly path: string;
  readonly today: Day;
  readonly locale: Locale;
}

export const sharesOf = ({ targets }: Pick<Score, 'targets'>): readonly StatusShare[] =>
  STATUSES.map((status) => ({ status, count: targets.filter((one) => one.status === status).length }));

function lineOf(score: TargetScore, { path, today, locale }: Omit<ScoreView, 'filter'>): ScoreLine {
  const { target, lead, deadline, status } = score;
  const { measure, actual, forecast } = lead;
  const bar = barOf(lead);
  const shortfall = shortfallText(lead, locale);
  return {
    code: target.id,
    name: inLanguage(target.name, locale).text,
    href: `${path}/${target.id}`,
    ...(actual ? { value: amountWithUnit(actual.amount, measure, locale) } : {}),
    parts: partsOf(lead, locale),
    target: score.measures.map((one) => targetText(one.measure, locale)),
    due: dayText(deadline, locale),
    ...(bar ? { bar } : {}),
    trend: monthsOf(lead.actuals, today).map(({ amount }) => amount),
    ...(forecast.kind === 'value' ? { forecast: amountWithUnit(forecast.amount, measure, locale) } : {}),
    ...(shortfall === undefined ? {} : { shortfall }),
    status,
  };
}

/** What it is a share of, or why there is no figure. */
function partsOf({ measure, actual, parts }: MeasureScore, locale: Locale): string {
  const words = planTexts(locale);
  const known = actual ?? parts;
  if (known) return partsText(known, measure, locale);
  return measure.counter ? words.noBase : words.noActual;
}

/** A rank has no length. */
function barOf({ measure, actual, trajectory }: MeasureScore): ScoreLine['bar'] {
  if (measure.kind === 'rank') return undefined;
  const { amount: target } = trajectory.target;
  const whole = measure.kind === 'percent' ? 100 * DONE : Math.max(target, actual?.amount ?? 0) || 1;
  const part = (amount: number): number => Math.round(Math.min(1, amount / whole) * 1000);
  return { filled: part(actual?.amount ?? 0), tick: part(target) };
}

export interface MonthValue {
  /** `2026-11`. */
  readonly month: string;
  /** The last value that speaks of a day of the month. */
  readonly amount: number | null;
}

/** The twelve months to the one that runs. */
export function monthsOf(actuals: readonly Point[], today: Day): readonly MonthValue[] {
  return Array.from({ length: 12 }, (_, back) => {
    const month = addMonths(`${today.slice(0, 7)}-01`, back - 11).slice(0, 7);
    return { month, amount: actuals.findLast(({ day }) => day.startsWith(month))?.amount ?? null };
  });
}
