/** The repair: what the journal gives of a dossier is written where the tables differ from it. Names, answers and words are never written: they are not in the journal. */
import { sql } from 'kysely';
import type { Instant } from '../platform/calendar/instant.ts';
import { writeAct } from '../platform/cases/act.ts';
import type { RecordedTable } from '../platform/cases/effect.ts';
import type { Row } from '../platform/cases/rebuild-case.ts';
import type { Db } from '../platform/db/database.ts';
import { sealEntry } from '../platform/journal/entry.ts';
import { INSTALLATION } from '../platform/system/installation.ts';
import type { Platform } from '../platform/system/platform.ts';
import { lockNumbers, writeHandlings } from '../systems/statistics/write-handlings.ts';
import { checkRebuild, judge, listUnread, type RebuildReport, tablesOf } from './check-rebuild.ts';
import { type Difference, isSame } from './compare-rows.ts';
import { type ReadCase, readCases } from './read-batch.ts';
import { type RebuiltDossier, rebuildDossier } from './rebuild-dossier.ts';
import { dutyDiffers, repairDuty } from './rebuild-duty.ts';
import { numbersDiffer } from './rebuild-numbers.ts';
import { Versions } from './versions.ts';

export interface RepairReport {
  readonly found: RebuildReport;
  /** Dossiers of which something was written. */
  readonly repaired: number;
  /** Rows written, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** What differs still: rows that the journal does not know, due times by another calendar, dossiers it does not hold the whole of. */
  readonly left: readonly Difference[];
}

/** Dossiers in one transaction: their rows are locked, so that acts on them wait some tenths of a second. */
const BATCH = 200;

/** Checks, then repairs what differed; a transaction and a journal entry for each batch of dossiers. */
export async function repairCases(platform: Platform): Promise<RepairReport> {
  const differing: string[] = [];
  const found = await checkRebuild(platform, { onDiffering: (id) => differing.push(id) });
  const rows: Record<string, number> = {};
  const left: Difference[] = [];
  let repaired = 0;
  for (let from = 0; from < differing.length; from += BATCH) {
    const done = await repairBatch(platform, differing.slice(from, from + BATCH));
    repaired += done.repaired.length;
    for (const [table, count] of done.rows) rows[table] = (rows[table] ?? 0) + count;
    left.push(...done.left);
  }
  const duties = await repairDuties(platform);
  for (const [table, count] of duties.rows) rows[table] = (rows[table] ?? 0) + count;
  left.push(...duties.left);
  return { found, repaired, rows, left };
}

interface Repaired {
  readonly repaired: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly left: readonly Difference[];
}

/** What differed is read once more under lock: an act may have come since, and nothing is undone. */
function repairBatch(platform: Platform, ids: readonly string[]): Promise<Repaired> {
  const { acting, db, clock } = platform;
  const { recorded, legal } = acting;
  const versions = new Versions();
  return db.transaction().execute(async (trx) => {
    await sql`select 1 from cases.case where id = any(${ids}::uuid[]) order by id for update`.execute(trx);
    await lockNumbers(trx);
    const read = async () => {
      const cases = await readCases(trx, ids, tablesOf(recorded));
      const unread = await listUnread(trx, cases);
      await versions.know(trx, cases);
      return cases.map((one) => ({
        one,
        isBehind: unread.has(one.id),
        rebuilt: rebuildDossier(one.id, one.entries, { recorded, legal, versionOf: (id) => versions.find(id) }),
      }));
    };
    const rows = new Map<string, number>();
    const repaired: string[] = [];
    for (const { one, rebuilt, isBehind } of await read()) {
      if (rebuilt.before.length > 0 || rebuilt.faults.length > 0) continue;
      const written = new Map([
        ...(await writeRows(trx, one, { rebuilt, recorded })),
        ...(isBehind || !rebuilt.whole ? [] : await writeFollowing(trx, one, rebuilt.whole)),
      ]);
      if (written.size > 0) repaired.push(one.id);
      for (const [table, count] of written) rows.set(table, (rows.get(table) ?? 0) + count);
    }
    if (repaired.length > 0) await writeRebuilt(trx, { cases: repaired, rows, at: clock() });
    const left = (await read()).flatMap(({ one, rebuilt, isBehind }) =>
      rebuilt.before.length > 0 ? [] : judge(one, rebuilt, { recorded, isBehind }),
    );
    return { repaired, rows, left };
  });
}

