/** Checkpoints: signed statements of where the 32 chains stood, kept outside the database so that its administrator cannot rewrite the past. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Clock, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { canonicalJson } from '../db/json.ts';

export interface Checkpoint {
  readonly number: number;
  /** Canonical JSON: { v, number, at, entries, heads: [[seq, hash] × 32], readings, previous }. */
  readonly sealed: string;
  /** Ed25519 over the UTF-8 bytes of `sealed`, base64. */
  readonly signature: string;
}

/** Where checkpoints go besides the table: a folder that is not the database's, and perhaps a receiver on another machine. */
export interface CheckpointKeeper {
  readonly folder: string;
  readonly key: KeyObject;
  /** Posts JSON `{ number, sealed, signature }`; failing leaves the file as the proof, and the next run tries again with the newest. */
  readonly receiver?: string;
}

/** Reads the signing key of an installation, or makes it: `journal.private.pem` (mode 0600) and `journal.public.pem`. */
export async function checkpointKey(keyFolder: string): Promise<KeyObject> {
  const file = join(keyFolder, 'journal.private.pem');
  if (existsSync(file)) return createPrivateKey(await readFile(file));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await mkdir(keyFolder, { recursive: true, mode: 0o700 });
  await writeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  await writeOnce(
    join(keyFolder, 'journal.public.pem'),
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    0o644,
  );
  return privateKey;
}

/** Makes the next checkpoint when anything happened since the last one. Two processes at once: one wins, the other answers undefined. */
export async function makeCheckpoint(db: Db, keeper: CheckpointKeeper, clock: Clock): Promise<Checkpoint | undefined> {
  const checkpoint = await db.transaction().execute(async (trx) => {
    const lock = await sql<{
      mine: boolean;
    }>`select pg_try_advisory_xact_lock(hashtext('journal.checkpoint')) as mine`.execute(trx);
    return lock.rows[0]?.mine ? sealNext(trx, keeper, clock) : undefined;
  });
  await keepMissing(db, keeper.folder);
  if (!checkpoint) return undefined;
  if (keeper.receiver) await send(keeper.receiver, checkpoint);
  return checkpoint;
}

async function sealNext(trx: Db, keeper: CheckpointKeeper, clock: Clock): Promise<Checkpoint | undefined> {
  const last = await trx
    .selectFrom('journal.checkpoint')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  // One statement, one snapshot: the 32 heads as committed at one moment.
  const heads = await sql<{
    seq: number;
    hash: string;
  }>`select seq, encode(hash, 'hex') as hash from journal.head order by chain`.execute(trx);
  const entries = heads.rows.reduce((sum, head) => sum + head.seq, 0);
  const number = (last?.number ?? 0) + 1;
  const readings = await sealReadings(trx, number);
  const before = last ? (JSON.parse(last.sealed) as { entries: number }).entries : -1;
  if (entries === before && readings.count === 0) return undefined;
  const sealed = canonicalJson({
    v: 1,
    number,
    at: isoOf(clock()),
    entries,
    heads: heads.rows.map((head) => [head.seq, head.hash]),
    readings: { count: readings.count, sha256: readings.sha256 },
    previous: last ? sha256(last.sealed) : null,
  });
  const checkpoint = {
    number,
    sealed,
    signature: sign(null, Buffer.from(sealed, 'utf8'), keeper.key).toString('base64'),
  };
  await trx.insertInto('journal.checkpoint').values(checkpoint).execute();
  return checkpoint;
}

/** Readings of personal data are not chained; each checkpoint takes those since the last under one digest. */
async function sealReadings(trx: Db, number: number): Promise<{ count: number; sha256: string }> {
  const rows = await sql<{ line: string }>`
    with sealed as (
      update journal.reading set checkpoint = ${number} where checkpoint is null
      returning id, account_id, subject_id, what, (extract(epoch from recorded_at) * 1000000)::bigint::text as micros
    )
    select concat_ws('|', id, account_id, subject_id, what, micros) as line from sealed order by id
  `.execute(trx);
  return { count: rows.rows.length, sha256: sha256(rows.rows.map((row) => row.line).join('\n')) };
}

/** Writes the file of the newest checkpoint, and of those before it whose process died between commit and file. */
async function keepMissing(db: Db, folder: string): Promise<void> {
  const kept = await listKept(folder);
  const last = Number.parseInt(kept.at(-1) ?? '0', 10);
  const missing = await db
    .selectFrom('journal.checkpoint')
    .selectAll()
    .where('number', '>', last)
    .orderBy('number')
    .execute();
  for (const checkpoint of missing) await keepInFolder(folder, checkpoint);
}

async function keepInFolder(folder: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = `${String(checkpoint.number).padStart(8, '0')}.json`;
  await writeOnce(join(folder, name), `${JSON.stringify(checkpoint)}\n`, 0o444);
}

async function send(receiver: string, checkpoint: Checkpoint): Promise<void> {
  const response = await fetch(receiver, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `checkpoint-${checkpoint.number}` },
    body: JSON.stringify(checkpoint),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`the checkpoint receiver answered ${response.status}`);
}

export async function readKeptCheckpoints(folder: string): Promise<Checkpoint[]> {
  const names = await listKept(folder);
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Checkpoint));
}

const listKept = async (folder: string): Promise<string[]> =>
  existsSync(folder) ? (await readdir(folder)).filter((name) => /^\d{8}\.json$/.test(name)).sort() : [];

export const publicKeyOf = (key: KeyObject): KeyObject => createPublicKey(key);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

async function writeOnce(file: string, text: string, mode: number): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  const handle = await open(temporary, 'w', mode);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(temporary, file);
}
