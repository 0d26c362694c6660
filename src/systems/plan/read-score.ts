/** Reading the score of the plan: definitions, values in force and what the program counts itself, judged for today. */
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { listOffered } from '../procedures/index.ts';
import { shareOf } from './amount.ts';
import { getPlan } from './current-definition.ts';
import type { Measure, PlanDefinition } from './definition.ts';
import { type ReadMeasure, scoreTarget, type TargetScore } from './score/score-target.ts';
import type { PlanTables } from './tables.ts';
import { listInForce } from './values.ts';

export interface Score {
  readonly plan: PlanDefinition;
  readonly at: Instant;
  readonly targets: readonly TargetScore[];
  /** Some values belong to a demonstration. */
  readonly invented: boolean;
}

export async function readScore(db: Db<PlanTables>, at: Instant): Promise<Score> {
  const [{ plan }, values] = await Promise.all([getPlan(db), listInForce(db)]);
  const today = dayOf(at);
  const byTarget = Map.groupBy(values, ({ target }) => target);
  const targets = await Promise.all(
    plan.targets.map(async (target) => {
      const read = new Map<string, ReadMeasure>();
      for (const measure of target.measures) {
        const found = await readMeasure(db, measure, today);
        if (found) read.set(measure.key, found);
      }
      return scoreTarget(target, { values: byTarget.get(target.id) ?? [], read }, { rule: plan.rule, today });
    }),
  );
  return { plan, at, targets, invented: values.some(({ invented }) => invented) };
}

/** What needs no hand; undefined where a measure is only entered. */
async function readMeasure(db: Db<PlanTables>, measure: Measure, today: Day): Promise<ReadMeasure | undefined> {
  return measure.counted === 'whole-online' ? countWholeOnline(db, today) : undefined;
}

/**
 * T25-D1: the procedures in force below, those known to be wholly online above, those of unknown level beside. An online
 * channel is no proof, nor is a level that was inferred. Nought of them from not knowing is no share of nought.
 */
async function countWholeOnline(db: Db<PlanTables>, today: Day): Promise<ReadMeasure> {
  const offered = await listOffered(db);
  const known = offered.filter(({ onlineKnown }) => onlineKnown);
  const parts = {
    numerator: known.filter(({ online }) => online === 'full').length,
    denominator: offered.length,
    unknown: offered.length - known.length,
  };
  const amount = parts.numerator === 0 && parts.unknown > 0 ? null : shareOf(parts.numerator, parts.denominator);
  return { ...parts, actuals: amount === null ? [] : [{ day: today, amount, from: 'counted', ...parts }] };
}

/** The measure a value was entered for, where the plan still has it. */
export const measureOf = (
  { targets }: Pick<PlanDefinition, 'targets'>,
  { target, measure }: { readonly target: string; readonly measure: string },
): Measure | undefined => targets.find(({ id }) => id === target)?.measures.find(({ key }) => key === measure);
