/** Finding a session: who a request's cookie belongs to now, with the positions they hold today. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { Locale } from '../i18n/texts.ts';
import { ADMINISTRATOR, type DeclaredPermissions, permissionsOf } from '../permissions/permissions.ts';
import { hashOf } from './session.ts';
import type { HeldPosition, SignedIn } from './signed-in.ts';
import type { AccountKind } from './tables.ts';

const MINUTE = 60_000;
/** An officer's screen at a counter is left alone for minutes; a citizen gathers papers for a long form. */
const IDLE_MINUTES: Readonly<Record<AccountKind, number>> = { officer: 30, citizen: 120, business: 120 };
/** Writing the last sight at each request would double the writes; a minute's error in half an hour is no matter. */
const SEEN_EVERY = MINUTE;

export interface SessionQuestion {
  readonly token: string | undefined;
  readonly at: Instant;
  readonly permissions: DeclaredPermissions;
  /** Asked by the program while a page stands open: no sight of the person, so an idle session still ends. */
  readonly unseen?: boolean;
}

interface FoundSession {
  id: string;
  account_id: string;
  kind: AccountKind;
  administrator: boolean;
  name: string;
  locale: Locale;
  assurance: 'local' | '1' | '2';
  position_id: string | null;
  acting_name: string | null;
  last_seen_at: Instant;
  positions: readonly (Omit<HeldPosition, 'permissions' | 'forName'> & { forName: string | null })[];
}

/** Who a cookie belongs to now. Undefined for none, an ended, revoked, idle or too old session, and a disabled account. */
export async function findSession(
  db: Db,
  { token, at, permissions, unseen }: SessionQuestion,
): Promise<SignedIn | undefined> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  const found = (await sessionQuery(hashOf(token), at).execute(db)).rows[0];
  if (!found) return undefined;
  if (!unseen && found.last_seen_at <= at - SEEN_EVERY) await noteSight(db, found.id, at);
  const positions = found.positions.map(({ forAccount, forName, ...held }) => ({
    ...held,
    ...(forAccount ? { forAccount, forName: forName ?? '' } : {}),
    permissions: permissionsOf(permissions, held.role),
  }));
  const own = found.administrator ? permissionsOf(permissions, ADMINISTRATOR) : [];
  return {
    accountId: found.account_id,
    sessionId: found.id,
    kind: found.kind,
    administrator: found.administrator,
    name: found.name,
    ...(found.acting_name === null ? {} : { actingName: found.acting_name }),
    locale: found.locale,
    assurance: found.assurance === 'local' ? 'local' : found.assurance === '2' ? 2 : 1,
    positions,
    active: positions.find((held) => held.id === found.position_id) ?? positions[0],
    permissions: new Set([...own, ...positions.flatMap((held) => [...held.permissions])]),
  };
}

function sessionQuery(hash: Buffer, at: Instant) {
  const day: Day = dayOf(at);
  const idleSince = (kind: AccountKind): string => isoOf((at - IDLE_MINUTES[kind] * MINUTE) as Instant);
  return sql<FoundSession>`
    select s.id, s.account_id, a.kind, a.administrator, a.name, a.locale, s.assurance, s.position_id, s.acting_name, s.last_seen_at,
      coalesce(h.positions, '[]'::json) as positions
    from identity.session s
    join identity.account a on a.id = s.account_id
    left join lateral (
      select json_agg(json_build_object('id', p.id, 'unitId', u.id, 'unitCode', u.code, 'unitName', u.name, 'role', p.role,
          'title', p.title, 'leads', r.leads, 'forAccount', held.for_account,
          'forName', f.name, 'manner', held.manner, 'until', held.until) order by held.for_account nulls first, held.since, held.id) as positions
      from (
        select o.id, o.position_id, null::uuid as for_account, o.valid_from as since, o.manner, o.valid_to as until from organisation.holding o
          where o.account_id = a.id and daterange(o.valid_from, o.valid_to, '[]') @> ${day}::date
        union all
        select d.id, d.position_id, d.from_account, d.valid_from, 'full', d.valid_to from organisation.delegation d
          where d.to_account = a.id and daterange(d.valid_from, d.valid_to, '[]') @> ${day}::date
            and (d.ended_at is null or d.ended_at > ${isoOf(at)}::timestamptz)
            and exists (select 1 from organisation.holding o where o.account_id = d.from_account and o.position_id = d.position_id
              and daterange(o.valid_from, o.valid_to, '[]') @> ${day}::date)
      ) held
      join organisation.position p on p.id = held.position_id and daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date
      join organisation.unit u on u.id = p.unit_id and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
      join organisation.role r on r.key = p.role
      left join identity.account f on f.id = held.for_account
    ) h on a.kind = 'officer'
    where s.token_hash = ${hash} and s.revoked_at is null and a.disabled_at is null and s.expires_at > ${isoOf(at)}
      and s.last_seen_at > case a.kind when 'officer' then ${idleSince('officer')}::timestamptz
        when 'business' then ${idleSince('business')}::timestamptz else ${idleSince('citizen')}::timestamptz end
  `;
}

async function noteSight(db: Db, id: string, at: Instant): Promise<void> {
  await sql`
    update identity.session set last_seen_at = ${isoOf(at)} where id = ${id} and last_seen_at < ${isoOf(at)}
  `.execute(db);
}

/** An officer who holds several positions says which one they act in. False when they do not hold it: the session stays as it was. */
export async function choosePosition(db: Db, signedIn: SignedIn, positionId: string): Promise<boolean> {
  if (!signedIn.positions.some((held) => held.id === positionId)) return false;
  await db
    .updateTable('identity.session')
    .set({ position_id: positionId })
    .where('id', '=', signedIn.sessionId)
    .execute();
  return true;
}
