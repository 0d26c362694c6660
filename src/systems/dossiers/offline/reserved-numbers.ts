/** Reserved numbers (số giữ trước) as they stand: what a counter still holds, and one of them by its code. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day, Instant } from '../../../platform/calendar/instant.ts';

export type NumberState = 'reserved' | 'used' | 'voided';
/** Closed by the counter, forgotten until the night, or given up because the time noted with it could not be. */
export type VoidReason = 'closed' | 'forgotten' | 'time';

export interface ReservedNumber {
  readonly code: string;
  readonly state: NumberState;
  readonly why: VoidReason | null;
  readonly version: number;
  readonly blockId: string;
  readonly day: Day;
  readonly unitId: string;
  readonly unitCode: string;
  readonly accountId: string;
  readonly device: string;
  readonly reservedAt: Instant;
}

const COLUMNS = sql`
  n.code, n.state, n.why, n.version, n.block_id as "blockId", b.day, b.unit_id as "unitId", b.unit_code as "unitCode",
  b.account_id as "accountId", b.device, b.reserved_at as "reservedAt"`;

export async function findReservedNumber(db: QueryExecutorProvider, code: string): Promise<ReservedNumber | undefined> {
  const found = await sql<ReservedNumber>`
    select ${COLUMNS} from dossiers.reserved_number n join dossiers.number_block b on b.id = n.block_id where n.code = ${code}
  `.execute(db);
  return found.rows[0];
}

/** Not used yet, of this account, the oldest day first. */
export async function listHeld(db: QueryExecutorProvider, accountId: string): Promise<ReservedNumber[]> {
  const found = await sql<ReservedNumber>`
    select ${COLUMNS} from dossiers.number_block b join dossiers.reserved_number n on n.block_id = b.id and n.state = 'reserved'
    where b.account_id = ${accountId} order by b.day, n.number
  `.execute(db);
  return found.rows;
}

export async function countHeld(
  db: QueryExecutorProvider,
  { accountId, day }: { readonly accountId: string; readonly day: Day },
): Promise<number> {
  const found = await sql<{ held: number }>`
    select count(*)::integer as held from dossiers.number_block b
    join dossiers.reserved_number n on n.block_id = b.id and n.state = 'reserved'
    where b.account_id = ${accountId} and b.day = ${day}::date
  `.execute(db);
  return found.rows[0]?.held ?? 0;
}

/** Held from days before this one, whoever holds them, so many at a time. */
export async function listForgotten(db: QueryExecutorProvider, before: Day, limit: number): Promise<ReservedNumber[]> {
  const found = await sql<ReservedNumber>`
    select ${COLUMNS} from dossiers.reserved_number n join dossiers.number_block b on b.id = n.block_id
    where n.state = 'reserved' and b.day < ${before}::date order by n.block_id, n.number limit ${limit}
  `.execute(db);
  return found.rows;
}
