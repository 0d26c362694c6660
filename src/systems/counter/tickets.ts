/** Tickets (số thứ tự): taken at the kiosk or given by an officer; a letter and a number of the day, and no name. */
import { randomBytes } from 'node:crypto';
import { dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { refuse, type RowChange } from '../../platform/cases/decision.ts';
import { isId, newId } from '../../platform/db/ids.ts';
import { actInHall, type CounterDb, type CounterEnv, type HallCommand, type HallDecision } from './hall-act.ts';
import type { Waiting } from './order.ts';
import { findGround, findGroup, getRules, type ServiceGroup } from './rules.ts';

export interface TakeTicket extends HallCommand {
  readonly group: string;
  /** Key of a ground of priority; '' for none. */
  readonly ground: string;
}

export const takeTicket = (env: CounterEnv, actor: Actor, command: TakeTicket): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.take-ticket',
    async decide(trx, at) {
      const rules = await getRules(trx);
      const group = findGroup(rules, command.group);
      if (!group) return refuse('counter.no-such-group');
      const ground = findGround(rules, command.ground)?.key ?? null;
      return issueTicket(trx, { unitId: command.unitId, group, ground, at });
    },
  });

interface TicketToIssue {
  readonly unitId: string;
  readonly group: ServiceGroup;
  readonly ground: string | null;
  readonly appointment?: { readonly id: string; readonly at: Instant | null; readonly row: RowChange };
  readonly at: Instant;
}

/** The next number of its letter on this day; the hall is locked, so that it is nobody else's. */
export async function issueTicket(trx: CounterDb, wanted: TicketToIssue): Promise<HallDecision> {
  const { unitId, group, ground, appointment, at } = wanted;
  const day = dayOf(at);
  const { last } = await trx
    .selectFrom('counter.ticket')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('unit_id', '=', unitId)
    .where('day', '=', day)
    .where('letter', '=', group.letter)
    .executeTakeFirstOrThrow();
  const id = newId();
  const number = (last ?? 0) + 1;
  const code = codeOf({ letter: group.letter, number });
  const secret = randomBytes(12).toString('base64url');
  const time = isoOf(at);
  const values = {
    id,
    unit_id: unitId,
    day,
    group_key: group.key,
    letter: group.letter,
    number,
    is_priority: ground !== null,
    ground,
    appointment_id: appointment?.id ?? null,
    appointment_at: appointment?.at ? isoOf(appointment.at) : null,
    taken_at: time,
    rank_at: time,
    waits_since: time,
    state: 'waiting',
    secret,
    returns: 0,
    version: 1,
  };
  return {
    kind: 'write',
    subject: { type: 'counter.ticket', id },
    rows: [{ table: 'counter.ticket', op: 'insert', values }, ...(appointment ? [appointment.row] : [])],
    entries: [
      {
        type: 'counter.ticket-taken',
        body: { code, group: group.key, priority: ground !== null, appointment: appointment?.id },
      },
    ],
    answer: { ticket: id, code, secret },
  };
}

/** `A012`: said as "A, mười hai". */
export const codeOf = ({ letter, number }: { readonly letter: string; readonly number: number }): string =>
  `${letter}${String(number).padStart(3, '0')}`;

export const findTicket = async (db: CounterDb, id: string) =>
  isId(id) ? db.selectFrom('counter.ticket').selectAll().where('id', '=', id).executeTakeFirst() : undefined;

export const findBySecret = (db: CounterDb, secret: string) =>
  db.selectFrom('counter.ticket').selectAll().where('secret', '=', secret).executeTakeFirst();

export type Ticket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

export const listOpen = (db: CounterDb, unitId: string) =>
  db
    .selectFrom('counter.ticket')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['waiting', 'called', 'serving', 'absent'])
    .orderBy('rank_at')
    .orderBy('id')
    .execute();

export const asWaiting = (ticket: Ticket): Waiting => ({
  id: ticket.id,
  group: ticket.group_key,
  isPriority: ticket.is_priority,
  appointmentAt: ticket.appointment_at,
  rankAt: ticket.rank_at,
  forPlace: ticket.for_place,
});

/** The change of a ticket, from the version that was read. */
export const ticketRow = (
  { id, version }: Pick<Ticket, 'id' | 'version'>,
  values: Record<string, string | number | boolean | null>,
): RowChange => ({
  table: 'counter.ticket',
  op: 'update',
  key: { id },
  values: { ...values, version: version + 1 },
  version,
});
