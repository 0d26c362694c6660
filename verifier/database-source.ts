/** A journal read from PostgreSQL: one snapshot, in batches, with nothing but select. */
import { Client } from 'pg';
import { CHAINS } from './checkpoints.ts';
import type { EntryRecord, JournalRecord, ReadingRecord } from './record.ts';

const BATCH = 1000;

/** Needs select on the tables of schema `journal`. The program may go on writing: what it writes later is not in the snapshot. */
export async function* readDatabase(url: string): AsyncGenerator<JournalRecord> {
  const client = new Client({ connectionString: url, application_name: 'vamco-verifier' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    yield* listHeads(client);
    for (let chain = 0; chain < CHAINS; chain++) yield* listEntries(client, chain);
    yield* listReadings(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function* listHeads(client: Client): AsyncGenerator<JournalRecord> {
  const { rows } = await client.query<{ chain: number; seq: string; hash: string }>(
    `select chain, seq::text as seq, encode(hash, 'hex') as hash from journal.head order by chain`,
  );
  for (const { chain, seq, hash } of rows) yield { kind: 'head', chain, seq: Number(seq), hash };
}

const ENTRIES = `
  select jsonb_build_object(
    'kind', 'entry', 'chain', e.chain, 'seq', e.seq, 'recorded_at', ${micros('e.recorded_at')},
    'sealed', e.sealed, 'hash', encode(e.hash, 'hex'),
    'columns', jsonb_build_object(
      'id', e.id, 'type', e.type, 'subject_type', e.subject_type, 'subject_id', e.subject_id,
      'account_id', e.account_id, 'unit_id', e.unit_id, 'occurred_at', ${micros('e.occurred_at')}),
    'contents', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'name', c.name, 'subject_id', c.subject_id, 'salt', encode(c.salt, 'hex'),
        'body', c.body, 'erased_by', c.erased_by) order by c.id), '[]')
      from journal.content c where c.entry_id = e.id)) as record
  from journal.entry e where e.chain = $1 and e.seq > $2 order by e.seq limit ${BATCH}`;

async function* listEntries(client: Client, chain: number): AsyncGenerator<EntryRecord> {
  for (let after = 0; ; ) {
    const { rows } = await client.query<{ record: EntryRecord }>(ENTRIES, [chain, after]);
    for (const { record } of rows) yield record;
    const last = rows.at(-1);
    if (!last) return;
    after = last.record.seq;
  }
}

const READINGS = `
  select jsonb_build_object(
    'kind', 'reading', 'id', id, 'account_id', account_id, 'subject_id', subject_id, 'what', what,
    'recorded_at', ${micros('recorded_at')}, 'checkpoint', checkpoint) as record
  from journal.reading where id > $1 order by id limit ${BATCH}`;

async function* listReadings(client: Client): AsyncGenerator<ReadingRecord> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<{ record: ReadingRecord }>(READINGS, [after]);
    for (const { record } of rows) yield record;
    const last = rows.at(-1);
    if (!last) return;
    after = last.record.id;
  }
}

function micros(column: string): string {
  return `((extract(epoch from ${column}) * 1000000)::bigint)::text`;
}
