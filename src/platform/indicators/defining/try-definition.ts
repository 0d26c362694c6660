/** Trying a definition: what a draft would count in a period, from what is there now, with an example of each kind of record. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { isoOf } from '../../calendar/instant.ts';
import type { Values } from '../../conditions/subject.ts';
import { readBy } from '../marker.ts';
import type { Platform } from '../../system/platform.ts';
import type { Days } from '../asked.ts';
import { bindFact, type Conditions, compileConditions, type Place, placeOf, subjectOf } from '../marks.ts';
import type { FactMeasure } from '../measure.ts';
import { readValues } from '../read-values.ts';
import { addSums, NOTHING, type Reading, readingOf } from '../reading.ts';
import { instantsOf, type Span } from '../span.ts';
import { definitionOf, type Drafted } from './drafted.ts';

export interface Tried {
  readonly reading: Reading | undefined;
  readonly examples: readonly TriedExample[];
  /** The records differ in more ways than are tried: nothing is said of them. */
  readonly tooMany?: true;
}

/** Records that are alike in everything the conditions read, by one of them. */
export interface TriedExample {
  readonly label: string;
  readonly href: string | undefined;
  readonly count: number;
  readonly place: Place;
}

const MOST_EXAMPLES = 12;
/** Combinations of values that are judged while somebody waits for the page. */
const MOST_GROUPS = 5_000;

export async function tryDefinition(
  platform: Platform,
  drafted: Drafted,
  days: Pick<Days, 'from' | 'to'>,
): Promise<Tried> {
  const measure = platform.registry.measures.get(drafted.measure);
  if (!measure) return { reading: undefined, examples: [] };
  const definition = definitionOf(drafted, { version: 1, from: days.from });
  const span: Span = { from: days.from, to: days.to };
  if (measure.kind === 'snapshot' || measure.kind === 'figures') {
    const read = await readValues(platform, [{ definition, numbers: [] }], span);
    return { reading: read.get(drafted.code), examples: [] };
  }
  const subject = subjectOf(drafted.measure, measure.variables);
  const { conditions } = compileConditions(subject, drafted);
  if (!conditions) return { reading: undefined, examples: [] };
  const groups = await groupFacts(platform.db, { name: drafted.measure, conditions, span });
  if (groups.length > MOST_GROUPS) return { reading: undefined, examples: [], tooMany: true };
  const placed = groups.map((group) => ({ ...group, place: placeOf(conditions, bindFact(subject, group.values)) }));
  const sums = placed
    .map(({ count, simulated, place: { part, whole, unknown } }) => ({
      numerator: part ? count : 0,
      denominator: whole ? count : 0,
      unknown: unknown ? count : 0,
      simulated: part || whole ? simulated : 0,
    }))
    .reduce(addSums, NOTHING);
  return {
    reading: readingOf(sums, definition, groups.length > 0),
    examples: placed.slice(0, MOST_EXAMPLES).map((group) => exampleOf(group, measure)),
  };
}

interface Group {
  readonly values: Values;
  readonly subject: string;
  readonly label: string;
  readonly count: number;
  readonly simulated: number;
}

const exampleOf = ({ subject, label, count, place }: Group & { place: Place }, measure: FactMeasure): TriedExample => ({
  label,
  href: measure.hrefOf?.({ subject, label }),
  count,
  place,
});

/** The most frequent first, and one more than are judged. */
async function groupFacts(
  db: QueryExecutorProvider,
  { name, conditions, span }: { readonly name: string; readonly conditions: Conditions; readonly span: Span },
): Promise<readonly Group[]> {
  const reads = readBy([{ conditions }]);
  const { from, to } = instantsOf(span);
  const key =
    reads.length === 0 ? sql`'{}'::text[]` : sql`array[${sql.join(reads.map((one) => sql`f.body ->> ${one}::text`))}]`;
  const found = await sql<Group>`
    select any_value(f.body) as values, min(f.subject) as subject,
      (min(array[f.subject, f.label]))[2] as label, count(*)::integer as count,
      (count(*) filter (where f.simulated))::integer as simulated
    from indicators.fact f where f.measure = ${name} and f.at >= ${isoOf(from)}::timestamptz and f.at < ${isoOf(to)}::timestamptz
    group by ${key} order by 4 desc, 2 limit ${MOST_GROUPS + 1}
  `.execute(db);
  return found.rows;
}
