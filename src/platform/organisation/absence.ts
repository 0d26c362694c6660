/** Absence (vắng mặt): from when to when somebody is away and who stands in, with the powers that takes; it ends by itself, or when they are back. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, digestOf, entryActor, findAnswer, writeAct } from '../cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import { delegationRow, lockDelegations } from './delegation.ts';
import { decideDelegation, findDelegationFacts } from './delegation-rules.ts';
import { listOwnPositions, type OwnPosition } from './own-positions.ts';

export interface AbsenceToSay {
  readonly commandId: string;
  readonly accountId: string;
  /** Nobody, where nobody can: the head of the one-stop office is told. */
  readonly substitute: string | undefined;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly reason: string;
  readonly at: Instant;
}

/** Refusals: `organisation.already-away`, `.absence-unfounded`, and those of delegating where the substitute needs powers for it. */
export async function sayAbsence(
  db: Db,
  actor: Actor,
  said: AbsenceToSay,
): Promise<Refusal | { readonly kind: 'said' }> {
  const { at, ...content } = said;
  const command = { ...content, caseId: said.accountId };
  const digest = digestOf('organisation.say-absence', command);
  return db.transaction().execute(async (trx) => {
    await lockDelegations(trx);
    if (await findAnswer(trx, actor, command, digest)) return { kind: 'said' } as const;
    const refused = await refuseAbsence(trx, said);
    if (refused) return refused;
    const id = newId();
    const positions = await listOwnPositions(trx, said.accountId, said.firstDay);
    const given = said.substitute ? await delegationsFor(trx, said, { id, positions }) : [];
    if ('kind' in given) return given;
    const sealed = [absenceEntry(said, id), ...given.map(({ entry }) => entry)].map((draft) =>
      sealEntry(draft, {
        actor: entryActor(actor),
        subject: { type: 'identity.account', id: said.accountId },
        at,
        commandId: said.commandId,
      }),
    );
    const entryId = sealed[0]?.id as string;
    await writeAct(trx, {
      command: { actor: actor.id, id: said.commandId, digest, outcome: { answer: { id }, version: 1 } },
      rows: [
        absenceRow(said, { id, entryId }),
        ...given.map(({ row }, index) => ({
          ...row,
          values: { ...row.values, entry_id: sealed[index + 1]?.id as string },
        })),
      ],
      entries: sealed,
    });
    return { kind: 'said' } as const;
  });
}

async function refuseAbsence(trx: Db, said: AbsenceToSay): Promise<Refusal | undefined> {
  const { accountId, substitute, firstDay, lastDay, at, reason } = said;
  if (firstDay < dayOf(at)) return refuse('organisation.delegation-past');
  if (lastDay < firstDay) return refuse('organisation.delegation-days');
  if (substitute === accountId) return refuse('organisation.delegation-to-oneself');
  if (reason === '') return refuse('organisation.absence-unfounded');
  const found = await sql<{ away: boolean; known: boolean; substituteAway: boolean }>`
    select ${isAway(accountId, firstDay, lastDay)} as away, ${isAway(substitute ?? null, firstDay, lastDay)} as "substituteAway",
      exists (select 1 from identity.account a where a.id = ${substitute ?? null} and a.kind = 'officer' and a.disabled_at is null) as known
  `.execute(trx);
  const facts = found.rows[0];
  if (facts?.away) return refuse('organisation.already-away');
  if (substitute !== undefined && !facts?.known) return refuse('organisation.delegate-unknown');
  return facts?.substituteAway ? refuse('organisation.delegate-away') : undefined;
}

const isAway = (accountId: string | null, from: Day, to: Day) => sql`exists (
  select 1 from organisation.absence b where b.account_id = ${accountId} and b.ended_at is null
    and daterange(b.valid_from, b.valid_to, '[]') && daterange(${from}::date, ${to}::date, '[]'))`;

