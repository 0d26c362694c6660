/** Old back-tests are dropped: they repeat what cases say, and can be run again. Marks of false alarms stay. */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { SupervisionTables } from '../tables.ts';

const KEPT_MS = 90 * 86_400_000;

export async function dropOldTests(db: Db<SupervisionTables>, now: Instant): Promise<number> {
  const dropped = await db
    .deleteFrom('supervision.back_test')
    .where('asked_at', '<', isoOf((now - KEPT_MS) as Instant) as never)
    .executeTakeFirst();
  return Number(dropped.numDeletedRows);
}
