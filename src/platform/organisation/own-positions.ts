/** Own positions: what somebody holds by their own right on a day, and so may delegate. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { LocalText } from '../i18n/local-text.ts';

export interface OwnPosition {
  readonly id: string;
  readonly title: LocalText;
  readonly unit: LocalText;
  readonly unitId: string;
  readonly role: string;
  readonly leads: boolean;
}

export async function listOwnPositions(db: Db, accountId: string, day: Day): Promise<OwnPosition[]> {
  const found = await sql<OwnPosition>`
    select p.id, p.title, u.name as unit, u.id as "unitId", p.role, r.leads
    from organisation.holding h join organisation.position p on p.id = h.position_id
      join organisation.unit u on u.id = p.unit_id join organisation.role r on r.key = p.role
    where h.account_id = ${accountId} and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
      and daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
    order by h.valid_from, h.id
  `.execute(db);
  return found.rows;
}

/** An officer by login. */
export async function findGiver(
  db: Db,
  login: string,
): Promise<{ readonly id: string; readonly login: string; readonly name: string } | undefined> {
  const found = await db
    .selectFrom('identity.account')
    .select(['id', 'login', 'name'])
    .where('login', '=', login)
    .where('kind', '=', 'officer')
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return found && { ...found, login };
}
