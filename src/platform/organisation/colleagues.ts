/** Colleagues: who sits in the same office, its units and, in a commune, the other units of its people's committee. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { platformPart } from '../db/platform-part.ts';
import { unitsUnder } from './find-units.ts';

export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly title: LocalText;
  readonly unit: LocalText;
  readonly unitId: string;
  readonly role: string;
}

/** One line for each person, in their first position, those of the unit itself first; without `except`. */
export async function listColleagues<T>(
  db: Db<T>,
  { unitId, day, except }: { readonly unitId: string; readonly day: Day; readonly except: string },
): Promise<Colleague[]> {
  const units = await unitsUnder(db, await committeeOf(db, unitId), day);
  const found = await sql<Colleague>`
    select * from (
      select distinct on (a.id) a.id as "accountId", a.name, p.title, u.name as unit, u.id as "unitId", p.role, p.key
      from organisation.position p
        join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
        join identity.account a on a.id = h.account_id and a.disabled_at is null
        join organisation.unit u on u.id = p.unit_id
      where p.unit_id = any(${units}::uuid[]) and daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date and a.id <> ${except}
      order by a.id, u.id <> ${unitId}, p.key
    ) each order by "unitId" <> ${unitId}, key limit ${MOST}
  `.execute(platformPart(db));
  return found.rows;
}

const MOST = 200;

/** The people's committee of the same area above the unit, else the unit itself. */
async function committeeOf<T>(db: Db<T>, unitId: string): Promise<string> {
  const found = await sql<{ id: string }>`
    select p.id from organisation.unit u join organisation.unit p on p.id = u.parent_id
    where u.id = ${unitId} and p.kind = 'people-committee' and p.area_id = u.area_id
      and (select level from organisation.area where id = u.area_id) <> 'province'
  `.execute(db);
  return found.rows[0]?.id ?? unitId;
}
