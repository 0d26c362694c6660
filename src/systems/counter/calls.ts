/** Calls (lượt gọi): an officer calls the next number, again if need be, serves, and ends; or notes that nobody came, or sends on. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { findDossierOf } from './dossier-of.ts';
import { actInHall, type CounterDb, type CounterEnv, type Decided, type HallCommand, nothing } from './hall-act.ts';
import { lineUp, runAfter } from './order.ts';
import { findAtPlace, findOwnPlace, type Place } from './places.ts';
import { findGroup, getRules, type CounterRules } from './rules.ts';
import { asWaiting, codeOf, findTicket, listOpen, type Ticket, ticketRow } from './tickets.ts';

/** Calls to the officer's own place whoever is next; nobody while somebody stands there. */
export const callNext = (env: CounterEnv, actor: Actor, command: HallCommand): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.call-next',
    async decide(trx, at) {
      const place = await findOwnPlace(trx, actor.id);
      if (!place || place.unit_id !== command.unitId) return refuse('counter.no-place');
      if (await findAtPlace(trx, place.id)) return refuse('counter.somebody-at-place');
      const rules = await getRules(trx);
      const open = (await listOpen(trx, place.unit_id)).filter(({ state }) => state === 'waiting');
      const asked = { id: place.id, groups: place.group_keys, run: place.priority_run };
      const [first] = lineUp(open.map(asWaiting), asked, { rule: rules.order, at });
      const ticket = open.find(({ id }) => id === first?.id);
      if (!first || !ticket) return refuse('counter.nobody-waits');
      return {
        ...called(ticket, { place, actor, at }),
        rows: [
          ...called(ticket, { place, actor, at }).rows,
          {
            table: 'counter.place',
            op: 'update',
            key: { id: place.id },
            values: { priority_run: runAfter(place.priority_run, first, at), version: place.version + 1 },
            version: place.version,
          },
        ],
      };
    },
  });

function called(
  ticket: Ticket,
  { place, actor, at }: { readonly place: Place; readonly actor: Actor; readonly at: Instant },
): Decided & { kind: 'write' } {
  const code = codeOf(ticket);
  const time = isoOf(at);
  const call: RowChange = {
    table: 'counter.call',
    op: 'insert',
    values: {
      id: newId(),
      ticket_id: ticket.id,
      unit_id: ticket.unit_id,
      place_id: place.id,
      place_number: place.number,
      account_id: actor.id,
      code,
      group_key: ticket.group_key,
      is_priority: ticket.is_priority,
      waits_since: isoOf(ticket.waits_since),
      called_at: time,
      last_at: time,
      calls: 1,
      version: 1,
    },
  };
  return {
    kind: 'write',
    subject: { type: 'counter.ticket', id: ticket.id },
    rows: [ticketRow(ticket, { state: 'called', place_id: place.id, for_place: null }), call],
    entries: [{ type: 'counter.ticket-called', body: { code, place: place.number } }],
    answer: { ticket: ticket.id, code },
  };
}

/** At the officer's own place: the ticket that stands there, and its running call. */
interface AtPlace {
  readonly place: Place;
  readonly ticket: Ticket;
  readonly call: { readonly id: string; readonly calls: number; readonly version: number };
  readonly rules: CounterRules;
  readonly at: Instant;
}

export interface AtPlaceCommand extends HallCommand {
  readonly ticketId: string;
}

/** An act on who stands at the officer's place; a page that shows somebody who has gone is told so. */
const actAtPlace = (
  env: CounterEnv,
  actor: Actor,
  command: AtPlaceCommand,
  verb: { readonly name: string; readonly decide: (here: AtPlace, trx: CounterDb) => Decided | Promise<Decided> },
): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: verb.name,
    async decide(trx, at) {
      const place = await findOwnPlace(trx, actor.id);
      const ticket = place && (await findAtPlace(trx, place.id));
      if (!place || !ticket || ticket.id !== command.ticketId) return refuse('counter.not-at-place');
      const call = await findRunning(trx, ticket.id);
      return call ? verb.decide({ place, ticket, call, rules: await getRules(trx), at }, trx) : nothing;
    },
  });

