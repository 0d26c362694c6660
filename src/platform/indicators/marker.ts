/** Marking many facts: only what the conditions read decides, so each combination of values is judged once. Pure. */
import type { Day } from '../calendar/instant.ts';
import type { Values } from '../conditions/subject.ts';
import { bindFact, type Counting, markFact, type Marks, subjectOf } from './marks.ts';
import type { FactMeasure } from './measure.ts';

export type Marker = (fact: { readonly day: Day; readonly values: Values }) => Marks;

/** Combinations that are remembered; beyond that each is judged when it comes. */
const MOST = 50_000;

export function markerOf(
  countings: readonly Counting[],
  { name, measure: { variables } }: { readonly name: string; readonly measure: Pick<FactMeasure, 'variables'> },
): Marker {
  const subject = subjectOf(name, variables);
  const reads = readBy(countings);
  const edges = edgesOf(countings);
  const known = new Map<string, Marks>();
  return ({ day, values }) => {
    const key = JSON.stringify([stretchOf(edges, day), reads.map((one) => values[one] ?? null)]);
    const before = known.get(key);
    if (before) return before;
    const marks = markFact(countings, { day, bound: bindFact(subject, values) });
    if (known.size < MOST) known.set(key, marks);
    return marks;
  };
}

/** The variables that any of the conditions reads. */
export const readBy = (countings: readonly Pick<Counting, 'conditions'>[]): string[] =>
  [
    ...new Set(
      countings.flatMap(({ conditions: { filter, numerator, denominator } }) =>
        [filter, numerator, denominator].flatMap((one) => one?.reads.map((path) => path.split('.')[0] ?? path) ?? []),
      ),
    ),
  ].sort();

/** The days on which a version begins or ends to count, in order: between two of them the same versions count. */
export const edgesOf = (countings: readonly Counting[]): Day[] =>
  [...new Set(countings.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))].sort();

/** How many of the edges lie on the day or before it. */
const stretchOf = (edges: readonly Day[], day: Day): number => edges.filter((edge) => edge <= day).length;
