/** Shifts and drills made again: who was on duty in which centre and what was practised, from the entries that tell of it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { instant } from '../platform/calendar/instant.ts';
import { nameOf, type Row } from '../platform/cases/rebuild-case.ts';
import type { Json } from '../platform/db/json.ts';
import { type ReadEntry, readEntry } from '../platform/journal/entry.ts';
import { compareRows, type Difference } from './compare-rows.ts';

const SHIFT = 'operations_centre.shift';
const DRILL = 'operations_centre.drill';

/** Columns that the journal keeps; the title of a drill is content. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  [SHIFT]: ['id', 'unit_id', 'account_id', 'began_at', 'ended_at', 'handed_to', 'version'],
  [DRILL]: ['id', 'unit_id', 'began_at', 'began_by', 'ends_at', 'ended_at', 'version'],
};

export interface RebuiltDuty {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  /** Who took over from whom by entries that do not name the new shift (version 1): those shifts cannot be made again. */
  readonly unnamed: ReadonlySet<string>;
}

const nameless = (unit: Json, account: Json, began: string): string =>
  `${unit as string} ${account as string} ${instant(began)}`;

/** `entries` in the order they were written. Pure. */
export function rebuildDuty(entries: readonly ReadEntry[]): RebuiltDuty {
  const unnamed = new Set<string>();
  const rows = new Map([SHIFT, DRILL].map((table) => [table, new Map<string, Row>()]));
  const put = (table: string, id: string, values: Row): void => {
    const known = rows.get(table)?.get(id);
    rows.get(table)?.set(id, { ...known, ...values, version: known ? Number(known.version) + 1 : 1 });
  };
  const openDrill = new Map<string, string>();
  for (const { type, tv, subject, at, body, actor } of entries) {
    const { id } = subject;
    const unit = typeof body?.unit === 'string' ? body.unit : '';
    const account = (actor.kind === 'person' ? actor.account : undefined) ?? null;
    if (type === 'operations-centre.shift-begun')
      put(SHIFT, id, { id, unit_id: unit, account_id: account, began_at: at });
    if (type === 'operations-centre.shift-ended') {
      const { next, to } = body ?? {};
      // one that an entry of version 1 began without naming it has no row here to end
      if (rows.get(SHIFT)?.has(id)) put(SHIFT, id, { ended_at: at, handed_to: to ?? null });
      if (typeof next === 'string' && to !== undefined)
        put(SHIFT, next, { id: next, unit_id: unit, account_id: to, began_at: at });
      else if (tv === 1 && to !== undefined) unnamed.add(nameless(unit, to, at));
    }
    if (type === 'operations-centre.drill-begun') {
      // one that nobody ended is ended by the next one, at the time it was over
      const before = openDrill.get(unit);
      const over = before === undefined ? undefined : rows.get(DRILL)?.get(before)?.ends_at;
      if (before !== undefined && over !== undefined) put(DRILL, before, { ended_at: over });
      openDrill.set(unit, id);
      put(DRILL, id, { id, unit_id: unit, began_at: at, began_by: account, ends_at: body?.until ?? null });
    }
    if (type === 'operations-centre.drill-ended') {
      openDrill.delete(unit);
      put(DRILL, id, { ended_at: at });
    }
  }
  return { rows, unnamed };
}

interface ComparedDuty {
  readonly compared: number;
  /** Shifts begun by entries that do not name them: not compared. */
  readonly before: number;
  readonly found: Difference[];
}

/** What the tables hold otherwise; the `case` of a difference is the shift or the drill. */
export async function dutyDiffers(trx: QueryExecutorProvider): Promise<ComparedDuty> {
  await sql`set local time zone 'Asia/Ho_Chi_Minh'`.execute(trx);
  const { rows: rebuilt, unnamed } = rebuildDuty(await readDuty(trx));
  const found: Difference[] = [];
  let compared = 0;
  let before = 0;
  for (const [table, rows] of rebuilt) {
    const read = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(trx);
    const isBefore = (row: Row) =>
      table === SHIFT &&
      !rows.has(row.id as string) &&
      unnamed.has(nameless(row.unit_id as string, row.account_id as string, row.began_at as string));
    const known = read.rows.filter(({ row }) => !isBefore(row));
    before += read.rows.length - known.length;
    const stored = new Map(known.map(({ row }) => [nameOf(row, ['id']), row]));
    compared += rows.size;
    const differing = compareRows('', { table, columns: KEPT[table] ?? [], stored, rebuilt: rows });
    found.push(...differing.map((one) => ({ ...one, case: one.row })));
  }
  return { compared, before, found };
}

/** Writes what the journal gives; answers how many rows, by table. A row that is missing comes back without its words. */
export async function repairDuty(trx: QueryExecutorProvider): Promise<ReadonlyMap<string, number>> {
  const { rows: rebuilt } = rebuildDuty(await readDuty(trx));
  const { found } = await dutyDiffers(trx);
  const written = new Map<string, number>();
  // a row that another names is made before it
  for (const table of [SHIFT, DRILL]) {
    const ids = new Set(found.flatMap((one) => (one.table === table ? [one.row] : [])));
    for (const id of ids) {
      const row = rebuilt.get(table)?.get(id);
      if (!row) continue;
      const columns = (KEPT[table] ?? []).map((column) => sql.ref(column));
      const values = sql`select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify({ ...row, ...(table === DRILL && { title: '' }) })}::jsonb)`;
      await sql`
        merge into ${sql.table(table)} t using (${values}) r on t.id = r.id
        when matched then update set ${sql.join(columns.map((column) => sql`${column} = r.${column}`))}
        when not matched then insert (${sql.join([...columns, ...(table === DRILL ? [sql.ref('title')] : [])])})
          values (${sql.join([...columns, ...(table === DRILL ? [sql.ref('title')] : [])].map((column) => sql`r.${column}`))})
      `.execute(trx);
      written.set(table, (written.get(table) ?? 0) + 1);
    }
  }
  return written;
}

async function readDuty(trx: QueryExecutorProvider): Promise<readonly ReadEntry[]> {
  const found = await sql<{ sealed: string }>`
    select sealed from journal.entry where subject_type in ('operations-centre.shift', 'operations-centre.drill')
    order by recorded_at, seq
  `.execute(trx);
  return found.rows.map(({ sealed }) => readEntry(sealed));
}
