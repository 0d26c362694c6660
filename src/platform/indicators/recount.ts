/** Recounting: facts that are there, marked by the definitions as they are now, and their days counted from them; what is right already is not written. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { type Day, dayOf, type Instant, instantAt, isoOf } from '../calendar/instant.ts';
import type { Values } from '../conditions/subject.ts';
import type { Db } from '../db/database.ts';
import { listCountings } from './countings.ts';
import { edgesOf, type Marker, markerOf, readBy } from './marker.ts';
import type { Marks } from './marks.ts';
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

interface Combination extends Marks {
  readonly stretch: number;
  readonly key: string;
  readonly at: Instant;
  readonly values: Values;
}

/**
 * The database finds the combinations of values with the marks they have, each is judged once, and the facts whose marks are other are
 * written: where all are right, no fact is read a second time.
 */
async function markAnew(trx: QueryExecutorProvider, facts: Facts, mark: Marker): Promise<void> {
  const { name, from, edges } = facts;
  if (edges.length === 0) return;
  const [stretch, key] = [stretchOf(facts), keyOf(facts)];
  const within = sql`f.measure = ${name} and f.at >= ${isoOf(instantAt(from, 0))}::timestamptz`;
  const found = await sql<Combination>`
    select ${stretch} as stretch, ${key} as key, f.numerators, f.denominators, f.unknowns, min(f.at) as at, any_value(f.body) as values
    from indicators.fact f where ${within} group by 1, 2, 3, 4, 5
  `.execute(trx);
  const wrong = new Map<string, Marks & Pick<Combination, 'stretch' | 'key'>>();
  for (const one of found.rows) {
    const marks = mark({ day: dayOf(one.at), values: one.values });
    if (!sameMarks(one, marks))
      wrong.set(`${one.stretch} ${one.key}`, { stretch: one.stretch, key: one.key, ...marks });
  }
  if (wrong.size === 0) return;
  await sql`
    update indicators.fact f set numerators = m.numerators, denominators = m.denominators, unknowns = m.unknowns
    from jsonb_to_recordset(${JSON.stringify([...wrong.values()])}::jsonb)
      as m (stretch integer, key text, numerators integer[], denominators integer[], unknowns integer[])
    where ${within} and ${stretch} = m.stretch and ${key} = m.key
      and (f.numerators <> m.numerators or f.denominators <> m.denominators or f.unknowns <> m.unknowns)
  `.execute(trx);
}

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.numerators.join() === b.numerators.join() &&
  a.denominators.join() === b.denominators.join() &&
  a.unknowns.join() === b.unknowns.join();

/** By instants: the day of each fact need not be reckoned. */
const stretchOf = ({ edges }: Facts): RawBuilder<unknown> =>
  sql`width_bucket(f.at, ${edges.map((edge) => isoOf(instantAt(edge, 0)))}::timestamptz[])`;

/** What the conditions read, as one text; a value that is not there is other than an empty one. */
const keyOf = ({ reads }: Facts): RawBuilder<unknown> =>
  reads.length === 0
    ? sql`''`
    : sql.join(
        reads.map((one) => sql`coalesce(f.body ->> ${one}::text, e'\\x1e')`),
        sql` || e'\\x1f' || `,
      );
