/** Issuing receipts (lập biên lai): the next number of the unit's series, taken in the act that uses it. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { RowChange } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { newVerificationCode } from '../../../platform/documents/verification-code.ts';
import type { PaymentTables } from '../tables.ts';

/**
 * Form of a receipt without a printed value (Nghị định 123/2020/NĐ-CP, biên lai điện tử). From memory, to be confirmed:
 * pages and papers say so.
 */
export const RECEIPT_FORM = '01BLP';

export interface NewReceipt {
  readonly caseId: string;
  readonly collectionId: string;
  readonly unitId: string | null;
  /** đồng */
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly at: Instant;
  /** The account of the officer; none for the program. */
  readonly issuedBy?: string;
  /** The voided receipt whose place it takes. */
  readonly replaces?: string;
}

export interface TakenNumber {
  readonly id: string;
  readonly series: string;
  readonly number: number;
  readonly row: RowChange;
}

/** In the transaction that writes the row: an act that fails gives the number back, so none is missing. */
export async function receiptRow(trx: Db<PaymentTables>, receipt: NewReceipt): Promise<TakenNumber> {
  const { series, number } = await takeNumber(trx, receipt);
  const id = newId();
  return {
    id,
    series,
    number,
    row: {
      table: 'payments.receipt',
      op: 'insert',
      values: {
        id,
        series,
        number,
        case_id: receipt.caseId,
        collection_id: receipt.collectionId,
        unit_id: receipt.unitId,
        amount: receipt.amount,
        by: receipt.by,
        issued_at: isoOf(receipt.at),
        issued_by: receipt.issuedBy ?? null,
        check_code: newVerificationCode(),
        replaces: receipt.replaces ?? null,
        version: 1,
      },
    },
  };
}

/** A series belongs to a unit and a year: `BL-26T/H53.101.1`. Its row is locked until the act is written. */
async function takeNumber(
  trx: Db<PaymentTables>,
  { unitId, at }: Pick<NewReceipt, 'unitId' | 'at'>,
): Promise<{ readonly series: string; readonly number: number }> {
  const year = Number(isoOf(at).slice(0, 4));
  const short = `BL-${String(year).slice(2)}T`;
  const next = await sql<{ series: string; number: number }>`
    insert into payments.receipt_series (series, last, form, unit_id, year)
    select ${short}::text || coalesce('/' || (select code from organisation.unit where id = ${unitId}), ''), 1,
      ${RECEIPT_FORM}, ${unitId}, ${year}
    on conflict (series) do update set last = receipt_series.last + 1
    returning series, last as number
  `.execute(trx);
  const [taken] = next.rows;
  if (!taken) throw new Error('a series gave no number');
  return taken;
}
