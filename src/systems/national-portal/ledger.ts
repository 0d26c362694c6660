/** The ledger: messages that are due are claimed by any number of workers, one of each dossier; settling one brings up the next. */
import { type Selectable, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { later, pauseOfMessage } from './pause.ts';
import type { MessageFault, MessageRow, NationalPortalTables } from './tables.ts';

export type Message = Selectable<MessageRow>;

/** What became of one try. */
export type Told =
  | { readonly kind: 'taken' }
  | { readonly kind: 'fault'; readonly fault: MessageFault; readonly said: string };

const BATCH = 10;
/** Two answers that never come, and some. A worker that dies leaves its messages to others after this; they go out again under the same key. */
const LEASE_MS = 2 * 60_000;

export async function claimDue(
  db: Db<NationalPortalTables>,
  { now, invented }: { readonly now: Instant; readonly invented: boolean },
): Promise<Message[]> {
  const claimed = await sql<Message>`
    update national_portal.message m
    set attempts = m.attempts + 1, next_at = ${later(now, LEASE_MS)}, fault = null, said = null
    from (
      select id from national_portal.message where next_at <= ${isoOf(now)} and (not local_only or ${invented})
      order by next_at, id limit ${BATCH} for update skip locked
    ) due
    where m.id = due.id returning m.*
  `.execute(db);
  return claimed.rows;
}

export async function settle(
  db: Db<NationalPortalTables>,
  message: Message,
  { told, now }: { readonly told: Told; readonly now: Instant },
): Promise<void> {
  if (told.kind === 'taken') return settleTaken(db, message, now);
  await db
    .updateTable('national_portal.message')
    .set({ next_at: later(now, pauseOfMessage(message.attempts)), fault: told.fault, said: told.said.slice(0, 300) })
    .where('id', '=', message.id)
    .where('sent_at', 'is', null)
    .execute();
}

/** In two statements: a subscriber that holds the row of the first may be adding the next one. */
async function settleTaken(db: Db<NationalPortalTables>, { id, case_id, sequence }: Message, now: Instant) {
  await db.transaction().execute(async (trx) => {
    const settled = await trx
      .updateTable('national_portal.message')
      .set({ sent_at: isoOf(now), next_at: null, fault: null, said: null })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .executeTakeFirst();
    // a worker whose lease ran out has been overtaken by another
    if (settled.numUpdatedRows === 0n) return;
    await trx
      .updateTable('national_portal.message')
      .set({ next_at: isoOf(now), head_at: isoOf(now) })
      .where('case_id', '=', case_id)
      .where('sequence', '=', sequence + 1)
      .execute();
  });
}

/** When the next one is due; undefined when none waits. */
export async function findNextDue(db: Db<NationalPortalTables>, invented: boolean): Promise<Instant | undefined> {
  const next = await db
    .selectFrom('national_portal.message')
    .select((select) => select.fn.min('next_at').as('at'))
    .where('next_at', 'is not', null)
    .where((row) => row.or([row('local_only', '=', false), row.val(invented)]))
    .executeTakeFirst();
  return next?.at ?? undefined;
}
