import { execFile } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant, systemClock } from '../src/platform/calendar/instant.ts';
import { writeAct } from '../src/platform/cases/act.ts';
import { type OpenDatabase, openDatabase } from '../src/platform/db/database.ts';
import { newId } from '../src/platform/db/ids.ts';
import { makeCheckpoint } from '../src/platform/journal/checkpoints.ts';
import { sealEntry } from '../src/platform/journal/entry.ts';
import { testDatabase } from '../test/harness/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vamco-verifier-'));
const checkpoints = join(folder, 'checkpoints');
const publicKey = join(folder, 'journal.public.pem');
/** Two subjects of different chains, 7 and 8. */
const subject = '01930000-0000-7000-8000-0000000000a7';
const other = '01930000-0000-7000-8000-0000000000a8';

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
let key: KeyObject;
beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl });
  const pair = generateKeyPairSync('ed25519');
  key = pair.privateKey;
  writeFileSync(publicKey, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  for (let i = 0; i < 5; i++) await append(subject, i);
  await append(other, 0);
  await opened.db
    .insertInto('journal.reading')
    .values({ id: newId(), account_id: newId(), subject_id: subject, what: 'test.person' })
    .execute();
  await seal();
  await append(subject, 5);
  await seal();
  await append(subject, 6);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const seal = () => makeCheckpoint(opened.db, { folder: checkpoints, key }, systemClock);
const append = (id: string, i: number) => {
  const context = { actor: { kind: 'program', program: 'test' }, subject: { type: 'test', id } } as const;
  const draft = { type: 'test.something-happened', body: { i }, content: { reason: `vì trời mưa ${i}` } };
  const entry = sealEntry(draft, { ...context, at: instant('2026-11-23T09:00') });
  return writeAct(opened.db, { rows: [], entries: [entry] });
};

interface Answer {
  readonly code: number;
  readonly text: string;
  readonly report: { ok: boolean; entries: number; checkpoints: number; unsealed: number; faults: { kind: string }[] };
}

function verifier(...args: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'verify.ts'), ...args], (error, stdout, stderr) => {
      const text = stdout + stderr;
      const report = stdout.startsWith('{') ? (JSON.parse(stdout) as Answer['report']) : ({} as Answer['report']);
      resolve({ code: error ? (error.code as number) : 0, text, report });
    });
  });
}

const verify = (held = checkpoints): Promise<Answer> =>
  verifier('--database', database.ownerUrl, '--checkpoints', held, '--key', publicKey, '--json');

const kindsIn = ({ report }: Answer): string[] => [...new Set(report.faults.map(({ kind }) => kind))].sort();

/** Attacks as the database's owner, looks, and takes the attack back. */
async function attack(sql: string): Promise<string[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const tables = ['entry', 'content', 'head', 'position', 'reading'];
  try {
    for (const table of tables) await client.query(`create table kept_${table} as table journal.${table}`);
    await client.query('begin; set constraints all deferred');
    const { rows } = await client.query(`select chain, id from journal.entry where subject_id = $1 limit 1`, [subject]);
    await client.query(sql.replaceAll(':chain', rows[0].chain).replaceAll(':subject', `'${subject}'`));
    await client.query('commit');
    const answer = await verify();
    expect(answer.code).toBe(1);
    return kindsIn(answer);
  } finally {
    await client.query(
      `begin; set constraints all deferred; truncate ${tables.map((table) => `journal.${table}`).join()} cascade`,
    );
    for (const table of tables) {
      await client.query(`insert into journal.${table} table kept_${table}; drop table kept_${table}`);
    }
    await client.query('commit');
    await client.end();
  }
}

const entryAt = (seq: string): string => `(select id from journal.entry where chain = :chain and seq = ${seq})`;
const RECHAIN = `do $$ declare e record; prev bytea := decode(repeat('00', 32), 'hex'); begin
  for e in select * from journal.entry where chain = :chain order by seq loop
    prev := sha256(convert_to(concat_ws(e'\\n', 'vamco-journal-1', e.chain, e.seq, encode(prev, 'hex'), (extract(epoch from e.recorded_at) * 1000000)::bigint, e.sealed), 'UTF8'));
    update journal.entry set hash = prev where id = e.id;
  end loop; update journal.head set hash = prev, seq = (select max(seq) from journal.entry where chain = :chain) where chain = :chain; end $$;`;
