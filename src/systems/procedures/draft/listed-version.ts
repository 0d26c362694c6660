/** The list of procedures follows the versions: one whose first day has come names and lists its procedure from that night on. */
import { sql } from 'kysely';
import { type Day, addDays } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { listingOf, upsertListings } from '../listing.ts';
import type { ProcedureTables } from '../tables.ts';
import { refreshWords } from '../words.ts';

/** Nights that may have been missed. */
const LOOKED_BACK = 40;

/** Answers how many rows were written; the same night again writes the same. */
export async function listBegun(db: Db<ProcedureTables>, day: Day): Promise<number> {
  const begun = await sql<{ definition: ProcedureDefinition; procedure_id: string }>`
    select v.definition, v.procedure_id from procedures.version v
    where v.origin = 'administrator' and v.superseded_at is null
      and v.valid_from between ${addDays(day, -LOOKED_BACK)}::date and ${day}::date
      and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date
  `.execute(db);
  if (begun.rows.length === 0) return 0;
  const ids = begun.rows.map((row) => row.procedure_id);
  await db.transaction().execute(async (trx) => {
    await upsertListings(
      trx,
      begun.rows.map(({ definition }) => listingOf(definition)),
    );
    await trx.updateTable('procedures.procedure').set({ offered: true }).where('id', 'in', ids).execute();
    await refreshWords(trx);
  });
  return begun.rows.length;
}
