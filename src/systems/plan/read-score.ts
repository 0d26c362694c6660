/** Reading the score of the plan: definitions, values in force, indicators and counters, judged for today. */
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { getPlan } from './current-definition.ts';
import type { Measure, PlanDefinition } from './definition.ts';
import { readIndicators } from './read-indicators.ts';
import { type ReadMeasure, scoreTarget, type TargetScore } from './score/score-target.ts';
import { readCounter } from './sheets/counters.ts';
import { listCounting, type PlanRecord } from './sheets/records.ts';
import type { PlanTables } from './tables.ts';
import { listInForce } from './values.ts';

export interface Score {
  readonly plan: PlanDefinition;
  readonly at: Instant;
  readonly targets: readonly TargetScore[];
  /** Every line of the sheets that counts. */
  readonly records: readonly PlanRecord[];
  /** Some values or lines belong to a demonstration. */
  readonly invented: boolean;
}

export async function readScore(platform: Platform<PlanTables>): Promise<Score> {
  const { db, clock } = platform;
  const at = clock();
  const today = dayOf(at);
  const [{ plan }, values, records] = await Promise.all([getPlan(db), listInForce(db), listCounting(db)]);
  const codes = plan.targets.flatMap(({ measures }) => measures.flatMap(({ indicator }) => indicator ?? []));
  const indicators = await readIndicators(platform as unknown as Platform, codes);
  const byTarget = Map.groupBy(values, ({ target }) => target);
  const targets = plan.targets.map((target) => {
    const read = new Map(
      target.measures.flatMap((measure): [string, ReadMeasure][] => {
        const found = measure.counter ? readCounter(records, measure.counter) : indicators.get(measure.indicator ?? '');
        return found ? [[measure.key, found]] : [];
      }),
    );
    return scoreTarget(target, { values: byTarget.get(target.id) ?? [], read }, { rule: plan.rule, today });
  });
  const invented = [...values, ...records].some((one) => one.invented);
  return { plan, at, targets, records, invented };
}

/** The measure a value was entered for, where the plan still has it. */
export const measureOf = (
  { targets }: Pick<PlanDefinition, 'targets'>,
  { target, measure }: { readonly target: string; readonly measure: string },
): Measure | undefined => targets.find(({ id }) => id === target)?.measures.find(({ key }) => key === measure);