const REMOVE = (which: string): string => `
  delete from journal.position where entry_id in (select id from journal.entry where chain = :chain and ${which});
  delete from journal.content where entry_id in (select id from journal.entry where chain = :chain and ${which});
  delete from journal.entry where chain = :chain and ${which};`;

test('a whole journal is whole, and the tail after the last checkpoint is counted', async () => {
  const answer = await verify();
  expect(answer.report).toEqual({ ok: true, entries: 8, checkpoints: 2, unsealed: 1, faults: [] });
  expect(answer.code).toBe(0);
});

const attacks: [what: string, sql: string, found: string[]][] = [
  [
    'a changed entry',
    `update journal.entry set sealed = replace(sealed, '"i":2', '"i":9') where chain = :chain and seq = 3`,
    ['entry-changed'],
  ],
  [
    'a changed time of recording',
    `update journal.entry set recorded_at = recorded_at + interval '1 microsecond' where chain = :chain and seq = 3`,
    ['entry-changed'],
  ],
  [
    'a changed column',
    `update journal.entry set account_id = gen_random_uuid() where chain = :chain and seq = 3`,
    ['column-changed'],
  ],
  [
    'a chain rewritten to its end',
    `update journal.entry set sealed = replace(sealed, '"i":2', '"i":9') where chain = :chain and seq = 3; ${RECHAIN}`,
    ['checkpoint-contradicted'],
  ],
  ['a removed entry', REMOVE('seq = 3'), ['entry-changed', 'entry-missing']],
  [
    'a removed entry with the rest moved up and rechained',
    `${REMOVE('seq = 3')} update journal.entry set seq = -seq where chain = :chain and seq > 3; update journal.entry set seq = -seq - 1 where chain = :chain and seq < 0; ${RECHAIN}`,
    ['checkpoint-contradicted'],
  ],
  [
    'two entries that changed places',
    `update journal.entry set seq = -seq where chain = :chain and seq in (2, 3); update journal.entry set seq = 5 + seq where chain = :chain and seq < 0`,
    ['entry-changed'],
  ],
  [
    'two entries that changed places, rechained',
    `update journal.entry set seq = -seq where chain = :chain and seq in (2, 3); update journal.entry set seq = 5 + seq where chain = :chain and seq < 0; ${RECHAIN}`,
    ['checkpoint-contradicted'],
  ],
  [
    'a tail cut after the last checkpoint',
    REMOVE('seq = (select max(seq) from journal.entry where chain = :chain)'),
    ['entry-missing'],
  ],
  ['a tail cut before the last checkpoint, heads set back', `${REMOVE('seq > 5')} ${RECHAIN}`, ['entry-missing']],
  ['a head that was moved', `update journal.head set seq = seq - 1 where chain = :chain`, ['head-changed']],
  [
    'a changed content',
    `update journal.content set body = '"vì trời nắng"' where entry_id = ${entryAt('3')}`,
    ['content-changed'],
  ],
  ['a removed content', `delete from journal.content where entry_id = ${entryAt('3')}`, ['content-missing']],
  [
    'a content put in later',
    `insert into journal.content (id, entry_id, subject_id, name, salt, body) values (gen_random_uuid(), ${entryAt('3')}, :subject, 'reason', 'x', '"khác"')`,
    ['content-unnamed'],
  ],
  [
    'a content erased without an order',
    `update journal.content set body = null, salt = null, erased_by = ${entryAt('4')} where entry_id = ${entryAt('3')}`,
    ['erasure-unexplained'],
  ],
  [
    'an entry that stands in another chain',
    `update journal.entry set chain = (chain + 1) % 32, seq = 900 where chain = :chain and seq = (select max(seq) from journal.entry where chain = :chain)`,
    ['entry-changed', 'entry-in-wrong-chain', 'entry-missing', 'head-changed'],
  ],
  [
    'a sealed text that is no longer canonical',
    `update journal.entry set sealed = replace(sealed, '"i":2', '"i": 2') where chain = :chain and seq = 3; ${RECHAIN}`,
    ['checkpoint-contradicted', 'entry-malformed'],
  ],
  ['a removed reading', 'delete from journal.reading', ['readings-changed']],
];

