/** The count in the officer's bar: findings that wait for an answer of the person's own. */
import { sql } from 'kysely';
import type { BarCount } from '../../../platform/system/bar-count.ts';
import type { SupervisionTables } from '../tables.ts';
import { FINDINGS } from './findings-asked.ts';

/** One read of finding_open_officer_index. */
export const countOwnFindings: BarCount<SupervisionTables> = async ({ db }, { accountId }) => {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select 1 from supervision.finding where officer_id = ${accountId} and answered_at is null and concluded_at is null limit 1000) n
  `.execute(db);
  const count = found.rows[0]?.count ?? 0;
  return count === 0 ? undefined : { label: { vi: 'Phát hiện', en: 'Findings' }, href: FINDINGS, count };
};
