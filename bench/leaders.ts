/** Leaders of a demonstration's or a bench's units: by whose sign-in the load looks on. */
import { sql } from 'kysely';
import type { Db } from '../src/platform/db/database.ts';

/** Login of who leads the commune of this code, or the province. */
export async function findLeader(db: Db, commune?: string): Promise<string> {
  const found = await sql<{ login: string }>`
    select a.login from identity.account a join organisation.holding h on h.account_id = a.id
      join organisation.position p on p.id = h.position_id join organisation.unit u on u.id = p.unit_id
      left join organisation.area r on r.id = u.area_id
    where p.role = 'CT' and u.valid_to is null and h.valid_to is null
      and ${commune === undefined ? sql`u.code = 'H53'` : sql`r.code = ${commune} and u.kind = 'people-committee'`}
    order by a.login limit 1
  `.execute(db);
  const { login } = found.rows[0] ?? {};
  if (login === undefined) throw new Error(`nobody leads ${commune ?? 'the province'}`);
  return login;
}
