/** Settling differences: an administrator accepts or rejects what has changed of national records, each as an act of its own. */
import type { Selectable } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../../../platform/cases/act.ts';
import type { Db } from '../../../platform/db/database.ts';
import { platformPart } from '../../../platform/db/platform-part.ts';
import { sealEntry } from '../../../platform/journal/entry.ts';
import { upsertListings } from '../listing.ts';
import type { DifferenceRow, ProcedureTables } from '../tables.ts';
import { refreshWords } from '../words.ts';
import { closeDifference } from './differences.ts';
import { homeNames } from './home-names.ts';
import { listingOfRecord } from './mapping.ts';
import { differencesOf } from './record-difference.ts';

export interface Settling {
  readonly ids: readonly string[];
  readonly decision: 'accepted' | 'rejected';
  readonly at: Instant;
}

/** Each in a transaction of its own. Answers how many were settled now; the others had been settled, or overtaken, before. */
export async function settleDifferences(
  db: Db<ProcedureTables>,
  actor: Actor,
  { ids, decision, at }: Settling,
): Promise<number> {
  let settled = 0;
  for (const id of ids) settled += (await settleOne(db, actor, { id, decision, at })) ? 1 : 0;
  if (settled > 0 && decision === 'accepted') await db.transaction().execute(refreshWords);
  return settled;
}

async function settleOne(
  db: Db<ProcedureTables>,
  actor: Actor,
  { id, decision, at }: Omit<Settling, 'ids'> & { readonly id: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('procedures.difference')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'open')
      .forUpdate()
      .executeTakeFirst();
    if (!found) return false;
    const { before, after, kind, digest, procedure_id } = found;
    if (decision === 'accepted') await putRecord(trx, found);
    await closeDifference(trx, id, { state: decision, at });
    const fields = differencesOf(before, after).map(({ field }) => field);
    const body = { code: after.code, kind, digest, fields };
    const draft =
      decision === 'accepted'
        ? { type: 'procedures.difference-accepted', body, dims: { procedure: after.code } }
        : { type: 'procedures.difference-rejected', body, dims: { procedure: after.code } };
    const subject = { type: 'procedures.procedure', id: procedure_id };
    const entry = sealEntry(draft, { actor: entryActor(actor), subject, at });
    await writeAct(platformPart(trx), { rows: [], entries: [entry] });
    return true;
  });
}

/** The national record, and of the listing what no published version of the province says. */
async function putRecord(
  trx: Db<ProcedureTables>,
  { after, flags, digest, report_id, procedure_id, kind }: Selectable<DifferenceRow>,
): Promise<void> {
  await upsertListings(trx, [listingOfRecord(after, await homeNames(trx))]);
  await trx
    .updateTable('procedures.record')
    .set({ content: JSON.stringify(after), flags, digest, report_id })
    .where('procedure_id', '=', procedure_id)
    .where('kind', '=', kind)
    .execute();
}
