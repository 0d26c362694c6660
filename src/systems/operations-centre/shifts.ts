/** Shifts (ca trực): who is on duty in a centre, what they noted, and to whom they handed over. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { refuse } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { actInCentre, type CentreCommand, type CentreDb, type CentreDecision, type CentreEnv } from './centre-act.ts';

const SHIFT = 'operations-centre.shift';

export const beginShift = (env: CentreEnv, actor: Actor, command: CentreCommand): Promise<Outcome> =>
  actInCentre(env, actor, command, {
    name: 'operations-centre.begin-shift',
    async decide(trx, at) {
      if (await findOwnShift(trx, command.unitId, actor.id)) return refuse('operations-centre.on-duty-already');
      const id = newId();
      return {
        kind: 'write',
        subject: { type: SHIFT, id },
        rows: [shiftRow(id, { unitId: command.unitId, accountId: actor.id, at })],
        entry: { type: 'operations-centre.shift-begun', body: { unit: command.unitId } },
      };
    },
  });

const shiftRow = (id: string, { unitId, accountId, at }: { unitId: string; accountId: string; at: Instant }) => ({
  table: 'operations_centre.shift',
  op: 'insert' as const,
  values: { id, unit_id: unitId, account_id: accountId, began_at: isoOf(at) },
});

export interface NoteShift extends CentreCommand {
  readonly note: string;
}

export const noteShift = (env: CentreEnv, actor: Actor, command: NoteShift): Promise<Outcome> =>
  actInCentre(env, actor, command, {
    name: 'operations-centre.note-shift',
    async decide(trx) {
      const own = await findOwnShift(trx, command.unitId, actor.id);
      if (!own) return refuse('operations-centre.not-on-duty');
      if (command.note === '') return refuse('operations-centre.note-missing');
      return {
        kind: 'write',
        subject: { type: SHIFT, id: own.id },
        rows: [],
        entry: {
          type: 'operations-centre.shift-noted',
          body: { unit: command.unitId },
          content: { note: command.note },
        },
      };
    },
  });

export interface EndShift extends NoteShift {
  /** Who goes on: their shift begins in the same act. Undefined where nobody follows. */
  readonly to: string | undefined;
}

/** Signed over with a note: what the next one has to know. */
export const endShift = (env: CentreEnv, actor: Actor, command: EndShift): Promise<Outcome> =>
  actInCentre(env, actor, command, {
    name: 'operations-centre.end-shift',
    async decide(trx, at) {
      const { unitId, to, note } = command;
      const own = await findOwnShift(trx, unitId, actor.id);
      if (!own) return refuse('operations-centre.not-on-duty');
      if (note === '') return refuse('operations-centre.note-missing');
      const isNew = to !== undefined && !(await findOwnShift(trx, unitId, to));
      return ended(own, { unitId, to, note, at, isNew });
    },
  });

export interface RelieveShift extends NoteShift {
  /** The shift of somebody who has gone without handing over. */
  readonly shift: string;
}

/** Whoever takes over a shift that was left ends it, with a note, and is on duty by that. */
export const relieveShift = (env: CentreEnv, actor: Actor, command: RelieveShift): Promise<Outcome> =>
  actInCentre(env, actor, command, {
    name: 'operations-centre.relieve-shift',
    async decide(trx, at) {
      const { unitId, shift, note } = command;
      const left = await trx
        .selectFrom('operations_centre.shift')
        .select(['id', 'version', 'account_id'])
        .where('id', '=', shift)
        .where('unit_id', '=', unitId)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (!left || left.account_id === actor.id) return refuse('operations-centre.nobody-to-relieve');
      if (note === '') return refuse('operations-centre.note-missing');
      return ended(left, { unitId, to: actor.id, note, at, isNew: !(await findOwnShift(trx, unitId, actor.id)) });
    },
  });

interface Ending {
  readonly unitId: string;
  readonly to: string | undefined;
  readonly note: string;
  readonly at: Instant;
  /** Who follows is not on duty yet. */
  readonly isNew: boolean;
}

function ended(
  { id, version }: { readonly id: string; readonly version: number },
  { unitId, to, note, at, isNew }: Ending,
): CentreDecision {
  const next = to !== undefined && isNew ? newId() : undefined;
  return {
    kind: 'write',
    subject: { type: SHIFT, id },
    rows: [
      {
        table: 'operations_centre.shift',
        op: 'update',
        key: { id },
        version,
        values: { ended_at: isoOf(at), handed_to: to ?? null, version: version + 1 },
      },
      ...(next !== undefined && to !== undefined ? [shiftRow(next, { unitId, accountId: to, at })] : []),
    ],
    entry: {
      type: 'operations-centre.shift-ended',
      version: 2,
      body: { unit: unitId, to, next },
      content: { note },
    },
  };
}

export async function findOwnShift(
  db: CentreDb,
  unitId: string,
  accountId: string,
): Promise<{ readonly id: string; readonly version: number } | undefined> {
  return db
    .selectFrom('operations_centre.shift')
    .select(['id', 'version'])
    .where('unit_id', '=', unitId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export interface ListedShift {
  readonly id: string;
  readonly accountId: string;
  readonly who: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
  readonly handedTo: string | null;
  /** Oldest first; the last of an ended shift is what was handed over with it. */
  readonly notes: readonly { readonly at: string; readonly note: string }[];
}

/** Of one centre, newest first. */
export async function listShifts(
  db: CentreDb,
  { unitId, after, limit }: { readonly unitId: string; readonly after?: string; readonly limit: number },
): Promise<{ readonly rows: readonly ListedShift[]; readonly next: string | undefined }> {
  const key = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '');
  const found = await sql<ListedShift>`
    select s.id, s.account_id as "accountId", p.name as who, s.began_at as "beganAt", s.ended_at as "endedAt", o.name as "handedTo", coalesce(n.notes, '[]') as notes
    from operations_centre.shift s join identity.account p on p.id = s.account_id left join identity.account o on o.id = s.handed_to
      left join lateral (
        select jsonb_agg(jsonb_build_object('at', e.occurred_at, 'note', t.body::jsonb #>> '{}') order by e.recorded_at) as notes
        from journal.entry e join journal.content t on t.entry_id = e.id and t.name = 'note' and t.body is not null
        where e.subject_id = s.id
      ) n on true
    where s.unit_id = ${unitId}
      and ${key ? sql`(s.began_at, s.id) < (${isoOf(Number(key[1]) as Instant)}::timestamptz, ${key[2]}::uuid)` : sql`true`}
    order by s.began_at desc, s.id desc limit ${limit + 1}
  `.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.rows.length > limit && last ? `${last.beganAt}.${last.id}` : undefined };
}

export async function listOnDuty(db: CentreDb, unitId: string): Promise<readonly string[]> {
  const found = await sql<{ who: string }>`
    select p.name as who from operations_centre.shift s join identity.account p on p.id = s.account_id
    where s.unit_id = ${unitId} and s.ended_at is null order by s.began_at, s.id
  `.execute(db);
  return found.rows.map(({ who }) => who);
}
