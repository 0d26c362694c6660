/** Delegation (ủy quyền): a position's powers given to another person for some days, and taken back before their end. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, digestOf, entryActor, findAnswer, writeAct } from '../cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import { decideDelegation, findDelegationFacts } from './delegation-rules.ts';

export interface DelegationToGive {
  readonly commandId: string;
  readonly from: string;
  readonly to: string;
  readonly positionId: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Number and date of the decision; the reason or this is needed. */
  readonly document: string;
  readonly reason: string;
  readonly at: Instant;
}

export type Given = { readonly kind: 'given'; readonly id: string } | Refusal;

/** Refusals: those of delegation-rules.ts. The same command again answers what it answered first. */
export async function giveDelegation(db: Db, actor: Actor, given: DelegationToGive): Promise<Given> {
  const { at, ...content } = given;
  const command = { ...content, caseId: given.from };
  const digest = digestOf('organisation.give-delegation', command);
  return db.transaction().execute(async (trx) => {
    await lockDelegations(trx);
    const before = await findAnswer(trx, actor, command, digest);
    if (before) return before.kind === 'done' ? ({ kind: 'given', id: before.answer.id as string } as const) : REUSED;
    const facts = await findDelegationFacts(trx, given);
    const refused = decideDelegation(facts, given, dayOf(at));
    if (refused) return refused;
    const { id, row, entry } = delegationRow(given, facts);
    const subject = { type: 'identity.account', id: given.from };
    const sealed = sealEntry(entry, { actor: entryActor(actor), subject, at, commandId: given.commandId });
    await writeAct(trx, {
      command: { actor: actor.id, id: given.commandId, digest, outcome: { answer: { id }, version: 1 } },
      rows: [{ ...row, values: { ...row.values, entry_id: sealed.id } }],
      entries: [sealed],
    });
    return { kind: 'given', id } as const;
  });
}

const REUSED = refuse('organisation.command-reused');

/** Two that would make a circle, or two delegates, are decided one after the other. */
export const lockDelegations = (trx: Db) =>
  sql`select pg_advisory_xact_lock(hashtext('organisation.delegation'))`.execute(trx);

type DelegationParts = Pick<
  DelegationToGive,
  'from' | 'to' | 'positionId' | 'firstDay' | 'lastDay' | 'document' | 'reason'
> & { readonly absence?: string };

export function delegationRow(
  parts: DelegationParts,
  { unitId, sole }: { readonly unitId: string; readonly sole: boolean },
): { readonly id: string; readonly row: RowChange & { readonly op: 'insert' }; readonly entry: EntryDraft } {
  const id = newId();
  const { from, to, positionId, firstDay, lastDay, document, reason, absence } = parts;
  const values = {
    id,
    from_account: from,
    to_account: to,
    position_id: positionId,
    valid_from: firstDay,
    valid_to: lastDay,
    absence_id: absence ?? null,
    document: document === '' ? null : document,
    sole,
  };
  return {
    id,
    row: { table: 'organisation.delegation', op: 'insert', values },
    entry: {
      type: 'organisation.delegation-given',
      body: {
        delegation: id,
        giver: from,
        delegate: to,
        position: positionId,
        unit: unitId,
        from: firstDay,
        to: lastDay,
        document: document === '' ? undefined : document,
        absence,
      },
      content: { reason: reason === '' ? undefined : reason },
    },
  };
}

export interface DelegationToEnd {
  readonly commandId: string;
  readonly id: string;
  /** Whose it must be; left out by the administrator. */
  readonly giver?: string;
  readonly reason: string;
  readonly at: Instant;
}

/** At once: the next request of an open session finds it gone. What was done until now stays lawful. Refuses `organisation.delegation-ended`. */
export async function endDelegation(
  db: Db,
  actor: Actor,
  ending: DelegationToEnd,
): Promise<Refusal | { readonly kind: 'ended' } | { readonly kind: 'not-found' }> {
  const { commandId, id, giver, reason, at } = ending;
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('organisation.delegation')
      .selectAll()
      .where('id', '=', id)
      .$if(giver !== undefined, (query) => query.where('from_account', '=', giver as string))
      .forUpdate()
      .executeTakeFirst();
    if (!found) return { kind: 'not-found' } as const;
    const digest = digestOf('organisation.end-delegation', { commandId, caseId: id });
    if (await findAnswer(trx, actor, { commandId, caseId: id }, digest)) return { kind: 'ended' } as const;
    if (found.ended_at !== null || found.valid_to < dayOf(at)) return refuse('organisation.delegation-ended');
    const entry: EntryDraft = {
      type: 'organisation.delegation-ended',
      body: {
        delegation: id,
        giver: found.from_account,
        delegate: found.to_account,
        position: found.position_id,
        was_to: found.valid_to,
      },
      content: { reason: reason === '' ? undefined : reason },
    };
    await writeAct(trx, {
      command: { actor: actor.id, id: commandId, digest, outcome: { answer: {}, version: 1 } },
      rows: [{ table: 'organisation.delegation', op: 'update', key: { id }, values: { ended_at: isoOf(at) } }],
      entries: [
        sealEntry(entry, {
          actor: entryActor(actor),
          subject: { type: 'identity.account', id: found.from_account },
          at,
          commandId,
        }),
      ],
    });
    return { kind: 'ended' } as const;
  });
}
