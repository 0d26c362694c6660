/** Adding counts: what facts add to the counts of their days, and what is taken away. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf } from '../calendar/instant.ts';
import type { KeptFact } from './write-facts.ts';

interface Counted {
  readonly definition: number;
  readonly day: Day;
  readonly unit_id: string | null;
  readonly area_id: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly simulated: number;
}

export function countsOf(fact: KeptFact | undefined, sign: 1 | -1): Counted[] {
  if (!fact) return [];
  const { numerators, denominators, unknowns } = fact;
  return [...new Set([...numerators, ...denominators, ...unknowns])].map((definition) => ({
    definition,
    day: dayOf(fact.at),
    unit_id: fact.unit,
    area_id: fact.area,
    numerator: numerators.includes(definition) ? sign : 0,
    denominator: denominators.includes(definition) ? sign : 0,
    unknown: unknowns.includes(definition) ? sign : 0,
    simulated: fact.simulated ? sign : 0,
  }));
}

/** Days of which nothing is left to count have no row: so that what was counted step by step is what is counted anew. */
export async function addCounts(trx: QueryExecutorProvider, counted: readonly Counted[]): Promise<void> {
  const sums = sumCounts(counted);
  if (sums.length === 0) return;
  const rows = JSON.stringify(sums);
  await sql`
    insert into indicators.count as c select * from jsonb_populate_recordset(null::indicators.count, ${rows}::jsonb)
    on conflict on constraint count_key do update set numerator = c.numerator + excluded.numerator,
      denominator = c.denominator + excluded.denominator, unknown = c.unknown + excluded.unknown, simulated = c.simulated + excluded.simulated
  `.execute(trx);
  const lessened = sums.filter(
    ({ numerator, denominator, unknown }) => numerator < 0 || denominator < 0 || unknown < 0,
  );
  if (lessened.length === 0) return;
  await sql`
    delete from indicators.count c using jsonb_populate_recordset(null::indicators.count, ${JSON.stringify(lessened)}::jsonb) x
    where c.definition = x.definition and c.day = x.day and c.unit_id is not distinct from x.unit_id
      and c.area_id is not distinct from x.area_id and c.numerator = 0 and c.denominator = 0 and c.unknown = 0
  `.execute(trx);
}

function sumCounts(counted: readonly Counted[]): Counted[] {
  const groups = Map.groupBy(counted, ({ definition, day, unit_id, area_id }) =>
    [definition, day, unit_id, area_id].join(' '),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const sum = (of: (one: Counted) => number) => group.reduce((all, one) => all + of(one), 0);
    const total = {
      ...first,
      numerator: sum(({ numerator }) => numerator),
      denominator: sum(({ denominator }) => denominator),
      unknown: sum(({ unknown }) => unknown),
      simulated: sum(({ simulated }) => simulated),
    };
    const isNothing = [total.numerator, total.denominator, total.unknown, total.simulated].every((n) => n === 0);
    return isNothing ? [] : [total];
  });
}
