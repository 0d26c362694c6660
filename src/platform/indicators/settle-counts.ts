/** Settling counts: the counts of days as the marks of the facts give them; only rows that say otherwise are written. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { type Day, instantAt, isoOf } from '../calendar/instant.ts';

/** Before everything that was ever counted. */
export const FIRST_DAY: Day = '1900-01-01';

/** Of a measure, from a day on. Facts of one place and day with the same marks are added up first, then shared out to the definitions. */
export async function settleCounts(
  trx: QueryExecutorProvider,
  { name, from }: { readonly name: string; readonly from: Day },
): Promise<void> {
  await sql`
    with grouped as (
      select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, unit_id, area_id, numerators, denominators, unknowns,
        count(*)::integer as facts, (count(*) filter (where simulated))::integer as simulated
      from indicators.fact where measure = ${name} and at >= ${isoOf(instantAt(from, 0))}::timestamptz
      group by 1, 2, 3, 4, 5, 6
    ), settled as materialized (
      select d.number as definition, g.day, g.unit_id, g.area_id,
        coalesce(sum(g.facts) filter (where d.number = any(g.numerators)), 0)::integer as numerator,
        coalesce(sum(g.facts) filter (where d.number = any(g.denominators)), 0)::integer as denominator,
        coalesce(sum(g.facts) filter (where d.number = any(g.unknowns)), 0)::integer as unknown,
        sum(g.simulated)::integer as simulated
      from grouped g join indicators.definition d on d.measure = ${name}
        and (d.number = any(g.numerators) or d.number = any(g.denominators) or d.number = any(g.unknowns))
      group by 1, 2, 3, 4
    ), gone as (
      delete from indicators.count c using indicators.definition d
      where d.number = c.definition and d.measure = ${name} and c.day >= ${from}::date
        and not exists (select from settled s where ${SAME_PLACE})
    )
    insert into indicators.count as kept
    select s.* from settled s where not exists (
      select from indicators.count c where ${SAME_PLACE} and c.numerator = s.numerator and c.denominator = s.denominator
        and c.unknown = s.unknown and c.simulated = s.simulated)
    on conflict on constraint count_key do update set numerator = excluded.numerator, denominator = excluded.denominator,
      unknown = excluded.unknown, simulated = excluded.simulated
  `.execute(trx);
}

const NOWHERE = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** With equality throughout, by which both sides can be hashed: `is not distinct from` would compare every pair of a day. */
const SAME_PLACE: RawBuilder<unknown> = sql`c.definition = s.definition and c.day = s.day
  and coalesce(c.unit_id, ${NOWHERE}) = coalesce(s.unit_id, ${NOWHERE}) and coalesce(c.area_id, ${NOWHERE}) = coalesce(s.area_id, ${NOWHERE})`;
