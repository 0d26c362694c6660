/** Collections (khoản thu): money that came in, each amount once. */
import type { QueryExecutorProvider } from 'kysely';
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Puzzle } from './tables.ts';

export interface NewCollection {
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly requestId?: string;
  readonly unitId: string | null;
  /** đồng */
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly transaction?: string;
  readonly account?: string;
  readonly reference?: string;
  /** Left out when it is settled. */
  readonly puzzle?: Puzzle;
  readonly takenBy?: string;
  readonly at: Instant;
  readonly simulated: boolean;
}

/** Answers its id with the row to write. */
export function collectionRow(taken: NewCollection): { readonly id: string; readonly row: RowChange } {
  const id = newId();
  return {
    id,
    row: {
      table: 'payments.collection',
      op: 'insert',
      values: {
        id,
        case_id: taken.caseId,
        case_code: taken.caseCode,
        request_id: taken.requestId ?? null,
        unit_id: taken.unitId,
        amount: taken.amount,
        refunded: 0,
        by: taken.by,
        transaction: taken.transaction ?? null,
        account: taken.account ?? null,
        reference: taken.reference ?? null,
        standing: taken.puzzle === undefined ? 'settled' : 'unmatched',
        puzzle: taken.puzzle ?? null,
        taken_by: taken.takenBy ?? null,
        received_at: isoOf(taken.at),
        simulated: taken.simulated,
        version: 1,
      },
    },
  };
}

export interface CasePart {
  readonly code: string;
  readonly applicant: string | null;
  readonly simulated: boolean;
  readonly unit: string | null;
  readonly unitId: string | null;
}

/** What payments must know of a case. */
export async function findCase(db: QueryExecutorProvider, caseId: string): Promise<CasePart | undefined> {
  const rows = await sql<CasePart>`
    select c.code, c.applicant_id as applicant, c.simulated, u.code as unit, c.receiving_unit as "unitId"
    from cases.case c left join organisation.unit u on u.id = c.receiving_unit where c.id = ${caseId}
  `.execute(db);
  return rows.rows[0];
}
