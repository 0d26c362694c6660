/** Reading figures: who asks, for which period and which units, with the definitions in force; what every page of figures begins with. */
import { addMonths, dayOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { unitsUnder } from '../../platform/organisation/find-units.ts';
import { scope } from '../../platform/permissions/permissions.ts';
import { listOffered, type OfferedProcedure } from '../procedures/index.ts';
import { eraOf, type FiguresAsked, readAsked } from './asked.ts';
import type { Span } from './count-conditions.ts';
import { type CountedUnit, listCounted, nameUnits, type UnitName } from '../../platform/organisation/counted-units.ts';
import { getDefinitions } from './current-definitions.ts';
import type { Count, Definitions } from './definitions.ts';
import { findPeriod, monthAt, type Period, type PeriodRule } from '../../platform/calendar/period.ts';
import type { StatisticsTables } from './tables.ts';

export const SEE = 'statistics.see';

/** Beyond so many units people and sections are read by unit: one is chosen first. */
export const MOST_UNITS = 60;

export type FiguresExchange = Exchange<StatisticsTables>;

export interface FiguresContext {
  readonly asked: FiguresAsked;
  readonly definitions: Definitions;
  readonly period: Period;
  readonly span: Span;
  /** Within reach, narrowed to the unit that was asked for and those under it. */
  readonly units: readonly CountedUnit[];
  /** The unit that was asked for, where it is within reach. */
  readonly chosen: UnitName | undefined;
  readonly names: ReadonlyMap<string, UnitName>;
  readonly offered: readonly OfferedProcedure[];
}

export async function readFigures(exchange: FiguresExchange): Promise<FiguresContext> {
  const { db, query, clock, signedIn } = exchange;
  const at = clock();
  const day = dayOf(at);
  const [definitions, reach, offered] = await Promise.all([
    getDefinitions(db),
    scope(db, signedIn, { permission: SEE, day }),
    listOffered(db),
  ]);
  const asked = readAsked(query);
  const period = periodOf(asked, definitions, day);
  const all = await listCounted(db, reach, { era: eraOf(asked), day });
  const units = asked.donvi ? await narrow(db, all, { asked, day }) : all;
  const names = await nameUnits(db, [...new Set(units.map(({ line }) => line))]);
  return {
    asked: { ...asked, ky: period.key, moc: period.rule.key },
    definitions,
    period,
    span: { from: period.from, to: period.to, at },
    units,
    chosen: names.get(asked.donvi),
    names,
    offered,
  };
}

/** The month that runs now where the URL names none that is known. */
function periodOf({ ky, moc }: FiguresAsked, { periods }: Definitions, day: string): Period {
  const rule = ruleOf(moc, periods.rules);
  const period = findPeriod(ky, rule) ?? findPeriod(monthAt(day, rule), rule);
  if (!period) throw new RangeError(`there is no period on ${day}`);
  return period;
}

export function ruleOf(key: string, rules: readonly PeriodRule[]): PeriodRule {
  const rule = rules.find((one) => one.key === key) ?? rules[0];
  if (!rule) throw new Error('no rule for periods is defined');
  return rule;
}

/** The last month that is over: what is published. */
export const lastMonth = (day: string, rule: PeriodRule): string =>
  addMonths(`${monthAt(day, rule)}-01`, -1).slice(0, 7);

/** The unit with those under it, what they took over, and nothing beyond the reach. */
async function narrow(
  db: Db<StatisticsTables>,
  all: readonly CountedUnit[],
  { asked, day }: { readonly asked: FiguresAsked; readonly day: string },
): Promise<readonly CountedUnit[]> {
  const under = await unitsUnder(db, asked.donvi, day);
  const wanted = await listCounted(db, { units: under }, { era: eraOf(asked), day });
  const within = new Map(all.map((unit) => [unit.id, unit]));
  return wanted.flatMap(({ id }) => within.get(id) ?? []);
}

export function countsOf(
  { definitions }: Pick<FiguresContext, 'definitions'>,
  keys: readonly string[],
): readonly Count[] {
  const wanted = new Set(keys);
  return definitions.counts.counts.filter(({ key }) => wanted.has(key));
}
