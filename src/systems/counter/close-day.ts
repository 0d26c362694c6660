/** Day's end: what officers left open is closed by the clock, some time after the hall has closed, so that the next day begins empty. */
import { dayOf, type Day, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import { type Office, receptionWindows } from '../../platform/calendar/working-time.ts';
import type { RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findRunning } from './calls.ts';
import { actInHall, type CounterDb, type CounterEnv, nothing } from './hall-act.ts';
import { closedPlace, listPlaces, type Place } from './places.ts';
import { followRules, getRules } from './rules.ts';
import type { CounterTables } from './tables.ts';
import { codeOf, listOpen, type Ticket, ticketRow } from './tickets.ts';

export const CLOSE_DAY = 'counter.close-day';

/** Run every few minutes; a hall where nothing is left costs nothing. */
export async function closeDay({ acting, calendar }: Platform<CounterTables>): Promise<void> {
  await followRules(acting);
  const { close } = await getRules(acting.db);
  for (const { id, code } of await listHallsInUse(acting.db)) {
    const office: Office = { calendar: calendar(), ...(code === null ? {} : { unit: code }) };
    await closeHall(acting, id, (day) => endOf(office, day, close.after_minutes));
  }
}

/** A day on which the hall does not open ends at midnight. */
function endOf(office: Office, day: Day, afterMinutes: number): Instant {
  const last = receptionWindows(office, day).at(-1);
  return instantAt(day, last ? last.closes + afterMinutes : 1440);
}

async function listHallsInUse(db: CounterDb) {
  return db
    .selectFrom('organisation.unit')
    .select(['id', 'code'])
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('counter.ticket as t')
            .select('t.id')
            .whereRef('t.unit_id', '=', 'organisation.unit.id')
            .where('t.state', 'in', ['waiting', 'called', 'serving', 'absent']),
        ),
        where.exists(
          where
            .selectFrom('counter.place as p')
            .select('p.id')
            .whereRef('p.unit_id', '=', 'organisation.unit.id')
            .where('p.account_id', 'is not', null),
        ),
      ]),
    )
    .execute();
}

async function closeHall(env: CounterEnv, unitId: string, ends: (day: Day) => Instant): Promise<void> {
  const command = { commandId: newId(), caseId: unitId, unitId };
  await actInHall(env, programActor(CLOSE_DAY), command, {
    name: CLOSE_DAY,
    async decide(trx, at) {
      const tickets = (await listOpen(trx, unitId)).filter(({ day }) => ends(day) <= at);
      const places = (await listPlaces(trx, unitId)).filter(
        ({ opened_at }) => opened_at !== null && ends(dayOf(opened_at)) <= at,
      );
      if (tickets.length + places.length === 0) return nothing;
      const closed = await Promise.all(tickets.map((ticket) => closeTicket(trx, ticket, at)));
      return {
        kind: 'write',
        subject: { type: 'counter.hall', id: unitId },
        rows: [...closed.flatMap(({ rows }) => rows), ...places.map(closedPlace)],
        entries: [...closed.map(({ entry }) => entry), ...places.map(placeEntry)],
        answer: { tickets: tickets.length, places: places.length },
      };
    },
  });
}

const placeEntry = ({ id, number }: Place): EntryDraft => ({
  type: 'counter.place-closed',
  body: { place: number },
  subject: { type: 'counter.place', id },
});

async function closeTicket(
  trx: CounterDb,
  ticket: Ticket,
  at: Instant,
): Promise<{ readonly rows: readonly RowChange[]; readonly entry: EntryDraft }> {
  const call = await findRunning(trx, ticket.id);
  const values = { state: 'closed', place_id: null, for_place: null, ground: null };
  const ended: RowChange[] = call
    ? [
        {
          table: 'counter.call',
          op: 'update',
          key: { id: call.id },
          values: { ended_at: isoOf(at), outcome: 'closed', version: call.version + 1 },
          version: call.version,
        },
      ]
    : [];
  return {
    rows: [ticketRow(ticket, values), ...ended],
    entry: {
      type: 'counter.ticket-closed',
      body: { code: codeOf(ticket), state: ticket.state },
      subject: { type: 'counter.ticket', id: ticket.id },
    },
  };
}
