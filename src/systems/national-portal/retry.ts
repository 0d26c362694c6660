/** Trying again now: an administrator has what failed sent once more without waiting for its time, one dossier or all. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../../platform/cases/act.ts';
import type { Db } from '../../platform/db/database.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import { LINE } from './line.ts';
import type { NationalPortalTables } from './tables.ts';

/** What is being sent at this moment is left alone: it has no fault. Where nothing failed there is nothing to do, and no entry. */
export async function retryNow(
  db: Db<NationalPortalTables>,
  actor: Actor,
  { message, at }: { readonly message?: string; readonly at: Instant },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { try_at: tryAt } = await trx
      .selectFrom('national_portal.line')
      .select('try_at')
      .where('id', '=', LINE)
      .forUpdate()
      .executeTakeFirstOrThrow();
    let failed = trx
      .updateTable('national_portal.message')
      .set({ next_at: isoOf(at) })
      .where('next_at', 'is not', null)
      .where('fault', 'is not', null);
    if (message !== undefined) failed = failed.where('id', '=', message);
    const dossiers = Number((await failed.executeTakeFirst()).numUpdatedRows);
    if (dossiers === 0 && (message !== undefined || tryAt === null)) return;
    await trx.updateTable('national_portal.line').set({ try_at: null }).where('id', '=', LINE).execute();
    const subject =
      message === undefined
        ? { type: 'national_portal.line', id: LINE }
        : { type: 'national_portal.message', id: message };
    const draft = { type: 'national-portal.sending-retried', body: { dossiers } };
    const entry = sealEntry(draft, { actor: entryActor(actor), subject, at });
    await writeAct(platformPart(trx), { rows: [], entries: [entry] });
  });
}
