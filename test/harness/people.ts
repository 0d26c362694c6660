/** People for a house under test: accounts of each kind, and their sessions. */
import { sql } from 'kysely';
import { dayOf } from '../../src/platform/calendar/instant.ts';
import { type AccountToCreate, createAccount } from '../../src/platform/identity/account.ts';
import { openSession } from '../../src/platform/identity/session.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import type { House } from './house.ts';

/** A guest has no account; an officer holds the first position of a role, in a unit by its code when one is named. */
export type Who =
  | 'guest'
  | 'citizen'
  | 'business'
  | 'administrator'
  | { readonly role: string; readonly unit?: string };

type Person = Exclude<Who, 'guest'>;

const known = new WeakMap<object, Map<string, Promise<string>>>();

/** The account of a person, the same each time they are asked for in one house. */
export function anAccount<T>(house: House<T>, who: Person): Promise<string> {
  const accounts = known.get(house) ?? new Map<string, Promise<string>>();
  known.set(house, accounts);
  const key = typeof who === 'string' ? who : `${who.role} ${who.unit ?? ''}`;
  const account = accounts.get(key) ?? makeAccount(house.platform, who, accounts.size + 1);
  accounts.set(key, account);
  return account;
}

async function makeAccount(platform: Platform, who: Person, number: number): Promise<string> {
  const wanted = typeof who === 'string' ? KINDS[who](number) : await officerOf(platform, who, number);
  const made = await createAccount(platform.db, programActor('test'), { ...wanted, demo: true, at: platform.clock() });
  if (made.kind === 'refusal') throw new Error(`no ${JSON.stringify(who)}: ${made.code}`);
  return made.accountId;
}

/** Signs the person in now; answers what their browser's session cookie holds. */
export async function aSession<T>(house: House<T>, who: Person): Promise<string> {
  const { db, clock } = house.platform;
  const isOfficer = typeof who !== 'string' || who === 'administrator';
  const { token } = await openSession(db, {
    accountId: await anAccount(house, who),
    method: isOfficer ? 'password' : 'vneid',
    assurance: isOfficer ? 'local' : 2,
    address: '127.0.0.1',
    userAgent: 'test',
    at: clock(),
  });
  return token;
}

const KINDS: Readonly<Record<'citizen' | 'business' | 'administrator', (number: number) => AccountToCreate>> = {
  citizen: (number) => ({
    kind: 'citizen',
    name: 'Nguyễn Thị Lúa',
    personalNumber: `0721900000${String(number).padStart(2, '0')}`,
    vneidSub: `citizen-${number}`,
    phone: '0912345678',
  }),
  business: (number) => ({
    kind: 'business',
    name: 'Công ty TNHH Vàm Cỏ Đông',
    taxCode: `39000000${String(number).padStart(2, '0')}`,
    vneidSub: `business-${number}`,
  }),
  administrator: (number) => ({
    kind: 'officer',
    name: 'Người quản trị',
    login: `quan.tri.${number}`,
    administrator: true,
  }),
};

async function officerOf(
  { db, clock }: Platform,
  { role, unit }: { role: string; unit?: string },
  number: number,
): Promise<AccountToCreate> {
  const today = dayOf(clock());
  const seats = await sql<{ position: string; unit: string }>`
    select p.id as position, u.id as unit from organisation.position p join organisation.unit u on u.id = p.unit_id
    where p.role = ${role} and (${unit ?? null}::text is null or ${unit ?? null}::text in (u.code, u.key))
      and daterange(p.valid_from, p.valid_to, '[]') @> ${today}::date and daterange(u.valid_from, u.valid_to, '[]') @> ${today}::date
    order by p.key limit 1
  `.execute(db);
  const seat = seats.rows[0];
  if (!seat) throw new Error(`no position of role ${role} today${unit === undefined ? '' : ` in unit ${unit}`}`);
  return {
    kind: 'officer',
    name: `Cán bộ ${role}`,
    login: `can.bo.${number}`,
    positions: [{ positionId: seat.position, unitId: seat.unit }],
  };
}
