/** The book of reserved numbers: each block of offices within reach, the newest day first, with what became of its numbers. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import type { VoidReason } from './reserved-numbers.ts';

export interface VoidedNumber {
  readonly code: string;
  readonly why: VoidReason;
  /** The dossier that came with it and got another number. */
  readonly instead: string | null;
}

export interface NumberBlock {
  readonly id: string;
  readonly day: Day;
  readonly unit: LocalText;
  readonly officer: string;
  readonly first: string;
  readonly last: string;
  readonly used: number;
  readonly held: number;
  readonly voided: readonly VoidedNumber[];
}

interface Asked {
  readonly reach: Scope;
  readonly limit: number;
  /** Key of the last row of the page before: `day id`. */
  readonly after?: string;
}

/** Blocks are few beside dossiers: one for ten numbers. Read by number_block_unit_index where the reach is some units. */
export async function listBlocks(
  db: QueryExecutorProvider,
  { reach, limit, after }: Asked,
): Promise<{ rows: NumberBlock[]; next: string | undefined }> {
  if (reach === 'none') return { rows: [], next: undefined };
  const within = reach === 'all' ? sql`true` : sql`b.unit_id = any(${reach.units}::uuid[])`;
  const [day = '', id = ''] = (after ?? '').split(' ');
  const beyond = isDay(day) && isId(id) ? sql`(b.day, b.id) < (${day}::date, ${id}::uuid)` : sql`true`;
  const found = await sql<NumberBlock>`
    with listed as materialized (
      select b.* from dossiers.number_block b where ${within} and ${beyond} order by b.day desc, b.id desc limit ${limit + 1}
    )
    select b.id, b.day, u.name as unit, a.name as officer, n.first, n.last, n.used, n.held, n.voided
    from listed b join organisation.unit u on u.id = b.unit_id join identity.account a on a.id = b.account_id cross join lateral (
      select (array_agg(n.code order by n.number))[1] as first, (array_agg(n.code order by n.number desc))[1] as last,
        (count(*) filter (where n.state = 'used'))::integer as used, (count(*) filter (where n.state = 'reserved'))::integer as held,
        coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'why', n.why, 'instead', c.code) order by n.number)
          filter (where n.state = 'voided'), '[]') as voided
      from dossiers.reserved_number n left join cases.case c on c.id = n.case_id where n.block_id = b.id
    ) n order by b.day desc, b.id desc
  `.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.rows.length > limit && last ? `${last.day} ${last.id}` : undefined };
}
