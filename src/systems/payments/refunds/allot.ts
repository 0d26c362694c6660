/** Allotting money (phân bổ khoản thu chưa khớp): an officer says which dossier it was paid for; from there on it is a payment like any other. */
import { sql } from 'kysely';
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Outcome } from '../../../platform/cases/act.ts';
import { type RowChange, refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { isWithin, type Scope } from '../../../platform/permissions/permissions.ts';
import { actOnMoney, type MoneyCommand } from '../act-on-money.ts';
import { receiptRow } from '../receipts/issue-receipt.ts';
import type { PaymentTables } from '../tables.ts';
import type { MoneyPerson } from './propose-refund.ts';
import { lockCollection } from './refund-ground.ts';

export interface AllotMoney extends MoneyCommand {
  readonly collection: string;
  /** Code of the dossier. */
  readonly code: string;
  readonly note: string;
}

export const allotMoney = (
  env: ActEnvironment<PaymentTables>,
  who: { readonly actor: MoneyPerson; readonly reach: Scope },
  command: AllotMoney,
): Promise<Outcome> =>
  actOnMoney(env, who.actor, command, {
    name: 'payments.allot',
    async decide(trx, at) {
      const collection = await lockCollection(trx, command.collection, who.reach);
      if (!collection) return { kind: 'not-found' };
      if (collection.standing !== 'unmatched' || collection.refunded > 0) return refuse('payments.not-unmatched');
      if (command.note === '') return refuse('payments.note-missing');
      const dossier = await findDossier(trx, command.code, who.reach);
      if (!dossier) return refuse('payments.dossier-unknown');
      if (dossier.closed) return refuse('payments.dossier-closed');
      const { id, amount, by, version, transaction } = collection;
      const receipt = await receiptRow(trx, {
        caseId: dossier.id,
        collectionId: id,
        unitId: dossier.unitId,
        amount,
        by,
        at,
        issuedBy: who.actor.account,
      });
      const settled = {
        standing: 'settled',
        case_id: dossier.id,
        case_code: command.code,
        unit_id: dossier.unitId,
        version: version + 1,
      };
      return {
        kind: 'act',
        subject: { type: 'payments.collection', id },
        rows: [
          { table: 'payments.collection', op: 'update', key: { id }, version, values: settled },
          receipt.row,
          ...(await requestRows(trx, { caseId: dossier.id, amount, at: isoOf(at) })),
        ],
        entries: [
          {
            type: 'payments.fee-paid',
            body: {
              case: dossier.id,
              code: command.code,
              amount,
              asked: dossier.due ?? amount,
              transaction: transaction ?? id,
              effect: 'allotted',
            },
            content: { note: command.note },
          },
        ],
        answer: { code: command.code },
      };
    },
  });

interface FoundDossier {
  readonly id: string;
  readonly unitId: string | null;
  readonly closed: boolean;
  readonly due: number | null;
}

async function findDossier(trx: Db<PaymentTables>, code: string, reach: Scope): Promise<FoundDossier | undefined> {
  const rows = await sql<FoundDossier>`
    select c.id, c.receiving_unit as "unitId", c.status = 'closed' as closed,
      (select b.due from payments.bill b where b.case_id = c.id) as due
    from cases.case c where c.code = ${code} and c.kind = 'dossier'
  `.execute(trx);
  const [found] = rows.rows;
  return found && isWithin(reach, found.unitId) ? found : undefined;
}

/** What the dossier still asked for: paid when this covers it, else ended; the rest is asked for anew when the payment is recorded. */
async function requestRows(
  trx: Db<PaymentTables>,
  { caseId, amount, at }: { readonly caseId: string; readonly amount: number; readonly at: string },
): Promise<RowChange[]> {
  const open = await trx
    .selectFrom('payments.request')
    .select(['id', 'amount', 'version'])
    .where('case_id', '=', caseId)
    .where('state', 'in', ['waiting', 'failed', 'mismatch'])
    .forUpdate()
    .execute();
  return open.map(
    (request): RowChange => ({
      table: 'payments.request',
      op: 'update',
      key: { id: request.id },
      version: request.version,
      values:
        amount >= request.amount
          ? { state: 'paid', paid: amount, paid_at: at, version: request.version + 1 }
          : { state: 'cancelled', version: request.version + 1 },
    }),
  );
}
