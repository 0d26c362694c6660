/** Recounting: facts that are there, marked by the definitions as they are now, and their days counted from them; what is right already is not written. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { type Day, instantAt, isoOf } from '../calendar/instant.ts';
import type { Values } from '../conditions/subject.ts';
import type { Db } from '../db/database.ts';
import { listCountings } from './countings.ts';
import { edgesOf, type Marker, markerOf, readBy } from './marker.ts';
import type { FactMeasure } from './measure.ts';
import { settleCounts } from './settle-counts.ts';
import { lockFacts } from './write-facts.ts';

export interface Recount {
  readonly name: string;
  readonly measure: Pick<FactMeasure, 'variables'>;
  /** What lies before it stays as it is. */
  readonly from: Day;
}

export async function recountFrom(trx: Db, { name, measure, from }: Recount): Promise<void> {
  await lockFacts(trx);
  const countings = await listCountings(trx, name, measure);
  const facts: Facts = { name, from, reads: readBy(countings), edges: edgesOf(countings) };
  await markAnew(trx, facts, markerOf(countings, { name, measure }));
  await settleCounts(trx, { name, from });
}

interface Facts {
  readonly name: string;
  readonly from: Day;
  readonly reads: readonly string[];
  readonly edges: readonly Day[];
}

interface Combination {
  readonly stretch: number;
  readonly key: string;
  readonly day: Day;
  readonly values: Values;
}

/** The database finds the combinations of values, each is judged once, and the facts whose marks are other are written. */
async function markAnew(trx: QueryExecutorProvider, facts: Facts, mark: Marker): Promise<void> {
  const { name, from, edges } = facts;
  if (edges.length === 0) return;
  const [stretch, key] = [stretchOf(facts), keyOf(facts)];
  const within = sql`f.measure = ${name} and f.at >= ${isoOf(instantAt(from, 0))}::timestamptz`;
  const found = await sql<Combination>`
    select ${stretch} as stretch, ${key} as key, min(${DAY}) as day, any_value(f.body) as values
    from indicators.fact f where ${within} group by 1, 2
  `.execute(trx);
  if (found.rows.length === 0) return;
  const judged = found.rows.map((one) => ({ stretch: one.stretch, key: one.key, ...mark(one) }));
  await sql`
    update indicators.fact f set numerators = m.numerators, denominators = m.denominators, unknowns = m.unknowns
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      as m (stretch integer, key text, numerators integer[], denominators integer[], unknowns integer[])
    where ${within} and ${stretch} = m.stretch and ${key} = m.key
      and (f.numerators <> m.numerators or f.denominators <> m.denominators or f.unknowns <> m.unknowns)
  `.execute(trx);
}

const DAY = sql`(f.at at time zone 'Asia/Ho_Chi_Minh')::date`;

const stretchOf = ({ edges }: Facts): RawBuilder<unknown> => sql`width_bucket(${DAY}, ${[...edges]}::date[])`;

/** What the conditions read, as one text; a value that is not there is other than an empty one. */
const keyOf = ({ reads }: Facts): RawBuilder<unknown> =>
  reads.length === 0
    ? sql`''`
    : sql`concat_ws(e'\\x1f', ${sql.join(reads.map((one) => sql`coalesce(f.body ->> ${one}::text, e'\\x1e')`))})`;
