/** Naming a successor: where the pack does not know who took over from a unit, an administrator says so, as an act in the journal. */
import { dayOf, type Instant } from '../calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../cases/act.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { sealEntry } from '../journal/entry.ts';
import { findUnit } from './find-units.ts';

export interface SuccessorToName {
  readonly unitId: string;
  readonly successorId: string;
  /** The decision it rests on, for instance "Quyết định 12/QĐ-UBND ngày 01/7/2025". */
  readonly basis: string;
  readonly at: Instant;
}

/** Refusals: `organisation.unit-unknown`, `.not-ended`, `.successor-ended`, `.successor-known` (it takes a new pack to change what is written there). */
export async function nameSuccessor(
  db: Db,
  actor: Actor,
  { unitId, successorId, basis, at }: SuccessorToName,
): Promise<Refusal | { readonly kind: 'named' }> {
  const [unit, successor] = await Promise.all([findUnit(db, unitId), findUnit(db, successorId)]);
  if (!unit || !successor) return refuse('organisation.unit-unknown');
  const today = dayOf(at);
  if (unit.valid_to === null || unit.valid_to >= today) return refuse('organisation.not-ended');
  if (successor.valid_to !== null && successor.valid_to < today) return refuse('organisation.successor-ended');
  return db.transaction().execute(async (trx) => {
    const named = await trx
      .updateTable('organisation.unit_successor')
      .set({ to_id: successorId, manner: 'one', day: today, source: basis, confirm: false, named: true })
      .where('from_id', '=', unitId)
      .where('manner', '=', 'unknown')
      .executeTakeFirst();
    if (named.numUpdatedRows === 0n) return refuse('organisation.successor-known');
    const draft = { type: 'organisation.successor-named', body: { successor: successorId }, content: { basis } };
    const subject = { type: 'organisation.unit', id: unitId };
    await writeAct(trx, { rows: [], entries: [sealEntry(draft, { actor: entryActor(actor), subject, at })] });
    return { kind: 'named' } as const;
  });
}
