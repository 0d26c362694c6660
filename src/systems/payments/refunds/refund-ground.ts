/** What a refund rests on: the collection, locked, and how the dossier it was paid for stands. */
import { type Selectable, sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { isWithin, type Scope } from '../../../platform/permissions/permissions.ts';
import type { PaymentTables } from '../tables.ts';
import type { RefundGround } from './refund-rules.ts';

export type Collection = Selectable<PaymentTables['payments.collection']>;

/** Within the reach; money of no unit is for those who reach everything. */
export async function lockCollection(
  trx: Db<PaymentTables>,
  id: string,
  reach: Scope,
): Promise<Collection | undefined> {
  const found = await trx
    .selectFrom('payments.collection')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return found && isWithin(reach, found.unit_id) ? found : undefined;
}

/** For a decision call it with the bill locked, so that two refunds of one dossier are judged one after the other. */
export async function readGround(
  db: Db<PaymentTables>,
  { case_id: caseId, standing, amount, refunded }: Pick<Collection, 'case_id' | 'standing' | 'amount' | 'refunded'>,
): Promise<RefundGround> {
  const rows = await sql<{ surplus: number; ended: boolean }>`
    select coalesce((select sum(k.amount - k.refunded) from payments.collection k where k.case_id = c.id and k.standing = 'settled'), 0)::bigint
        - coalesce((select b.due from payments.bill b where b.case_id = c.id), 0) as surplus,
      c.status = 'closed' and c.received_at is null as ended
    from cases.case c where c.id = ${caseId}
  `.execute(db);
  const [row] = rows.rows;
  return {
    standing,
    left: amount - refunded,
    surplus: Math.max(0, row?.surplus ?? 0),
    endedUnaccepted: row?.ended ?? false,
  };
}

export const lockBill = async (trx: Db<PaymentTables>, caseId: string | null): Promise<void> => {
  await sql`select 1 from payments.bill where case_id = ${caseId} for update`.execute(trx);
};
