/** Records of an import file: the first line tells which file it is, every record after it is numbered and read. */
import { readCatalogueRow, columnOrder, type ReadRecord } from './read-catalogue.ts';
import { readCsvRecords } from './csv-records.ts';
import { readDetailLine } from './read-detail.ts';
import { isNotText, type Line, readLines } from './lines.ts';

export interface NumberedRecord {
  readonly number: number;
  readonly read: ReadRecord;
}

export interface RecordSource {
  readonly kind: 'catalogue' | 'detail' | 'unknown';
  readonly records: AsyncIterable<NumberedRecord>;
}

/** JSON Lines by name or by a first line that begins with a brace; a header with the catalogue's columns is the catalogue; anything else is not ours. */
export async function readRecords(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<RecordSource> {
  const lines = readLines(stream);
  const first = await firstLine(lines);
  if (!first) return { kind: 'unknown', records: nothing() };
  if (/\.(jsonl|ndjson)$/i.test(name) || first.text.trimStart().startsWith('{'))
    return { kind: 'detail', records: detailRecords(chain(first, lines)) };
  const records = readCsvRecords(chain(first, lines));
  const header = (await records.next()).value;
  const order = header?.fields && columnOrder(header.fields);
  if (!order) return { kind: 'unknown', records: unknownFile() };
  return { kind: 'catalogue', records: catalogueRecords(records, order, header.fields.length) };
}

async function* detailRecords(lines: AsyncIterable<Line>): AsyncGenerator<NumberedRecord> {
  let number = 0;
  for await (const line of lines) {
    if (line.text.trim() === '' && !line.tooLong) continue;
    number += 1;
    yield { number, read: readLine(line) };
  }
}

function readLine({ text, tooLong }: Line): ReadRecord {
  if (tooLong) return { refusal: 'procedures.record-too-long', code: null };
  if (isNotText(text)) return { refusal: 'procedures.not-text', code: null };
  return readDetailLine(text);
}

async function* catalogueRecords(
  records: ReturnType<typeof readCsvRecords>,
  order: readonly number[],
  width: number,
): AsyncGenerator<NumberedRecord> {
  let number = 0;
  for await (const record of records) {
    number += 1;
    const read: ReadRecord = record.fields
      ? readCatalogueRow(record.fields, order, width)
      : { refusal: record.refusal, code: null };
    yield { number, read };
  }
}

async function* unknownFile(): AsyncGenerator<NumberedRecord> {
  yield { number: 1, read: { refusal: 'procedures.file-unknown', code: null } };
}

async function* nothing(): AsyncGenerator<NumberedRecord> {
  // an empty file has no record to load or to report
}

async function firstLine(lines: AsyncIterator<Line>): Promise<Line | undefined> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.text.trim() !== '' || next.value.tooLong) return next.value;
  }
  return undefined;
}

async function* chain(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first;
  yield* rest;
}