test.each(attacks)('%s is found', async (_what, sql, found) => {
  expect(await attack(sql)).toEqual(found);
  expect((await verify()).report.ok).toBe(true);
});

test('a forged, a removed and a re-ordered checkpoint are found', async () => {
  const read = (name: string) => JSON.parse(readFileSync(join(checkpoints, name), 'utf8')) as Record<string, string>;
  const [first, second] = [read('00000001.json'), read('00000002.json')];
  const held = (files: Record<string, object>): string => {
    const place = mkdtempSync(join(folder, 'held-'));
    for (const [name, file] of Object.entries(files)) writeFileSync(join(place, name), JSON.stringify(file));
    return place;
  };
  const forged = { ...second, sealed: second.sealed?.replace('"entries":7', '"entries":6') };
  expect(kindsIn(await verify(held({ '00000001.json': first, '00000002.json': forged })))).toEqual([
    'checkpoint-forged',
  ]);
  expect(kindsIn(await verify(held({ '00000002.json': second })))).toEqual(['checkpoint-missing']);
  expect(kindsIn(await verify(held({ '00000001.json': second, '00000002.json': first })))).toEqual([
    'checkpoint-forged',
  ]);
  const stranger = join(folder, 'stranger.pem');
  writeFileSync(stranger, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  const answer = await verifier('--database', database.ownerUrl, '--checkpoints', checkpoints, '--key', stranger);
  expect(answer.code).toBe(1);
  expect(answer.text).toContain('checkpoint-forged checkpoint=1');
});

test('an export is verified without PostgreSQL, and what was changed in it is found', async () => {
  const file = join(folder, 'journal.jsonl');
  expect((await verifier('--database', database.ownerUrl, '--export', file)).code).toBe(0);
  const check = () => verifier('--journal', file, '--checkpoints', checkpoints, '--key', publicKey, '--json');
  expect((await check()).report).toEqual((await verify()).report);
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.filter((line) => !line.includes('vì trời mưa 4')).join('\n'));
  expect(kindsIn(await check())).toEqual(['entry-changed', 'entry-missing']);
  writeFileSync(file, `${lines[0]}\n{"kind":"entry"}\n`);
  const broken = await check();
  expect(broken).toMatchObject({ code: 2, text: `${file}:2 is not a record of a journal\n` });
});

test('the published vectors are whole', async () => {
  const vectors = join(import.meta.dirname, '../docs/standards/journal-vectors');
  const answer = await verifier(
    '--journal',
    join(vectors, 'journal.jsonl'),
    '--checkpoints',
    join(vectors, 'checkpoints'),
    '--key',
    join(vectors, 'journal.public.pem'),
    '--json',
  );
  expect(answer.report).toEqual({ ok: true, entries: 3, checkpoints: 1, unsealed: 0, faults: [] });
});

test('what cannot be read ends with 2 and a sentence', async () => {
  expect((await verifier()).code).toBe(2);
  const lost = await verifier('--journal', join(folder, 'none'), '--checkpoints', checkpoints, '--key', publicKey);
  expect(lost.code).toBe(2);
  expect(lost.text).toContain('no such file');
});

test('the verifier shares no code with the program', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  const imported = files.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/ from '([^']+)'/g)].map(
      (match) => match[1] as string,
    ),
  );
  expect(imported.length).toBeGreaterThan(10);
  expect(imported.filter((from) => !/^(node:[a-z/]+|pg|\.\/[a-z-]+\.ts)$/.test(from))).toEqual([]);
});
