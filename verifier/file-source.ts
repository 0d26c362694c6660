/** A journal read from an export: one record a line, so that it can be verified where no PostgreSQL is. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { CHAINS } from './checkpoints.ts';
import type { JournalRecord } from './record.ts';

/** Throws with the line's number on what is not a record. */
export async function* readExport(file: string): AsyncGenerator<JournalRecord> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    if (line !== '') yield readLine(line, `${file}:${number}`);
  }
}

function readLine(line: string, where: string): JournalRecord {
  let record: JournalRecord;
  try {
    record = JSON.parse(line) as JournalRecord;
  } catch (error) {
    throw new Error(`${where} is not JSON`, { cause: error });
  }
  if (!isRecord(record)) throw new Error(`${where} is not a record of a journal`);
  return record;
}

function isRecord(record: JournalRecord): boolean {
  if (record === null || typeof record !== 'object') return false;
  if (record.kind === 'reading') return true;
  const placed = Number.isSafeInteger(record.seq) && Number.isInteger(record.chain);
  const inChain = placed && record.chain >= 0 && record.chain < CHAINS;
  if (record.kind === 'head') return inChain;
  return record.kind === 'entry' && inChain && typeof record.sealed === 'string' && Array.isArray(record.contents);
}

/** Writes what is read from elsewhere as an export. */
export async function writeExport(file: string, records: AsyncIterable<JournalRecord>): Promise<void> {
  await pipeline(
    records,
    async function* (source: AsyncIterable<JournalRecord>) {
      for await (const record of source) yield `${JSON.stringify(record)}\n`;
    },
    createWriteStream(file, 'utf8'),
  );
}
