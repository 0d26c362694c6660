/** Following the journal: measures that are counted entry by entry, all by one reader. */
import type { Db } from '../db/database.ts';
import type { ReadEntry } from '../journal/entry.ts';
import type { Subscriber } from '../journal/subscribers.ts';
import type { JournalMeasure, MeasureSpec } from './measure.ts';
import { writeFacts } from './write-facts.ts';

export const FOLLOWER = 'indicators.follow';

export type Measures = ReadonlyMap<string, MeasureSpec>;

export function followJournal(measures: Measures): Subscriber {
  const followed = journalMeasures(measures);
  return {
    name: FOLLOWER,
    types: [...new Set(followed.flatMap(([, { entries }]) => entries))],
    handle: (trx, entry) => countEntries(trx, followed, [entry]),
    handleTogether: (trx, entries) => countEntries(trx, followed, entries),
  };
}

export const journalMeasures = (measures: Measures): [string, JournalMeasure][] =>
  [...measures].flatMap(([name, measure]) =>
    measure.kind === 'journal' ? [[name, measure] as [string, JournalMeasure]] : [],
  );

async function countEntries(
  trx: Db,
  followed: readonly [string, JournalMeasure][],
  entries: readonly ReadEntry[],
): Promise<void> {
  for (const [name, measure] of followed)
    await writeFacts(trx, { name, measure, changes: changesOf(measure, entries) });
}

export const changesOf = ({ entries: types, factsOf }: JournalMeasure, entries: readonly ReadEntry[]) =>
  entries.filter(({ type }) => types.includes(type)).flatMap(factsOf);
