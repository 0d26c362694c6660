/** Hall (nơi tiếp nhận): who waits, who was called where, and how many stand before a number, as its display, its kiosk and phones show it. */
import { sql } from 'kysely';
import { dayOf, type Instant, instantAt } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { CounterDb } from './hall-act.ts';
import { lineUp } from './order.ts';
import { listPlaces } from './places.ts';
import type { CounterRules } from './rules.ts';
import { asWaiting, listOpen, type Ticket } from './tickets.ts';

export interface LatestCall {
  readonly id: string;
  readonly code: string;
  readonly place: number;
  readonly calls: number;
  /** Called and not yet at the place. */
  readonly isCalling: boolean;
}

/** Of each place the number that is there now or was called last, the latest call first. */
export async function listLatestCalls(
  db: CounterDb,
  { unitId, at, limit }: { readonly unitId: string; readonly at: Instant; readonly limit: number },
): Promise<LatestCall[]> {
  const since = instantAt(dayOf(at), 0);
  const found = await sql<LatestCall>`
    select c.id, c.code, c.place_number as place, c.calls, (c.ended_at is null and c.started_at is null) as "isCalling"
    from counter.call c
    where c.unit_id = ${unitId} and c.called_at >= to_timestamp(${since / 1000}) and c.ended_at is null
    order by c.last_at desc, c.id desc limit ${limit}
  `.execute(db);
  return found.rows;
}

export interface GroupWaiting {
  readonly key: string;
  readonly name: LocalText;
  readonly letter: string;
  readonly about: LocalText;
  readonly waiting: number;
  /** Places that do it and are open now. */
  readonly places: readonly number[];
}

export async function listGroups(
  db: CounterDb,
  { unitId, rules }: { readonly unitId: string; readonly rules: CounterRules },
): Promise<GroupWaiting[]> {
  const [open, places] = [await listOpen(db, unitId), await listPlaces(db, unitId)];
  return rules.groups.map(({ key, name, letter, about }) => ({
    key,
    name,
    letter,
    about,
    waiting: open.filter(({ state, group_key }) => state === 'waiting' && group_key === key).length,
    places: places
      .filter((place) => place.account_id !== null && place.group_keys.includes(key))
      .map(({ number }) => number),
  }));
}

/** How many are called before this number as things stand now: priority and appointments may still come in between. */
export async function countBefore(
  db: CounterDb,
  { ticket, rules, at }: { readonly ticket: Ticket; readonly rules: CounterRules; readonly at: Instant },
): Promise<number> {
  const waiting = (await listOpen(db, ticket.unit_id)).filter(({ state }) => state === 'waiting').map(asWaiting);
  const places = (await listPlaces(db, ticket.unit_id)).filter(({ account_id }) => account_id !== null);
  const doing = places.filter((place) =>
    ticket.for_place === null ? place.group_keys.includes(ticket.group_key) : place.id === ticket.for_place,
  );
  const lines = (doing.length > 0 ? doing : [{ id: '', group_keys: [ticket.group_key], priority_run: 0 }]).map(
    (place) =>
      lineUp(waiting, { id: place.id, groups: place.group_keys, run: place.priority_run }, { rule: rules.order, at }),
  );
  const before = lines.map((line) => line.findIndex(({ id }) => id === ticket.id)).filter((place) => place >= 0);
  return before.length === 0 ? 0 : Math.min(...before);
}

export const findHall = (db: CounterDb, by: { readonly id: string } | { readonly code: string }, at: Instant) =>
  db
    .selectFrom('organisation.unit')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'one-stop')
    .where(sql<boolean>`daterange(valid_from, valid_to, '[]') @> ${dayOf(at)}::date`)
    .where('id' in by ? sql<boolean>`id = ${by.id}` : sql<boolean>`code = ${by.code}`)
    .executeTakeFirst();
/** The reception offices that exist on a day, by name. */
export const listHalls = (db: CounterDb, at: Instant) =>
  db
    .selectFrom('organisation.unit')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'one-stop')
    .where(sql<boolean>`daterange(valid_from, valid_to, '[]') @> ${dayOf(at)}::date`)
    .orderBy(sql`(name ->> 'vi') collate text.vi`)
    .execute();
