/** Reads what the queue desk shows: the officer's place, who stands there, who waits for it in which order, who was away. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { findRunning } from './calls.ts';
import type { CounterDb } from './hall-act.ts';
import { lineUp } from './order.ts';
import { findAtPlace, findOwnPlace, listPlaces, type Place } from './places.ts';
import type { CurrentTicket } from './pages/current-ticket.tsx';
import type { QueueDeskProps } from './pages/queue-desk-page.tsx';
import { type CounterRules, getRules } from './rules.ts';
import { asWaiting, codeOf, listOpen, type Ticket } from './tickets.ts';

const MINUTE = 60_000;

export type Desk = Omit<QueueDeskProps, 'typed' | 'error'> & { readonly usual: Place | undefined };

export async function readDesk(
  db: CounterDb,
  asked: {
    readonly unitId: string;
    readonly accountId: string;
    readonly at: Instant;
    readonly hour: (at: Instant) => string;
  },
): Promise<Desk> {
  const { unitId, accountId, at, hour } = asked;
  const rules = await getRules(db);
  const own = await findOwnPlace(db, accountId);
  const place = own?.unit_id === unitId ? own : undefined;
  const open = await listOpen(db, unitId);
  const places = await listPlaces(db, unitId);
  const current = place && (await readCurrent(db, place, hour));
  return {
    rules,
    usual: places.find(({ account_id }) => account_id === null),
    place: place && { number: place.number, groups: place.group_keys },
    current,
    others: places
      .filter(({ id, account_id }) => account_id !== null && id !== place?.id)
      .map(({ number, group_keys }) => ({ number, groups: group_keys })),
    waiting: inOrder(open, { place, rules, at }).map((ticket) => ({
      id: ticket.id,
      code: codeOf(ticket),
      group: ticket.group_key,
      ground: ticket.is_priority ? (ticket.ground ?? '') : null,
      appointment: ticket.appointment_at === null ? null : hour(ticket.appointment_at),
      since: ticket.waits_since,
      minutes: Math.max(0, Math.floor((at - ticket.taken_at) / MINUTE)),
      returned: ticket.returns > 0,
    })),
    absent: open.filter(({ state }) => state === 'absent').map((ticket) => absentOf(ticket, { rules, at, hour })),
    time: hour(at),
  };
}

/** As this place would call them; of a hall without a place of one's own, by time. */
function inOrder(
  open: readonly Ticket[],
  { place, rules, at }: { readonly place: Place | undefined; readonly rules: CounterRules; readonly at: Instant },
): Ticket[] {
  const waiting = open.filter(({ state }) => state === 'waiting');
  if (!place) return waiting;
  const asked = { id: place.id, groups: place.group_keys, run: place.priority_run };
  const byId = new Map(waiting.map((ticket) => [ticket.id, ticket]));
  return lineUp(waiting.map(asWaiting), asked, { rule: rules.order, at }).map(({ id }) => byId.get(id) as Ticket);
}

function absentOf(
  ticket: Ticket,
  { rules, at, hour }: { readonly rules: CounterRules; readonly at: Instant; readonly hour: (at: Instant) => string },
) {
  const until = ((ticket.absent_at ?? at) + rules.absence.return_minutes * MINUTE) as Instant;
  return {
    id: ticket.id,
    code: codeOf(ticket),
    until: hour(until),
    canReturn: at <= until && ticket.returns < rules.absence.returns,
  };
}

async function readCurrent(
  db: CounterDb,
  place: Place,
  hour: (at: Instant) => string,
): Promise<CurrentTicket | undefined> {
  const ticket = await findAtPlace(db, place.id);
  const call = ticket && (await findRunning(db, ticket.id));
  if (!ticket || !call) return undefined;
  return {
    id: ticket.id,
    code: codeOf(ticket),
    group: ticket.group_key,
    ground: ticket.ground,
    isPriority: ticket.is_priority,
    isServing: ticket.state === 'serving',
    calls: call.calls,
    since: hour(call.started_at ?? call.called_at),
    dossiers: call.started_at === null ? [] : await listOpenedSince(db, place.unit_id, call.started_at),
  };
}

/** Taken in by this hall since then, the latest first: one of them is the person's. */
async function listOpenedSince(db: CounterDb, unitId: string, since: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select('code')
    .where('kind', '=', 'dossier')
    .where('receiving_unit', '=', unitId)
    .where('received_at', '>=', isoOf(since) as never)
    .orderBy('received_at', 'desc')
    .limit(10)
    .execute();
  return rows.map(({ code }) => code);
}