interface Standing {
  readonly id: string;
  readonly positions: readonly OwnPosition[];
}

type Delegated = ReturnType<typeof delegationRow>;

/** Nothing for a position whose work the substitute does anyway, or that somebody acts in already. */
async function delegationsFor(
  trx: Db,
  said: AbsenceToSay,
  { id, positions }: Standing,
): Promise<Delegated[] | Refusal> {
  const { accountId: from, substitute: to = '', firstDay, lastDay, reason, at } = said;
  const own = await listOwnPositions(trx, to, firstDay);
  const given: Delegated[] = [];
  for (const position of positions) {
    if (own.some(({ unitId, role }) => unitId === position.unitId && role === position.role)) continue;
    const asked = { from, to, positionId: position.id, firstDay, lastDay, document: '', reason };
    const facts = await findDelegationFacts(trx, asked);
    const refused = decideDelegation(facts, asked, dayOf(at));
    if (refused?.code === 'organisation.second-delegate') continue;
    if (refused) return refused;
    given.push(delegationRow({ ...asked, absence: id }, facts));
  }
  return given;
}

const absenceEntry = ({ substitute, firstDay, lastDay, reason }: AbsenceToSay, id: string): EntryDraft => ({
  type: 'organisation.absence-said',
  body: { absence: id, substitute, from: firstDay, to: lastDay },
  content: { reason },
});

const absenceRow = (
  { accountId, substitute, firstDay, lastDay }: AbsenceToSay,
  { id, entryId }: { readonly id: string; readonly entryId: string },
): RowChange => ({
  table: 'organisation.absence',
  op: 'insert',
  values: {
    id,
    account_id: accountId,
    substitute_id: substitute ?? null,
    valid_from: firstDay,
    valid_to: lastDay,
    entry_id: entryId,
  },
});

/** Back before the last day, or not going: the substitute's powers end at once. Refuses `organisation.absence-ended`. */
export async function endAbsence(
  db: Db,
  actor: Actor,
  ending: { readonly commandId: string; readonly id: string; readonly accountId: string; readonly at: Instant },
): Promise<Refusal | { readonly kind: 'ended' } | { readonly kind: 'not-found' }> {
  const { commandId, id, accountId, at } = ending;
  return db.transaction().execute(async (trx) => {
    await lockDelegations(trx);
    const found = await trx
      .selectFrom('organisation.absence')
      .selectAll()
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (!found) return { kind: 'not-found' } as const;
    const digest = digestOf('organisation.end-absence', { commandId, caseId: id });
    if (await findAnswer(trx, actor, { commandId, caseId: id }, digest)) return { kind: 'ended' } as const;
    if (found.ended_at !== null || found.valid_to < dayOf(at)) return refuse('organisation.absence-ended');
    const given = await trx
      .selectFrom('organisation.delegation')
      .selectAll()
      .where('absence_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    const over = { ended_at: isoOf(at) };
    const drafts: EntryDraft[] = [
      { type: 'organisation.absence-ended', body: { absence: id, was_to: found.valid_to } },
      ...given.map((one) => ({
        type: 'organisation.delegation-ended',
        body: {
          delegation: one.id,
          giver: one.from_account,
          delegate: one.to_account,
          position: one.position_id,
          was_to: one.valid_to,
        },
      })),
    ];
    const subject = { type: 'identity.account', id: accountId };
    await writeAct(trx, {
      command: { actor: actor.id, id: commandId, digest, outcome: { answer: {}, version: 1 } },
      rows: [
        { table: 'organisation.absence', op: 'update', key: { id }, values: over },
        ...given.map(
          (one): RowChange => ({
            table: 'organisation.delegation',
            op: 'update',
            key: { id: one.id },
            values: over,
          }),
        ),
      ],
      entries: drafts.map((draft) => sealEntry(draft, { actor: entryActor(actor), subject, at, commandId })),
    });
    return { kind: 'ended' } as const;
  });
}
