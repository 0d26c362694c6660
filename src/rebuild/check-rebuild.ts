/** The check: every dossier made again from the journal, batch by batch beside a running server, and held against the tables. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Row } from '../platform/cases/rebuild-case.ts';
import type { RecordedTables } from '../platform/cases/effect.ts';
import type { Platform } from '../platform/system/platform.ts';
import { compareRows, type Difference, isSame } from './compare-rows.ts';
import { FIRST, readBatch, type ReadCase, type ReadTable } from './read-batch.ts';
import { type RebuiltDossier, rebuildDossier } from './rebuild-dossier.ts';
import { dutyDiffers } from './rebuild-duty.ts';
import { INCIDENT_TABLES, incidentDiffers } from './rebuild-incident.ts';
import { NUMBERS, numbersDiffer } from './rebuild-numbers.ts';
import { Versions } from './versions.ts';

export interface RebuildReport {
  readonly dossiers: number;
  readonly entries: number;
  /** The first hundred; `differing` counts all. */
  readonly differences: readonly Difference[];
  readonly differing: number;
  readonly faults: readonly string[];
  /** Dossiers with acts from before effects were kept, shifts from before entries named them: not rebuilt. */
  readonly before: number;
  /** Dossiers whose numbers or national status a reader of the journal has not caught up with: those were not compared. */
  readonly behind: number;
  /** Shifts and drills of operations centres. */
  readonly duties: number;
  readonly seconds: number;
}

/** Made from the journal by readers, which may be behind. */
const MESSAGES = new Map<string, ReadTable>([
  ['national_portal.message', { caseColumn: 'case_id', key: ['sequence'] }],
]);
const READERS = ['statistics.follow', 'national-portal.tell'] as const;
const TOLD = 100;

/** What is read of each case. */
export const tablesOf = (recorded: RecordedTables): ReadonlyMap<string, ReadTable> =>
  new Map<string, ReadTable>([...recorded, ...NUMBERS, ...MESSAGES, ...INCIDENT_TABLES]);

export async function checkRebuild(
  platform: Platform,
  { onDiffering }: { readonly onDiffering?: (caseId: string) => void } = {},
): Promise<RebuildReport> {
  const began = performance.now();
  const report = { dossiers: 0, entries: 0, differing: 0, before: 0, behind: 0 };
  const differences: Difference[] = [];
  const faults: string[] = [];
  const { recorded } = platform.acting;
  const versions = new Versions();
  for (let reading: ReturnType<typeof readOn> | undefined = readOn(platform, FIRST); reading; ) {
    const batch: Awaited<ReturnType<typeof readOn>> = await reading;
    // the database reads the next batch while this one is judged
    reading = batch.next === undefined ? undefined : readOn(platform, batch.next);
    await versions.know(platform.db, batch.cases);
    for (const one of batch.cases) {
      if (one.entries.length === 0 && !one.stored.has('cases.case')) continue;
      const known = { recorded, legal: platform.acting.legal, versionOf: (id: string) => versions.find(id) };
      const rebuilt = rebuildDossier(one.id, one.entries, known);
      report.dossiers += 1;
      report.entries += one.entries.length;
      report.before += rebuilt.before.length > 0 ? 1 : 0;
      report.behind += batch.unread.has(one.id) ? 1 : 0;
      faults.push(...rebuilt.faults.map((fault) => `${one.id}: ${fault}`));
      if (rebuilt.before.length > 0) continue;
      const found = judge(one, rebuilt, { recorded, isBehind: batch.unread.has(one.id) });
      report.differing += found.length;
      if (found.length > 0) onDiffering?.(one.id);
      differences.push(...found.slice(0, TOLD - differences.length));
    }
  }
  const duty = await readDuties(platform);
  report.before += duty.before;
  report.differing += duty.found.length;
  differences.push(...duty.found.slice(0, TOLD - differences.length));
  return {
    ...report,
    duties: duty.compared,
    differences,
    faults,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}

const readDuties = ({ db }: Platform) =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(dutyDiffers);

const readOn = ({ db, acting }: Platform, after: string) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const read = await readBatch(trx, after, tablesOf(acting.recorded));
      return { ...read, unread: await listUnread(trx, read.cases) };
    });

export const isWhole = ({ differing, faults }: RebuildReport): boolean => differing === 0 && faults.length === 0;

/** What the tables hold otherwise than the journal has it. */
export function judge(
  read: ReadCase,
  { rows, whole }: RebuiltDossier,
  { recorded, isBehind }: { readonly recorded: RecordedTables; readonly isBehind: boolean },
): Difference[] {
  const { id, stored } = read;
  const none = new Map<string, Row>();
  const found = [...recorded].flatMap(([table, { columns }]) =>
    compareRows(id, { table, columns, stored: stored.get(table) ?? none, rebuilt: rows.get(table) ?? none }),
  );
  found.push(...incidentDiffers(read, rows));
  if (!whole) return found;
  const differ = (table: string, column: string, one: string | number | null, other: string | number | null): void => {
    if (!isSame(one, other)) found.push({ case: id, table, row: id, column, stored: one, rebuilt: other });
  };
  const kase = rows.get('cases.case')?.get(id);
  const own = rows.get('dossiers.dossier')?.get(id);
  if (kase?.status === 'open') differ('calendar', 'due_at', (kase.due_at ?? null) as string | null, whole.due ?? null);
  differ('payments', 'fee_paid', (own?.fee_paid ?? 0) as number, whole.paid);
  if (isBehind) return found;
  const told = [...(stored.get('national_portal.message')?.values() ?? [])];
  const last = told.toSorted((a, b) => (a.sequence as number) - (b.sequence as number)).at(-1);
  if (last) differ('national_portal.message', 'status', last.status as number, whole.national);
  found.push(...numbersDiffer(read, whole.measured));
  return found;
}

/** Cases with entries that a reader of the journal has not handled. */
export async function listUnread(trx: QueryExecutorProvider, cases: readonly ReadCase[]): Promise<ReadonlySet<string>> {
  const at = await sql<{ behind: boolean; position: number }>`
    select coalesce(min(c.position), 0) as position,
      count(*) < ${READERS.length} or min(c.position) < (select position from journal.sequencer)
        or exists (select 1 from journal.entry e, journal.sequencer s where e.xid >= s.horizon)
        or exists (select 1 from journal.parked k where k.subscriber = any(${READERS as unknown as string[]})) as behind
    from journal.cursor c where c.subscriber = any(${READERS as unknown as string[]})
  `.execute(trx);
  const { behind = true, position = 0 } = at.rows[0] ?? {};
  if (!behind) return new Set();
  const rows = await sql<{ id: string }>`
    select distinct e.subject_id as id from journal.entry e left join journal.position p on p.entry_id = e.id
    where e.subject_id = any(${cases.map(({ id }) => id)}::uuid[]) and (p.position is null or p.position > ${position}
      or exists (select 1 from journal.parked k where k.subject_id = e.subject_id and k.subscriber = any(${READERS as unknown as string[]})))
  `.execute(trx);
  return new Set(rows.rows.map(({ id }) => id));
}
