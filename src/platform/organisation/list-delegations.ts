/** Delegations as people read them: who acts for whom in which position, from when to when, on what ground, and what has become of it. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { isId } from '../db/ids.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { fold } from '../text/fold.ts';

export type DelegationState = 'in-force' | 'to-come' | 'over';

export interface ListedDelegation {
  readonly id: string;
  readonly giver: string;
  readonly delegate: string;
  readonly title: LocalText;
  readonly unit: LocalText;
  readonly from: Day;
  readonly to: Day;
  readonly document: string | null;
  /** Null where it was erased or none was given. */
  readonly reason: string | null;
  readonly endedAt: Instant | null;
  readonly forAbsence: boolean;
  readonly state: DelegationState;
}

export interface DelegationQuestion {
  readonly giver?: string;
  readonly delegate?: string;
  /** Part of a name of either. */
  readonly name?: string;
  readonly state?: DelegationState;
  readonly at: Instant;
  /** Id of the last one of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** The newest first. */
export async function listDelegations(db: Db, asked: DelegationQuestion): Promise<ListedDelegation[]> {
  const { giver, delegate, after, limit, at } = asked;
  const name = fold(asked.name ?? '');
  const today = dayOf(at);
  const found = await sql<ListedDelegation>`
    select * from (
      select d.id, g.name as giver, t.name as delegate, p.title, u.name as unit, d.valid_from as "from", d.valid_to as "to", d.document,
        (select c.body from journal.content c where c.entry_id = d.entry_id and c.name = 'reason') as reason,
        d.ended_at as "endedAt", d.absence_id is not null as "forAbsence",
        case when d.ended_at is not null or d.valid_to < ${today} then 'over' when d.valid_from > ${today} then 'to-come' else 'in-force' end as state
      from organisation.delegation d
        join identity.account g on g.id = d.from_account join identity.account t on t.id = d.to_account
        join organisation.position p on p.id = d.position_id join organisation.unit u on u.id = p.unit_id
      where ${giver ? sql`d.from_account = ${giver}` : sql`true`} and ${delegate ? sql`d.to_account = ${delegate}` : sql`true`}
        and ${after && isId(after) ? sql`d.id < ${after}` : sql`true`}
        and (${name} = '' or strpos(text.fold(g.name), ${name}) > 0 or strpos(text.fold(t.name), ${name}) > 0)
    ) listed where ${asked.state ? sql`state = ${asked.state}` : sql`true`}
    order by id desc limit ${limit}
  `.execute(db);
  return found.rows.map((row) => ({ ...row, reason: row.reason === null ? null : (JSON.parse(row.reason) as string) }));
}
