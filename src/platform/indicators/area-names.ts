/** Names of areas by their ids, whatever their days. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';

export interface AreaName {
  readonly name: LocalText;
  /** Ended; shown with the day. */
  readonly until: Day | null;
}

/** In the order of the Vietnamese alphabet. */
export async function nameAreas(
  db: QueryExecutorProvider,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AreaName>> {
  const found = await sql<AreaName & { id: string }>`
    select id, name, valid_to as until from organisation.area where id = any(${ids}::uuid[]) order by proper collate text.vi, valid_to
  `.execute(db);
  return new Map(found.rows.map(({ id, ...area }) => [id, area]));
}
