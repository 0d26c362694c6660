/** Holding a position: from when an officer sits where, as a row and an entry of the act that decides it. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { platformPart } from '../db/platform-part.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import type { HoldingManner } from './tables.ts';

export interface PositionToHold {
  readonly positionId: string;
  /** The entry names it, so that counts need no join into a past organisation. */
  readonly unitId: string;
  readonly to?: Day;
  /** As acting head (quyền) or in charge (phụ trách), which rests on a paper. */
  readonly manner?: HoldingManner;
  readonly document?: string;
}

type HoldingRow = RowChange & { readonly op: 'insert'; readonly values: { readonly id: string } };

export function holdPosition(
  accountId: string,
  { positionId, unitId, to, manner = 'full', document }: PositionToHold,
  from: Day,
): { readonly row: HoldingRow; readonly entry: EntryDraft } {
  const values = {
    id: newId(),
    account_id: accountId,
    position_id: positionId,
    valid_from: from,
    valid_to: to ?? null,
    manner,
    document: document ?? null,
  };
  return {
    row: { table: 'organisation.holding', op: 'insert', values },
    entry: {
      type: 'organisation.position-held',
      version: 2,
      body: { holding: values.id, position: positionId, unit: unitId, from, to, manner, document },
    },
  };
}

/** Gives an account one more position. */
export async function giveHolding(
  db: Db,
  actor: Actor,
  given: PositionToHold & { readonly accountId: string; readonly from: Day; readonly at: Instant },
): Promise<Refusal | { readonly kind: 'held' }> {
  const { to, manner = 'full', document, from } = given;
  if (manner !== 'full' && !document) return refuse('organisation.acting-unfounded');
  if (to !== undefined && to < from) return refuse('organisation.delegation-days');
  const { row, entry } = holdPosition(given.accountId, given, from);
  const subject = { type: 'identity.account', id: given.accountId };
  try {
    await writeAct(db, {
      rows: [row],
      entries: [sealEntry(entry, { actor: entryActor(actor), subject, at: given.at })],
    });
    return { kind: 'held' };
  } catch (error) {
    if (isSqlState(error, '23P01', 'holding_overlap')) return refuse('organisation.already-held');
    throw error;
  }
}

/** Today is the last day: what was done in the position today stays lawful. */
export async function endHolding(
  db: Db,
  actor: Actor,
  ending: { readonly accountId: string; readonly positionId: string; readonly at: Instant },
): Promise<Refusal | { readonly kind: 'ended' }> {
  const { accountId, positionId, at } = ending;
  const today = dayOf(at);
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('organisation.holding')
      .set({ valid_to: today })
      .where('account_id', '=', accountId)
      .where('position_id', '=', positionId)
      .where('valid_from', '<=', today)
      .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', today)]))
      .returning('id')
      .executeTakeFirst();
    if (!ended) return refuse('organisation.not-held');
    const draft = { type: 'organisation.holding-ended', body: { holding: ended.id, position: positionId, to: today } };
    const subject = { type: 'identity.account', id: accountId };
    await writeAct(trx, { rows: [], entries: [sealEntry(draft, { actor: entryActor(actor), subject, at })] });
    return { kind: 'ended' } as const;
  });
}

export interface FoundPosition {
  readonly id: string;
  readonly unit_id: string;
  readonly role: string;
}

/** Positions of a role in a unit on a day, those that nobody holds first. */
export async function listPositions<T>(
  db: Db<T>,
  wanted: { readonly unitId: string; readonly role: string; readonly day: Day },
): Promise<FoundPosition[]> {
  const { unitId, role, day } = wanted;
  return platformPart(db)
    .selectFrom('organisation.position as p')
    .select(['p.id', 'p.unit_id', 'p.role'])
    .where('p.unit_id', '=', unitId)
    .where('p.role', '=', role)
    .where(sql<boolean>`daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date`)
    .orderBy(
      sql`exists (select 1 from organisation.holding h where h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date)`,
    )
    .orderBy('p.key')
    .execute();
}
