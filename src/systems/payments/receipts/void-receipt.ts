/** Voiding a receipt (hủy biên lai): its number stays in the register with the reason; another takes its place where the money stays. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { endDocument, findIssuedDocument } from '../../../platform/documents/issued-document.ts';
import { isWithin, type Scope } from '../../../platform/permissions/permissions.ts';
import { actOnMoney, type MoneyCommand } from '../act-on-money.ts';
import type { PaymentTables, VoidReason } from '../tables.ts';
import { receiptRow } from './issue-receipt.ts';

export const VOID_REASONS: readonly VoidReason[] = ['wrong-amount', 'wrong-payer', 'refunded', 'other'];

export interface VoidReceipt extends MoneyCommand {
  readonly receipt: string;
  /** Empty when none was chosen. */
  readonly reason: string;
  readonly note: string;
  /** Whether a new one takes its place. */
  readonly replace: boolean;
}

export const voidReceipt = (
  env: ActEnvironment<PaymentTables>,
  { actor, reach }: { readonly actor: Actor; readonly reach: Scope },
  command: VoidReceipt,
): Promise<Outcome> =>
  actOnMoney(env, actor, command, {
    name: 'payments.void-receipt',
    async decide(trx, at) {
      const receipt = await trx
        .selectFrom('payments.receipt')
        .selectAll()
        .where('id', '=', command.receipt)
        .forUpdate()
        .executeTakeFirst();
      if (!receipt || !isWithin(reach, receipt.unit_id)) return { kind: 'not-found' };
      if (receipt.voided_at !== null) return refuse('payments.already-voided');
      const reason = VOID_REASONS.find((one) => one === command.reason);
      if (!reason || command.note === '') return refuse('payments.reason-missing');
      const officer = actor.account;
      const next =
        command.replace && receipt.collection_id !== null
          ? await receiptRow(trx, {
              caseId: receipt.case_id,
              collectionId: receipt.collection_id,
              unitId: receipt.unit_id,
              amount: receipt.amount,
              by: receipt.by,
              at,
              ...(officer === undefined ? {} : { issuedBy: officer }),
              replaces: receipt.id,
            })
          : undefined;
      // its paper, where it has been sealed, is verified as withdrawn from now on
      const paper = receipt.check_code === null ? undefined : await findIssuedDocument(trx, receipt.check_code);
      if (paper) await endDocument(trx, { id: paper.id, at });
      const { series, number, amount, version, case_id: caseId } = receipt;
      return {
        kind: 'act',
        subject: { type: 'payments.receipt', id: receipt.id },
        rows: [
          {
            table: 'payments.receipt',
            op: 'update',
            key: { id: receipt.id },
            version,
            values: { voided_at: isoOf(at), void_reason: reason, voided_by: officer ?? null, version: version + 1 },
          },
          ...(next ? [next.row] : []),
        ],
        entries: [
          {
            type: 'payments.receipt-voided',
            body: {
              case: caseId,
              series,
              number,
              amount,
              reason,
              replaced_by: next ? { series: next.series, number: next.number } : null,
            },
            content: { note: command.note },
          },
        ],
        answer: { next: next?.id ?? null },
      };
    },
  });
