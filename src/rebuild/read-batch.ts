/** Reading a batch: the entries of some cases and the rows that the tables hold of them, as they stood at one moment. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { nameOf, type Row } from '../platform/cases/rebuild-case.ts';
import { type ReadEntry, readEntry } from '../platform/journal/entry.ts';

/** What is read of one case. */
export interface ReadCase {
  readonly id: string;
  /** In the order of their chain. */
  readonly entries: ReadEntry[];
  /** By table, then by what names the row. */
  readonly stored: Map<string, Map<string, Row>>;
}

export interface Batch {
  readonly cases: readonly ReadCase[];
  /** Where the next batch begins; undefined when there is none. */
  readonly next: string | undefined;
}

/** Kinds of case that are known here; another one is told of, never passed over. */
const KINDS = ['dossier', 'finding', 'incident'];
/** Before every case. */
export const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Some thousand dossiers: 15 MB in hand. */
const ENTRIES = 12_000;

/** A table to read, with the columns that name case and row. */
export interface ReadTable {
  readonly caseColumn: string;
  readonly key: readonly string[];
}

/** From the case after `after` on, in one transaction of its own, which sees one moment: a running server changes nothing meanwhile. */
export async function readBatch(
  trx: QueryExecutorProvider,
  after: string,
  tables: ReadonlyMap<string, ReadTable>,
): Promise<Batch> {
  await sql`set local time zone 'Asia/Ho_Chi_Minh'`.execute(trx);
  const found = await sql<FoundEntry>`
    select subject_id as id, seq, sealed from journal.entry
    where subject_id > ${after} and subject_type = any(${KINDS}) order by subject_id, recorded_at limit ${ENTRIES}
  `.execute(trx);
  const isLast = found.rows.length < ENTRIES;
  const lastId = found.rows.at(-1)?.id;
  // the last case may go on in the next batch, unless it fills this one
  const whole = isLast || found.rows[0]?.id === lastId ? found.rows : found.rows.filter(({ id }) => id !== lastId);
  if (!isLast && whole === found.rows) throw new Error(`case ${lastId} has more entries than a batch`);
  const upTo = isLast ? LAST : (whole.at(-1)?.id as string);
  const within = (column: string) => sql`${sql.ref(column)} > ${after} and ${sql.ref(column)} <= ${upTo}`;
  return { cases: await gather(trx, whole, { tables, within }), next: isLast ? undefined : upTo };
}

/** Beyond `after`, up to `upTo`. */
export interface Range {
  readonly after: string;
  readonly upTo: string;
}

/** The whole journal in ranges of so many cases, for readers side by side. */
export async function listRanges(db: QueryExecutorProvider, cases: number): Promise<readonly Range[]> {
  const found = await sql<{ id: string }>`
    select id from (select id, row_number() over (order by id) as place from cases.case) c where place % ${cases} = 0 order by id
  `.execute(db);
  const ends = [...found.rows.map(({ id }) => id), LAST];
  return ends.map((upTo, place) => ({ after: ends[place - 1] ?? FIRST, upTo }));
}

export async function readRange(
  trx: QueryExecutorProvider,
  { after, upTo }: Range,
  tables: ReadonlyMap<string, ReadTable>,
): Promise<readonly ReadCase[]> {
  await sql`set local time zone 'Asia/Ho_Chi_Minh'`.execute(trx);
  const within = (column: string) => sql`${sql.ref(column)} > ${after} and ${sql.ref(column)} <= ${upTo}`;
  const found = await sql<FoundEntry>`
    select subject_id as id, seq, sealed from journal.entry
    where ${within('subject_id')} and subject_type = any(${KINDS}) order by subject_id, recorded_at
  `.execute(trx);
  return gather(trx, found.rows, { tables, within });
}

/** Some cases by their ids. */
export async function readCases(
  trx: QueryExecutorProvider,
  ids: readonly string[],
  tables: ReadonlyMap<string, ReadTable>,
): Promise<readonly ReadCase[]> {
  await sql`set local time zone 'Asia/Ho_Chi_Minh'`.execute(trx);
  const found = await sql<FoundEntry>`
    select subject_id as id, seq, sealed from journal.entry
    where subject_id = any(${ids}::uuid[]) and subject_type = any(${KINDS}) order by subject_id, recorded_at
  `.execute(trx);
  return gather(trx, found.rows, { tables, within: (column) => sql`${sql.ref(column)} = any(${ids}::uuid[])` });
}

interface FoundEntry {
  readonly id: string;
  readonly seq: number;
  readonly sealed: string;
}

/** The entries with the rows that the tables hold of the same cases. */
async function gather(
  trx: QueryExecutorProvider,
  entries: readonly FoundEntry[],
  asked: {
    readonly tables: ReadonlyMap<string, ReadTable>;
    readonly within: (column: string) => RawBuilder<unknown>;
  },
): Promise<readonly ReadCase[]> {
  const cases = new Map<string, ReadCase>();
  for (const { id, sealed } of entries.toSorted((a, b) => (a.id === b.id ? a.seq - b.seq : 0)))
    caseIn(cases, id).entries.push(readEntry(sealed));
  for (const [table, { caseColumn, key }] of asked.tables) {
    const rows = await sql<{ id: string; row: Row }>`
      select ${sql.ref(caseColumn)} as id, to_jsonb(t) as row from ${sql.table(table)} t where ${asked.within(caseColumn)}
    `.execute(trx);
    for (const { id, row } of rows.rows) storedIn(caseIn(cases, id), table).set(nameOf(row, key), row);
  }
  return [...cases.values()];
}

function caseIn(cases: Map<string, ReadCase>, id: string): ReadCase {
  const known = cases.get(id) ?? { id, entries: [], stored: new Map() };
  cases.set(id, known);
  return known;
}

function storedIn({ stored }: ReadCase, table: string): Map<string, Row> {
  const known = stored.get(table) ?? new Map<string, Row>();
  stored.set(table, known);
  return known;
}
