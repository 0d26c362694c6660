/** The line to the national portal: when it fails everybody waits, and when it is back those who failed with it go at once. */
import { type Selectable, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Told } from './ledger.ts';
import { later, pauseOfLine } from './pause.ts';
import { LINE_FAULTS, type LineRow, type NationalPortalTables } from './tables.ts';

export type Line = Selectable<LineRow>;

/** The one row, made by the migration. */
export const LINE = '00000000-0000-7000-8000-000000000002';

export const readLine = (db: Db<NationalPortalTables>): Promise<Line> =>
  db.selectFrom('national_portal.line').selectAll().where('id', '=', LINE).executeTakeFirstOrThrow();

export const isLineFault = (told: Told): told is Extract<Told, { kind: 'fault' }> =>
  told.kind === 'fault' && LINE_FAULTS.some((fault) => fault === told.fault);

export async function markFailing(
  db: Db<NationalPortalTables>,
  { fault, said }: Extract<Told, { kind: 'fault' }>,
  now: Instant,
): Promise<void> {
  const { failures } = await readLine(db);
  await sql`
    update national_portal.line set failures = failures + 1, failing_since = coalesce(failing_since, ${isoOf(now)}::timestamptz),
      fault = ${fault}, said = ${said.slice(0, 300)}, try_at = ${later(now, pauseOfLine(failures))}
    where id = ${LINE}
  `.execute(db);
}

export async function markWell(db: Db<NationalPortalTables>, now: Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const was = await trx
      .selectFrom('national_portal.line')
      .select('failures')
      .where('id', '=', LINE)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const well = { failures: 0, failing_since: null, fault: null, said: null, try_at: null, sent_at: isoOf(now) };
    await trx.updateTable('national_portal.line').set(well).where('id', '=', LINE).execute();
    if (was.failures === 0) return;
    await trx
      .updateTable('national_portal.message')
      .set({ next_at: isoOf(now) })
      .where('next_at', 'is not', null)
      .where('fault', 'in', LINE_FAULTS)
      .execute();
  });
}
