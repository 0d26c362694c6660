/** Differences: what an import says otherwise than the record before, kept for an administrator and listed. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { DifferenceState, ProcedureTables, RecordKind } from '../tables.ts';
import type { ImportedRecord, ImportFlag } from './imported-record.ts';
import { differencesOf } from './record-difference.ts';

export interface KnownRecord {
  readonly procedure_id: string;
  readonly kind: RecordKind;
  readonly digest: string;
  readonly content: ImportedRecord;
}

export interface NewRecord {
  readonly record: ImportedRecord;
  readonly flags: readonly ImportFlag[];
  readonly digest: string;
}

interface Pair {
  readonly known: KnownRecord;
  readonly now: NewRecord;
}

/** Puts what differs before the administrator; what they rejected before is not asked again. Answers how many wait because of this. */
export async function proposeDifferences(
  trx: Db<ProcedureTables>,
  pairs: readonly Pair[],
  { reportId, at }: { readonly reportId: string; readonly at: Instant },
): Promise<number> {
  const latest = await readLatest(
    trx,
    pairs.map(({ known }) => known.procedure_id),
  );
  let waiting = 0;
  for (const { known, now } of pairs) {
    const last = latest.get(`${known.procedure_id} ${known.kind}`);
    const isSame = now.digest === known.digest || differencesOf(known.content, now.record).length === 0;
    const isKnown = last?.digest === now.digest;
    if (last?.state === 'open' && (isSame || !isKnown)) await closeDifference(trx, last.id, { state: 'overtaken', at });
    if (isSame || (isKnown && last.state === 'rejected')) continue;
    waiting += 1;
    if (!isKnown || last.state !== 'open') await insertDifference(trx, { known, now }, { reportId, at });
  }
  return waiting;
}

interface Latest {
  readonly id: string;
  readonly digest: string;
  readonly state: DifferenceState;
}

/** The last one of each record that no later import overtook, by procedure and kind. */
async function readLatest(trx: Db<ProcedureTables>, procedures: readonly string[]): Promise<Map<string, Latest>> {
  const rows = await sql<Latest & { procedure_id: string; kind: RecordKind }>`
    select distinct on (procedure_id, kind) id, procedure_id, kind, digest, state from procedures.difference
    where procedure_id = any(${procedures}::uuid[]) and state <> 'overtaken' order by procedure_id, kind, id desc
  `.execute(trx);
  return new Map(rows.rows.map((row) => [`${row.procedure_id} ${row.kind}`, row]));
}

async function insertDifference(
  trx: Db<ProcedureTables>,
  { known, now }: Pair,
  { reportId, at }: { readonly reportId: string; readonly at: Instant },
): Promise<void> {
  await trx
    .insertInto('procedures.difference')
    .values({
      id: newId(),
      procedure_id: known.procedure_id,
      kind: known.kind,
      report_id: reportId,
      before: JSON.stringify(known.content),
      after: JSON.stringify(now.record),
      flags: [...now.flags],
      digest: now.digest,
      found_at: isoOf(at),
    })
    .execute();
}

export async function closeDifference(
  trx: Db<ProcedureTables>,
  id: string,
  { state, at }: { readonly state: DifferenceState; readonly at: Instant },
): Promise<void> {
  await trx
    .updateTable('procedures.difference')
    .set({ state, settled_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
}

export interface ListedDifference {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly offered: boolean;
  readonly state: DifferenceState;
  readonly foundAt: Instant;
  readonly before: ImportedRecord;
  readonly after: ImportedRecord;
}

const LISTED = sql<ListedDifference>`
  select d.id, p.code, p.name ->> 'vi' as name, p.offered, d.state, d.found_at as "foundAt", d.before, d.after
  from procedures.difference d join procedures.procedure p on p.id = d.procedure_id`;

/** Newest first, by key; `before` is `next` of the page before. */
export async function listDifferences(
  db: Db<ProcedureTables>,
  { state, before, limit }: { readonly state: DifferenceState; readonly before?: string; readonly limit: number },
): Promise<{ readonly differences: readonly ListedDifference[]; readonly next?: string }> {
  const rows = await sql<ListedDifference>`
    ${LISTED} where d.state = ${state} and ${before === undefined ? sql`true` : sql`d.id < ${before}`}
    order by d.id desc limit ${limit + 1}
  `.execute(db);
  const differences = rows.rows.slice(0, limit);
  const last = rows.rows.length > limit ? differences.at(-1) : undefined;
  return { differences, ...(last && { next: last.id }) };
}

export async function findDifference(db: Db<ProcedureTables>, id: string): Promise<ListedDifference | undefined> {
  const rows = await sql<ListedDifference>`${LISTED} where d.id = ${id}`.execute(db);
  return rows.rows[0];
}

export async function countOpenDifferences(db: Db<ProcedureTables>): Promise<number> {
  const { open } = await db
    .selectFrom('procedures.difference')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return open;
}
