/**
 * Waiting until every entry has its position. Transactions are counted for the whole server: one that is open in the database of
 * another test file keeps entries unsettled for a moment, which is right, and would make a test that runs beside it fail by chance.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type QueryExecutorProvider, sql } from 'kysely';

export async function settled(db: QueryExecutorProvider): Promise<void> {
  for (;;) {
    await sql`select journal.assign_positions()`.execute(db);
    const counts = await sql<{ all: boolean }>`
      select (select count(*) from journal.entry) = (select count(*) from journal.position) as all
    `.execute(db);
    if (counts.rows[0]?.all) return;
    await delay(20);
  }
}
