/** Importing the national catalogue and its records in full, as they are: every record is loaded or reported, the same file again changes nothing, and what has changed waits for an administrator. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import { writeAct } from '../../../platform/cases/act.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { type EntryActor, sealEntry } from '../../../platform/journal/entry.ts';
import { upsertListings } from '../listing.ts';
import type { ProcedureTables, RecordKind } from '../tables.ts';
import { refreshWords } from '../words.ts';
import { type KnownRecord, type NewRecord, proposeDifferences } from './differences.ts';
import { homeNames } from './home-names.ts';
import { IMPORT_REFUSALS, type ImportedRecord, type ImportRefusal } from './imported-record.ts';
import { listingOfRecord } from './mapping.ts';
import { type NumberedRecord, readRecords } from './read-records.ts';

export interface ReportedRecord {
  /** Counted from 1, without the header. */
  readonly record: number;
  /** The procedure's code as written, when there was one. */
  readonly code: string | null;
  readonly rule: ImportRefusal;
  readonly reason: string;
}

export interface ImportResult {
  readonly reportId: string;
  readonly kind: RecordKind | 'unknown';
  /** With those that were there already. */
  readonly loaded: number;
  readonly unchanged: number;
  /** Say otherwise than before: the record stays as it was until an administrator accepts the difference. */
  readonly changed: number;
  /** Loaded, with something to look at. */
  readonly flagged: number;
  readonly reported: readonly ReportedRecord[];
}

export interface ImportSource {
  readonly stream: AsyncIterable<Uint8Array | string>;
  /** The file's name, for the report. */
  readonly name: string;
  readonly actor: EntryActor;
  readonly clock: Clock;
}

/** No transaction holds more than this, so an import never keeps others waiting. */
const BATCH = 500;

export async function importProcedures(db: Db<ProcedureTables>, source: ImportSource): Promise<ImportResult> {
  const { name, actor, clock } = source;
  const reportId = newId();
  const read = await readRecords(source.stream, name);
  const started = { id: reportId, file_name: name.slice(0, 200), kind: read.kind, started_at: isoOf(clock()) };
  await db.insertInto('procedures.import_report').values(started).execute();
  const home = await homeNames(db);
  const tally: Tally = { loaded: 0, unchanged: 0, changed: 0, flagged: 0, reported: [], seen: new Set() };
  for await (const batch of batches(read.records)) await loadBatch(db, { reportId, home, batch, tally, at: clock() });
  const { loaded, unchanged, changed, flagged, reported } = tally;
  const counts = { loaded, unchanged, changed, flagged, reported: reported.length };
  await db.transaction().execute(async (trx) => {
    if (loaded > unchanged + changed) await refreshWords(trx);
    const finished = { ...counts, finished_at: isoOf(clock()) };
    await trx.updateTable('procedures.import_report').set(finished).where('id', '=', reportId).execute();
    const draft = { type: 'procedures.catalogue-imported', version: 2, body: { kind: read.kind, ...counts } };
    const subject = { type: 'procedures.import_report', id: reportId };
    await writeAct(platformPart(trx), { rows: [], entries: [sealEntry(draft, { actor, subject, at: clock() })] });
  });
  return { reportId, kind: read.kind, loaded, unchanged, changed, flagged, reported };
}

interface Tally {
  loaded: number;
  unchanged: number;
  changed: number;
  flagged: number;
  readonly reported: ReportedRecord[];
  readonly seen: Set<string>;
}

interface Batch {
  readonly at: Instant;
  readonly reportId: string;
  readonly home: readonly string[];
  readonly batch: readonly NumberedRecord[];
  readonly tally: Tally;
}

interface Line {
  readonly record: number;
  readonly code: string | null;
  readonly reasons: readonly string[];
  readonly loaded: boolean;
}