export const findRunning = (db: CounterDb, ticketId: string) =>
  db
    .selectFrom('counter.call')
    .select(['id', 'calls', 'version', 'called_at', 'last_at', 'started_at'])
    .where('ticket_id', '=', ticketId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

export const callAgain = (env: CounterEnv, actor: Actor, command: AtPlaceCommand): Promise<Outcome> =>
  actAtPlace(env, actor, command, {
    name: 'counter.call-again',
    decide({ place, ticket, call, at }) {
      if (ticket.state !== 'called') return refuse('counter.already-serving');
      const calls = call.calls + 1;
      return written(ticket, {
        rows: [callRow(call, { calls, last_at: isoOf(at) })],
        entry: { type: 'counter.ticket-called-again', body: { code: codeOf(ticket), place: place.number, calls } },
      });
    },
  });

export const startServing = (env: CounterEnv, actor: Actor, command: AtPlaceCommand): Promise<Outcome> =>
  actAtPlace(env, actor, command, {
    name: 'counter.start-serving',
    decide({ place, ticket, call, at }) {
      if (ticket.state !== 'called') return refuse('counter.already-serving');
      return written(ticket, {
        rows: [ticketRow(ticket, { state: 'serving' }), callRow(call, { started_at: isoOf(at) })],
        entry: { type: 'counter.serving-started', body: { code: codeOf(ticket), place: place.number } },
      });
    },
  });

export interface EndServing extends AtPlaceCommand {
  /** The dossier that was opened, or ''. */
  readonly dossier: string;
}

export const endServing = (env: CounterEnv, actor: Actor, command: EndServing): Promise<Outcome> =>
  actAtPlace(env, actor, command, {
    name: 'counter.end-serving',
    async decide({ place, ticket, call, at }, trx) {
      if (ticket.state !== 'serving') return refuse('counter.not-serving');
      const dossier = command.dossier === '' ? undefined : await findDossierOf(trx, command);
      if (command.dossier !== '' && !dossier) return refuse('counter.no-such-dossier', { code: command.dossier });
      const values = { state: 'served', ground: null, dossier_code: dossier?.code ?? null };
      return written(ticket, {
        rows: [ticketRow(ticket, values), callRow(call, { ended_at: isoOf(at), outcome: 'served' })],
        entry: {
          type: 'counter.serving-ended',
          body: { code: codeOf(ticket), place: place.number, dossier: dossier?.code },
        },
      });
    },
  });

/** Nobody came, though called as often as the rule asks. */
export const markAbsent = (env: CounterEnv, actor: Actor, command: AtPlaceCommand): Promise<Outcome> =>
  actAtPlace(env, actor, command, {
    name: 'counter.mark-absent',
    decide({ place, ticket, call, rules, at }) {
      if (ticket.state !== 'called') return refuse('counter.already-serving');
      if (call.calls < rules.absence.calls) return refuse('counter.call-again-first', { calls: rules.absence.calls });
      return written(ticket, {
        rows: [
          ticketRow(ticket, { state: 'absent', place_id: null, absent_at: isoOf(at) }),
          callRow(call, { ended_at: isoOf(at), outcome: 'absent' }),
        ],
        entry: {
          type: 'counter.ticket-absent',
          body: { code: codeOf(ticket), place: place.number, calls: call.calls },
        },
      });
    },
  });

export interface Transfer extends AtPlaceCommand {
  /** Number of a place that is open, or '' for whoever does the group. */
  readonly place: string;
  readonly group: string;
}

/** Waits again, with the time it has waited already: nobody goes to the end of the line by our mistake. */
export const transferTicket = (env: CounterEnv, actor: Actor, command: Transfer): Promise<Outcome> =>
  actAtPlace(env, actor, command, {
    name: 'counter.transfer',
    async decide({ place, ticket, call, rules, at }, trx) {
      const aim = await findAim(trx, command, { place, rules });
      if ('kind' in aim) return aim;
      const { group, target } = aim;
      return written(ticket, {
        rows: [
          ticketRow(ticket, {
            state: 'waiting',
            place_id: null,
            for_place: target?.id ?? null,
            group_key: group,
            waits_since: isoOf(at),
          }),
          callRow(call, { ended_at: isoOf(at), outcome: 'transferred' }),
        ],
        entry: {
          type: 'counter.ticket-transferred',
          body: { code: codeOf(ticket), from: place.number, to: target?.number, group },
        },
      });
    },
  });

async function findAim(
  trx: CounterDb,
  command: Transfer,
  { place, rules }: { readonly place: Place; readonly rules: CounterRules },
): Promise<Refusal | { readonly group: string; readonly target: Place | undefined }> {
  const group = findGroup(rules, command.group)?.key;
  if (command.place === '') return group ? { group, target: undefined } : refuse('counter.transfer-where');
  const target = await trx
    .selectFrom('counter.place')
    .selectAll()
    .where('unit_id', '=', command.unitId)
    .where('number', '=', Number(command.place) || 0)
    .where('account_id', 'is not', null)
    .executeTakeFirst();
  if (!target) return refuse('counter.place-closed', { place: command.place });
  if (target.id === place.id) return refuse('counter.transfer-where');
  const kept = group ?? (await findAtPlace(trx, place.id))?.group_key ?? '';
  return { group: kept, target };
}

/** Somebody who was away is here: waits on, behind those who wait now. */
export const takeBack = (env: CounterEnv, actor: Actor, command: AtPlaceCommand): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.take-back',
    async decide(trx, at) {
      const ticket = await findTicket(trx, command.ticketId);
      if (!ticket || ticket.unit_id !== command.unitId) return nothing;
      if (ticket.state !== 'absent' || ticket.absent_at === null) return refuse('counter.not-absent');
      const { absence } = await getRules(trx);
      if (ticket.returns >= absence.returns) return refuse('counter.returned-before', { returns: absence.returns });
      if (at > ticket.absent_at + absence.return_minutes * 60_000)
        return refuse('counter.back-too-late', { minutes: absence.return_minutes });
      const time = isoOf(at);
      const values = {
        state: 'waiting',
        rank_at: time,
        waits_since: time,
        returns: ticket.returns + 1,
        absent_at: null,
      };
      return written(ticket, {
        rows: [ticketRow(ticket, values)],
        entry: { type: 'counter.ticket-returned', body: { code: codeOf(ticket) } },
      });
    },
  });

const callRow = (
  { id, version }: Pick<AtPlace['call'], 'id' | 'version'>,
  values: Record<string, string | number | null>,
): RowChange => ({
  table: 'counter.call',
  op: 'update',
  key: { id },
  values: { ...values, version: version + 1 },
  version,
});

const written = (
  ticket: Ticket,
  { rows, entry }: { readonly rows: readonly RowChange[]; readonly entry: Parameters<typeof entriesOf>[0] },
): Decided => ({
  kind: 'write',
  subject: { type: 'counter.ticket', id: ticket.id },
  rows,
  entries: entriesOf(entry),
  answer: { ticket: ticket.id, code: codeOf(ticket) },
});

const entriesOf = (entry: (Decided & { kind: 'write' })['entries'][number]) => [entry];