const writeRebuilt = (
  trx: Db,
  told: { readonly cases: readonly string[]; readonly rows: ReadonlyMap<string, number>; readonly at: Instant },
): Promise<void> =>
  writeAct(trx, {
    rows: [],
    entries: [
      sealEntry(
        { type: 'system.rebuilt', body: { cases: told.cases, rows: Object.fromEntries(told.rows) } },
        {
          actor: { kind: 'program', program: 'vamco rebuild' },
          subject: { type: 'installation', id: INSTALLATION },
          at: told.at,
        },
      ),
    ],
  });

/**
 * Shifts and drills, which are no cases: in one transaction, with an entry of their own. Nobody begins or ends one between the reading and the writing:
 * an act that had come meanwhile would be undone.
 */
const repairDuties = ({ db, clock }: Platform) =>
  db.transaction().execute(async (trx) => {
    await sql`lock table operations_centre.shift, operations_centre.drill in share row exclusive mode`.execute(trx);
    const rows = await repairDuty(trx);
    if (rows.size > 0) await writeRebuilt(trx, { cases: [], rows, at: clock() });
    return { rows, left: (await dutyDiffers(trx)).found };
  });

/** A row that is missing is made, one that differs gets back what the journal keeps of it. Rows that the journal does not know stay: they are told. */
async function writeRows(
  trx: Db,
  { stored }: ReadCase,
  { rebuilt, recorded }: { readonly rebuilt: RebuiltDossier; readonly recorded: ReadonlyMap<string, RecordedTable> },
): Promise<ReadonlyMap<string, number>> {
  const written = new Map<string, number>();
  for (const [table, { columns, caseColumn, key }] of recorded)
    for (const [name, row] of rebuilt.rows.get(table) ?? []) {
      const held = stored.get(table)?.get(name);
      const differing = [...columns].filter((column) => !held || !isSame(held[column] ?? null, row[column] ?? null));
      if (differing.length === 0) continue;
      if (held) await updateRow(trx, table, { row, columns: differing, key: [...new Set([caseColumn, ...key])] });
      else await insertRow(trx, table, { ...BLANK[table], ...row });
      written.set(table, (written.get(table) ?? 0) + 1);
    }
  return written;
}

/** Content that a row cannot be without, and that nobody gives back. */
const BLANK: Readonly<Record<string, Row>> = {
  'cases.case': { title: '', search: '' },
  'operations_centre.incident': { title: { vi: '' } },
  'operations_centre.step': { text: { vi: '' } },
};

const columnsOf = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

async function insertRow(trx: Db, table: string, row: Row): Promise<void> {
  const columns = columnsOf(Object.keys(row));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)
  `.execute(trx);
}

async function updateRow(
  trx: Db,
  table: string,
  { row, columns, key }: { readonly row: Row; readonly columns: readonly string[]; readonly key: readonly string[] },
): Promise<void> {
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  const same = sql.join(
    key.map((column) => sql`t.${sql.ref(column)} = r.${sql.ref(column)}`),
    sql` and `,
  );
  await sql`
    update ${sql.table(table)} t set ${set}
    from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb) r where ${same}
  `.execute(trx);
}

/** What readers of the journal made: the numbers, and the status that the nation was told last. */
async function writeFollowing(
  trx: Db,
  one: ReadCase,
  { measured, national }: NonNullable<RebuiltDossier['whole']>,
): Promise<ReadonlyMap<string, number>> {
  const written = new Map<string, number>();
  const differing = numbersDiffer(one, measured);
  if (differing.length > 0) await writeHandlings(trx, [measured]);
  for (const table of new Set(differing.map(({ table: name }) => name))) written.set(table, 1);
  const told = await sql`
    update national_portal.message m set status = ${national} where m.case_id = ${one.id} and m.status <> ${national}
      and m.sequence = (select max(o.sequence) from national_portal.message o where o.case_id = m.case_id)
  `.execute(trx);
  if ((told.numAffectedRows ?? 0n) > 0n) written.set('national_portal.message', 1);
  return written;
}