async function loadBatch(db: Db<ProcedureTables>, { reportId, home, batch, tally, at }: Batch): Promise<void> {
  const lines: Line[] = [];
  const good: NewRecord[] = [];
  for (const one of batch) {
    const refusal =
      one.read.record && tally.seen.has(one.read.record.code) ? 'procedures.code-repeated' : one.read.refusal;
    if (refusal !== undefined) {
      const code = one.read.record?.code ?? ('code' in one.read ? one.read.code : null);
      tally.reported.push({ record: one.number, code, rule: refusal, reason: IMPORT_REFUSALS[refusal].vi });
      lines.push({ record: one.number, code, reasons: [refusal], loaded: false });
    } else if (one.read.record) {
      const { record, flags } = one.read;
      tally.seen.add(record.code);
      good.push({ record, flags, digest: createHash('sha256').update(JSON.stringify(record)).digest('hex') });
      if (flags.length > 0) lines.push({ record: one.number, code: record.code, reasons: flags, loaded: true });
    }
  }
  await db.transaction().execute(async (trx) => {
    const known = await knownRecords(trx, good);
    const knownOf = ({ record: { code, kind } }: NewRecord) => known.get(`${code} ${kind}`);
    const fresh = good.filter((one) => knownOf(one) === undefined);
    await putRecords(trx, fresh, { reportId, home });
    await putLines(trx, reportId, lines);
    const again = good.flatMap((now) => {
      const before = knownOf(now);
      return before ? [{ known: before, now }] : [];
    });
    const changed = await proposeDifferences(trx, again, { reportId, at });
    tally.changed += changed;
    tally.unchanged += again.length - changed;
  });
  tally.loaded += good.length;
  tally.flagged += lines.filter((line) => line.loaded).length;
}

async function knownRecords(trx: Db<ProcedureTables>, good: readonly NewRecord[]): Promise<Map<string, KnownRecord>> {
  if (good.length === 0) return new Map();
  const rows = await trx
    .selectFrom('procedures.record as r')
    .innerJoin('procedures.procedure as p', 'p.id', 'r.procedure_id')
    .select(['p.code', 'r.procedure_id', 'r.kind', 'r.digest', 'r.content'])
    .where('p.code', '=', sql<string>`any(${good.map((one) => one.record.code)})`)
    .execute();
  return new Map(rows.map((row) => [`${row.code} ${row.kind}`, { ...row, content: row.content as ImportedRecord }]));
}

async function putRecords(
  trx: Db<ProcedureTables>,
  fresh: readonly NewRecord[],
  { reportId, home }: Pick<Batch, 'reportId' | 'home'>,
): Promise<void> {
  if (fresh.length === 0) return;
  const ids = await upsertListings(
    trx,
    fresh.map((one) => listingOfRecord(one.record, home)),
  );
  const rows = fresh.map(({ record, flags, digest }) => ({
    procedure_id: ids.get(record.code),
    kind: record.kind,
    content: record,
    flags,
    digest,
    report_id: reportId,
  }));
  await sql`
    insert into procedures.record (procedure_id, kind, content, flags, digest, report_id)
    select procedure_id, kind, content, flags, digest, report_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
      (procedure_id uuid, kind text, content jsonb, flags text[], digest text, report_id uuid)
    on conflict (procedure_id, kind) do update set content = excluded.content, flags = excluded.flags, digest = excluded.digest, report_id = excluded.report_id
  `.execute(trx);
}

async function putLines(trx: Db<ProcedureTables>, reportId: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({ report_id: reportId, ...line, code: line.code, reasons: [...line.reasons] }));
  await sql`
    insert into procedures.import_line (report_id, record, code, reasons, loaded)
    select report_id, record, code, reasons, loaded from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l
      (report_id uuid, record integer, code text, reasons text[], loaded boolean)
  `.execute(trx);
}

async function* batches(records: AsyncIterable<NumberedRecord>): AsyncGenerator<NumberedRecord[]> {
  let batch: NumberedRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
