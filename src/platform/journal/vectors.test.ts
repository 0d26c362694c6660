import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { instant } from '../calendar/instant.ts';
import { fromRoot } from '../config/project-root.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { canonicalJson, type Json } from '../db/json.ts';
import { type Checkpoint, makeCheckpoint, publicKeyOf } from './checkpoints.ts';
import { verifyJournal } from './verify-journal.ts';

const vectors = fromRoot('docs/standards/journal-vectors');
const records = readFileSync(join(vectors, 'journal.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { kind: string; sealed: string });
const entries = records.filter((record) => record.kind === 'entry');
const checkpoint = JSON.parse(readFileSync(join(vectors, 'checkpoints/00000001.json'), 'utf8')) as Checkpoint;

/** RFC 8032, 7.1, TEST 1: PKCS#8 of an Ed25519 key is this head and the 32 secret bytes. */
const key = createPrivateKey({
  key: Buffer.from(
    '302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'hex',
  ),
  format: 'der',
  type: 'pkcs8',
});

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

/** The rows of the vectors as they stand, hashes computed by the database itself. */
const LOAD = `
  with record as (select value as r from jsonb_array_elements($1::jsonb)),
  entry as (
    insert into journal.entry (id, chain, seq, sealed, type, subject_type, subject_id, account_id, unit_id, occurred_at, recorded_at, hash)
    select c.id, e.chain, e.seq, e.sealed, c.type, c.subject_type, c.subject_id, c.account_id, c.unit_id,
      'epoch'::timestamptz + c.occurred_at * interval '1 microsecond', x.at,
      journal.hash_of(e.chain::smallint, e.seq, decode(coalesce(lag(e.hash) over (order by e.seq), repeat('00', 32)), 'hex'), x.at, e.sealed)
    from record,
      jsonb_to_record(r) as e(chain integer, seq bigint, sealed text, hash text, recorded_at bigint, columns jsonb),
      jsonb_to_record(e.columns) as c(id uuid, type text, subject_type text, subject_id uuid, account_id uuid, unit_id uuid, occurred_at bigint),
      lateral (select 'epoch'::timestamptz + e.recorded_at * interval '1 microsecond' as at) x
    where r ->> 'kind' = 'entry'
    returning id, chain, seq, hash),
  content as (
    insert into journal.content (id, entry_id, subject_id, name, salt, body, erased_by)
    select c.id, (r #>> '{columns,id}')::uuid, c.subject_id, c.name, decode(c.salt, 'hex'), c.body, c.erased_by
    from record, jsonb_to_recordset(r -> 'contents') as c(id uuid, subject_id uuid, name text, salt text, body text, erased_by uuid)
    where r ->> 'kind' = 'entry'),
  reading as (
    insert into journal.reading (id, account_id, subject_id, what, recorded_at)
    select g.id, g.account_id, g.subject_id, g.what, 'epoch'::timestamptz + g.recorded_at * interval '1 microsecond'
    from record, jsonb_to_record(r) as g(id uuid, account_id uuid, subject_id uuid, what text, recorded_at bigint)
    where r ->> 'kind' = 'reading')
  update journal.head h set seq = e.seq, hash = e.hash from entry e where e.chain = h.chain and e.seq = 3`;

test('the writer writes the published vectors, byte for byte', async () => {
  expect(entries).toHaveLength(3);
  for (const { sealed } of entries) expect(canonicalJson(JSON.parse(sealed) as Json)).toBe(sealed);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(LOAD, [JSON.stringify(records)]);
  await owner.end();

  const folder = mkdtempSync(join(tmpdir(), 'vamco-vectors-'));
  const made = await makeCheckpoint(opened.db, { folder, key }, () => instant('2026-11-23T18:00:00+07:00'));
  expect(made).toEqual(checkpoint);
  expect(await verifyJournal(opened.db, [checkpoint], publicKeyOf(key))).toMatchObject({
    ok: true,
    entries: 3,
    unsealed: 0,
  });
});
