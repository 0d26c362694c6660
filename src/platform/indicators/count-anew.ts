/** Counting anew: a measure's facts from the beginning of the journal, and all its counts. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { readEntry } from '../journal/entry.ts';
import { changesOf, FOLLOWER } from './follow-journal.ts';
import type { Fact, FactMeasure, JournalMeasure, ToldMeasure } from './measure.ts';
import { FIRST_DAY, settleCounts } from './settle-counts.ts';
import { lockFacts, writeFacts } from './write-facts.ts';

const BATCH = 2_000;

/**
 * All facts of a measure from their source, and all its counts. Acts go on meanwhile; who follows the journal waits for the end of
 * the transaction.
 */
export async function countMeasureAnew(trx: Db, name: string, measure: FactMeasure): Promise<number> {
  // in the order in which the follower takes them, or the two would wait for each other
  const read = measure.kind === 'journal' ? await lockFollower(trx) : 0;
  await lockFacts(trx);
  await sql`delete from indicators.fact where measure = ${name}`.execute(trx);
  const facts =
    measure.kind === 'journal'
      ? await readJournal(trx, name, { measure, last: read })
      : await readTold(trx, name, measure);
  await settleCounts(trx, { name, from: FIRST_DAY });
  return facts;
}

/** How far the follower has read; it reads no further until the transaction ends. */
async function lockFollower(trx: Db): Promise<number> {
  await sql`insert into journal.cursor (subscriber) values (${FOLLOWER}) on conflict do nothing`.execute(trx);
  const cursor = await sql<{ position: number }>`
    select position from journal.cursor where subscriber = ${FOLLOWER} for update
  `.execute(trx);
  return cursor.rows[0]?.position ?? 0;
}

/** As far as the follower has read: what comes after, it counts itself. */
async function readJournal(
  trx: Db,
  name: string,
  { measure, last }: { readonly measure: JournalMeasure; readonly last: number },
): Promise<number> {
  let facts = 0;
  for (let after = 0; ; ) {
    const found = await sql<{ position: number; sealed: string }>`
      select p.position, e.sealed from journal.position p join journal.entry e on e.id = p.entry_id
      where p.position > ${after} and p.position <= ${last} and e.type = any(${measure.entries}::text[])
      order by p.position limit ${BATCH}
    `.execute(trx);
    const changes = changesOf(
      measure,
      found.rows.map(({ sealed }) => readEntry(sealed)),
    );
    facts += await writeFacts(trx, { name, measure, changes, counted: false });
    const reached = found.rows.at(-1)?.position;
    if (reached === undefined) return facts;
    after = reached;
  }
}

async function readTold(trx: Db, name: string, measure: ToldMeasure): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ; ) {
    const told: { readonly facts: readonly Fact[]; readonly next: string | undefined } = await measure.tell(trx, {
      after,
      limit: BATCH,
    });
    count += await writeFacts(trx, { name, measure, changes: told.facts, counted: false });
    if (told.next === undefined) return count;
    after = told.next;
  }
}
