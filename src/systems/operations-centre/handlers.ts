/** Handlers (người có thể nhận): who may be handed an incident or a shift of a centre, because their own position lets them handle it there. */
import { sql } from 'kysely';
import type { Day } from '../../platform/calendar/instant.ts';
import { platformPart } from '../../platform/db/platform-part.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { CentreDb } from './centre-act.ts';

export interface Handler {
  readonly accountId: string;
  readonly name: string;
  readonly title: LocalText;
  readonly unit: LocalText;
  readonly unitId: string;
}

export const HANDLE = 'operations-centre.handle';

const MOST = 200;

/** In a unit of the centre's area, those of its people's committee first; one line for each person. */
export async function listHandlers(
  { db, registry }: { readonly db: CentreDb; readonly registry: Platform['registry'] },
  { unitId, day, except }: { readonly unitId: string; readonly day: Day; readonly except: string },
): Promise<readonly Handler[]> {
  const roles = registry.permissions.get(HANDLE)?.roles ?? [];
  const found = await sql<Handler>`
    select * from (
      select distinct on (a.id) a.id as "accountId", a.name, p.title, u.name as unit, u.id as "unitId", p.key
      from organisation.unit c join organisation.unit u on u.area_id = c.area_id
        join organisation.position p on p.unit_id = u.id and p.role = any(${roles}::text[])
        join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
        join identity.account a on a.id = h.account_id and a.disabled_at is null
      where c.id = ${unitId} and a.id <> ${except} and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
        and daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date
      order by a.id, u.id <> ${unitId}, p.key
    ) each order by "unitId" <> ${unitId}, key limit ${MOST}
  `.execute(platformPart(db));
  return found.rows;
}
