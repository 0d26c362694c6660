/** Counting anew: a measure's facts from the beginning of the journal, or its counts from the facts that are there. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, instantAt, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { readEntry } from '../journal/entry.ts';
import { listCountings } from './countings.ts';
import { changesOf, FOLLOWER } from './follow-journal.ts';
import type { Fact, FactMeasure, JournalMeasure, ToldMeasure } from './measure.ts';
import { insertFacts, type KeptFact, lockFacts, marked, writeFacts } from './write-facts.ts';

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
  await sql`delete from indicators.count where definition in (select number from indicators.definition where measure = ${name})`.execute(
    trx,
  );
  return measure.kind === 'journal' ? readJournal(trx, name, { measure, last: read }) : readTold(trx, name, measure);
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
    facts += await writeFacts(trx, { name, measure, changes });
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
    count += await writeFacts(trx, { name, measure, changes: told.facts });
    if (told.next === undefined) return count;
    after = told.next;
  }
}

/** What a new version of a definition changes: the facts from its first day on are marked again, and their days counted from them. */
export async function recountFrom(
  trx: Db,
  { name, measure, from }: { name: string; measure: FactMeasure; from: Day },
): Promise<void> {
  await lockFacts(trx);
  const countings = await listCountings(trx, name, measure);
  for (let after = ''; ; ) {
    const facts = await listFacts(trx, { name, from, after });
    await sql`
      delete from indicators.fact where measure = ${name} and subject = any(${facts.map(({ subject }) => subject)}::text[])
    `.execute(trx);
    await insertFacts(
      trx,
      name,
      facts.map((fact) => marked(fact, countings, { name, measure })),
    );
    const last = facts.at(-1);
    if (!last) break;
    after = last.subject;
  }
  await countDays(trx, name, from);
}

async function listFacts(
  trx: QueryExecutorProvider,
  { name, from, after }: { readonly name: string; readonly from: Day; readonly after: string },
): Promise<KeptFact[]> {
  const found = await sql<KeptFact>`
    select subject, label, at, unit_id as unit, area_id as area, simulated, body as values, numerators, denominators, unknowns
    from indicators.fact where measure = ${name} and subject > ${after} and at >= ${isoOf(instantAt(from, 0))}::timestamptz
    order by subject limit ${BATCH}
  `.execute(trx);
  return found.rows;
}

async function countDays(trx: QueryExecutorProvider, name: string, from: Day): Promise<void> {
  await sql`
    delete from indicators.count where day >= ${from}::date
      and definition in (select number from indicators.definition where measure = ${name})
  `.execute(trx);
  await sql`
    insert into indicators.count
    select m.definition, (f.at at time zone 'Asia/Ho_Chi_Minh')::date as day, f.unit_id, f.area_id,
      count(*) filter (where m.definition = any(f.numerators)), count(*) filter (where m.definition = any(f.denominators)),
      count(*) filter (where m.definition = any(f.unknowns)), count(*) filter (where f.simulated)
    from indicators.fact f
      cross join lateral (select distinct unnest(f.numerators || f.denominators || f.unknowns) as definition) m
    where f.measure = ${name} and f.at >= ${isoOf(instantAt(from, 0))}::timestamptz
    group by 1, 2, 3, 4
  `.execute(trx);
}
