/** Drills (diễn tập): a time in which incidents may be made that are none; begun, ended, and over by themselves. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { CentreView } from './centres.ts';
import type { CentreTables } from './tables.ts';

export interface RunningDrill {
  readonly id: string;
  readonly title: string;
  readonly beganAt: Instant;
  readonly endsAt: Instant;
  readonly version: number;
}

/** That of the view's own centre. One whose time is over runs no more, whether or not it has been ended yet. */
export async function findDrill(
  db: Db<CentreTables>,
  { centre, at }: Pick<CentreView, 'centre' | 'at'>,
): Promise<RunningDrill | undefined> {
  const found = await sql<RunningDrill>`
    select id, title, began_at as "beganAt", ends_at as "endsAt", version from operations_centre.drill
    where unit_id = ${centre.unitId} and ended_at is null and ends_at > ${isoOf(at)}
  `.execute(db);
  return found.rows[0];
}
