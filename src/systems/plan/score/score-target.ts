/** Score of a target: each of its measures judged, and the one that speaks for it. Pure. */
import { type Day, daysBetween } from '../../../platform/calendar/instant.ts';
import type { TargetStatus } from '../../../platform/web/components/tag/status-chip.tsx';
import { DONE, readAmount } from '../amount.ts';
import { deadlineOf, type Measure, type StatusRule, type Target } from '../definition.ts';
import type { PlanValue } from '../values.ts';
import { type Forecast, forecastAt } from './forecast.ts';
import { type Judged, judge } from './status.ts';
import type { Point, Trajectory } from './trajectory.ts';

/** What a measure has reached, and who says so. */
export interface Actual extends Point {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly from: 'entered' | 'indicator' | 'counter';
  /** Beside the share: how many of the denominator nobody knows about. */
  readonly unknown?: number;
  readonly value?: PlanValue;
  /** Of an entered counter. */
  readonly document?: string;
}

/** Entered and approved, or what the plan itself says. */
export interface Baseline extends Point {
  readonly from: 'entered' | 'plan';
}

export interface MeasureScore {
  readonly measure: Measure;
  readonly actual: Actual | undefined;
  /** Known now, even where there is no value. */
  readonly parts?: Parts;
  /** Every value in force, by day. */
  readonly actuals: readonly Actual[];
  readonly baseline: Baseline | undefined;
  readonly points: readonly PlanValue[];
  readonly trajectory: Trajectory;
  readonly forecast: Forecast;
  readonly judged: Judged;
  readonly isStale: boolean;
}

export interface TargetScore {
  readonly target: Target;
  readonly deadline: Day;
  readonly measures: readonly MeasureScore[];
  /** The measure that stands best: reaching one is enough. */
  readonly lead: MeasureScore;
  readonly status: TargetStatus;
}

export interface Known {
  /** In force, of this target, by day. */
  readonly values: readonly PlanValue[];
  /** By key of a measure: what the program reads itself. */
  readonly read: ReadonlyMap<string, ReadMeasure>;
}

export interface Parts {
  readonly numerator: number;
  readonly denominator: number;
  /** How many of the denominator nobody knows about. */
  readonly unknown: number;
}

/** Parts that are known even where they make no share yet, and values, which come before what is entered for the same day. */
export interface ReadMeasure extends Partial<Parts> {
  readonly actuals: readonly Actual[];
}

const BEST_FIRST: readonly TargetStatus[] = ['met', 'on-track', 'at-risk', 'late', 'no-data'];

export function scoreTarget(
  target: Target,
  known: Known,
  { rule, today }: { readonly rule: StatusRule; readonly today: Day },
): TargetScore {
  const deadline = deadlineOf(target);
  const measures = target.measures.map((measure) => scoreMeasure(measure, known, { deadline, rule, today }));
  const lead = measures.toSorted((a, b) => placeOf(a) - placeOf(b))[0] as MeasureScore;
  return { target, deadline, measures, lead, status: lead.judged.status };
}

const placeOf = ({ judged }: MeasureScore): number => BEST_FIRST.indexOf(judged.status);

function scoreMeasure(
  measure: Measure,
  known: Known,
  { deadline, rule, today }: { readonly deadline: Day; readonly rule: StatusRule; readonly today: Day },
): MeasureScore {
  const values = known.values.filter((value) => value.measure === measure.key);
  const read = known.read.get(measure.key);
  const actuals = actualsOf(values, read?.actuals ?? []).filter(({ day }) => day <= today);
  const baseline = baselineOf(measure, values);
  const points = values.filter(({ kind }) => kind === 'point');
  const trajectory = { baseline, points, target: { day: deadline, amount: targetAmount(measure) } };
  const forecast: Forecast =
    measure.kind === 'yes-no'
      ? { kind: 'none' }
      : forecastAt({
          actuals,
          deadline,
          today,
          rule: rule.forecast,
          ...(measure.kind === 'percent' ? { most: 100 * DONE } : {}),
        });
  const actual = actuals.at(-1);
  const judged = judge({ measure, trajectory, actual, forecast, today, rule });
  const isStale = actual !== undefined && daysBetween(actual.day, today) > rule.staleDays;
  const parts =
    read?.numerator !== undefined && read.denominator !== undefined
      ? { parts: { numerator: read.numerator, denominator: read.denominator, unknown: read.unknown ?? 0 } }
      : {};
  return { measure, actual, actuals, baseline, points, trajectory, forecast, judged, isStale, ...parts };
}

function baselineOf(measure: Measure, values: readonly PlanValue[]): Baseline | undefined {
  const entered = values.findLast(({ kind }) => kind === 'baseline');
  if (entered) return { day: entered.day, amount: entered.amount, from: 'entered' };
  const said = measure.baseline;
  return said && { day: said.day, amount: amountOf(said.amount), from: 'plan' };
}

/** One a day, by day. */
function actualsOf(values: readonly PlanValue[], read: readonly Actual[]): Actual[] {
  const entered = values
    .filter(({ kind }) => kind === 'actual')
    .map((value): [Day, Actual] => [
      value.day,
      {
        day: value.day,
        amount: value.amount,
        numerator: value.numerator,
        denominator: value.denominator,
        from: 'entered',
        value,
      },
    ]);
  const byDay = new Map<Day, Actual>([...entered, ...read.map((one): [Day, Actual] => [one.day, one])]);
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

export const targetAmount = ({ target }: Pick<Measure, 'target'>): number => amountOf(target);

/** Ten-thousandths. The pack is checked, so there is always one. */
function amountOf(text: string): number {
  const amount = readAmount(text.replace('.', ','));
  if (amount === undefined) throw new Error(`${text} of the plan is no amount`);
  return amount;
}
