/** Checkpoints held outside the database: their signatures, their order, and where they say the chains stood. */
import { createHash, type KeyObject, verify } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './fault.ts';

export const CHAINS = 32;
const NO_HASH = '0'.repeat(64);

export interface CheckpointFile {
  readonly number: number;
  readonly sealed: string;
  readonly signature: string;
}

export interface TrustedCheckpoint {
  readonly number: number;
  /** Sequence number and hash of each chain's head, in chain order. */
  readonly heads: readonly (readonly [number, string])[];
  readonly readings: { readonly count: number; readonly sha256: string };
}

/** Files `00000001.json`, … of a folder, in order. Throws with the file's name on what is not a checkpoint at all. */
export async function readCheckpoints(folder: string): Promise<CheckpointFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{8,}\.json$/.test(name)).sort();
  return Promise.all(names.map((name) => readOne(join(folder, name), Number.parseInt(name, 10))));
}

async function readOne(file: string, number: number): Promise<CheckpointFile> {
  const read = JSON.parse(await readFile(file, 'utf8')) as Partial<CheckpointFile>;
  if (typeof read.sealed !== 'string' || typeof read.signature !== 'string')
    throw new Error(`${file} is not a checkpoint: it has no sealed text or no signature`);
  // The file's name is its place in the order; a number inside that differs shows as a forgery.
  return { number, sealed: read.sealed, signature: read.signature };
}

/** Trusts a checkpoint when its signature is the key's, its text is whole and it follows the one before. */
export function judgeCheckpoints(
  files: readonly CheckpointFile[],
  key: KeyObject,
): { readonly trusted: readonly TrustedCheckpoint[]; readonly faults: readonly Fault[] } {
  const trusted: TrustedCheckpoint[] = [];
  const faults: Fault[] = [];
  let before: CheckpointFile | undefined;
  for (const file of files) {
    const gap = file.number - (before?.number ?? 0) - 1;
    if (gap > 0) faults.push({ kind: 'checkpoint-missing', checkpoint: file.number - gap, count: gap });
    const text = openSealed(file, key);
    const follows = gap > 0 || text?.previous === (before ? sha256(before.sealed) : null);
    if (text && follows) trusted.push(text);
    else faults.push({ kind: 'checkpoint-forged', checkpoint: file.number });
    before = file;
  }
  return { trusted, faults };
}

interface SealedCheckpoint extends TrustedCheckpoint {
  readonly v: number;
  readonly entries: number;
  readonly previous: string | null;
}

function openSealed(file: CheckpointFile, key: KeyObject): SealedCheckpoint | undefined {
  const signature = Buffer.from(file.signature, 'base64');
  if (!verify(null, Buffer.from(file.sealed, 'utf8'), key, signature)) return undefined;
  const text = JSON.parse(file.sealed) as SealedCheckpoint;
  const sum = text.heads.reduce((total, [seq]) => total + seq, 0);
  const whole =
    text.v === 1 &&
    text.number === file.number &&
    text.heads.length === CHAINS &&
    text.entries === sum &&
    text.heads.every(([seq, hash]) => seq > 0 || hash === NO_HASH);
  return whole ? text : undefined;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
