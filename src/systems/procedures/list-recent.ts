/** What is new: procedures whose version in force began lately. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { addDays, type Day } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface RecentProcedure {
  readonly code: string;
  readonly name: LocalText;
  /** First day of the version. */
  readonly from: Day;
}

const LATELY_DAYS = 730;

/** The latest first. A version without a first day was always so and is never new. */
export async function listRecent(
  db: QueryExecutorProvider,
  { today, limit }: { readonly today: Day; readonly limit: number },
): Promise<RecentProcedure[]> {
  const rows = await sql<RecentProcedure>`
    select p.code, p.name, v.valid_from::text as from from procedures.version v join procedures.procedure p on p.id = v.procedure_id
    where v.superseded_at is null and v.valid_from <= ${today}::date and v.valid_from >= ${addDays(today, -LATELY_DAYS)}::date
      and (v.valid_to is null or v.valid_to >= ${today}::date)
    order by v.valid_from desc, p.code limit ${limit}
  `.execute(db);
  return rows.rows;
}
