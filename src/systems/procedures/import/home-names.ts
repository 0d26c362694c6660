/** Names of the province: what a body of another one does not bear. */
import type { Db } from '../../../platform/db/database.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import type { ProcedureTables } from '../tables.ts';

export async function homeNames(db: Db<ProcedureTables>): Promise<string[]> {
  const rows = await platformPart(db)
    .selectFrom('organisation.area')
    .select('proper')
    .where('level', '=', 'province')
    .execute();
  return rows.map((row) => row.proper);
}
