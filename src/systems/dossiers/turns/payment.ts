/** Financial obligation (nghĩa vụ tài chính): asking for money stops the clock until it is paid. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { currentStep, type DossierState, isClosed } from '../dossier-state.ts';
import { arrive, stepAfter } from './arrival.ts';
import { type AskedItem, askToPay } from './asking.ts';
import { dims } from '../process.ts';
import { type DossierContext, refuseAtPresentStep, refuseWaiting } from '../your-step.ts';

export interface AskForPayment extends Command {
  /** What another body has fixed, with the number of its notice (thông báo nộp tiền). */
  readonly assessed?: {
    readonly notice: string;
    readonly items: readonly { readonly key: string /** đồng */; readonly amount: number }[];
  };
}

export interface RecordPayment extends Command {
  /** đồng */
  readonly amount: number;
  /** `bank` by a verified callback, `counter` by an officer's receipt. */
  readonly by: 'bank' | 'counter';
  readonly reference: string;
}

/**
 * Published fees come from the pinned version, never from the officer's keyboard. What another body assesses is asked for
 * at the step that is there for it, by that body's notice.
 */
export function decideAskForPayment(
  dossier: DossierState,
  command: AskForPayment,
  context: DossierContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'open') return refuse('dossiers.not-in-process');
  const waits = refuseWaiting(dossier);
  if (waits) return waits;
  const duties = dutiesOf(dossier, command);
  if ('kind' in duties) return duties;
  const items = [...dossier.fees, ...duties];
  const owed = items.reduce((sum, fee) => sum + fee.amount, 0);
  if (owed <= dossier.feePaid) return refuse('dossiers.nothing-to-pay');
  const others = refuseAtPresentStep(dossier, context);
  if (others) return others;
  return decision(askToPay(dossier, { items, due: owed, notice: command.assessed?.notice }, context.at));
}

function dutiesOf(dossier: DossierState, { assessed }: AskForPayment): readonly AskedItem[] | Refusal {
  const items = assessed?.items.filter(({ amount }) => amount !== 0) ?? [];
  if (items.length === 0) return [];
  const isThere = currentStep(dossier)?.actions.includes('ask-payment') ?? false;
  if (!isThere || !items.every(({ key }) => dossier.assessed.some((duty) => duty.key === key)))
    return refuse('dossiers.duty-not-assessed');
  if (!items.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0)) return refuse('dossiers.duty-amount');
  return assessed?.notice.trim() === '' ? refuse('dossiers.notice-missing') : items;
}

/** Money that arrives when none is waited for is still recorded: nothing that was paid is lost. A step that only waited for it is done. */
export function decideRecordPayment(
  dossier: DossierState,
  command: RecordPayment,
  context: DecisionContext,
): Decision | Refusal {
  const { at } = context;
  const paid = dossier.feePaid + command.amount;
  const settles = dossier.waiting === 'financial-obligation' && paid >= dossier.feeDue;
  const resumed: Decision['clock'] =
    settles && dossier.term !== null ? [{ kind: 'resumed', at, reason: 'financial-obligation' }] : [];
  const step = currentStep(dossier);
  const next = settles && step?.pauses === 'financial-obligation' ? stepAfter(dossier, step) : undefined;
  const arrived = next ? arrive({ ...dossier, feePaid: paid }, next, context) : undefined;
  return decision({
    ...arrived,
    change: { ...(settles ? { waiting: null } : {}), ...arrived?.change },
    clock: [...resumed, ...(arrived?.clock ?? [])],
    rows: [
      { table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { fee_paid: paid } },
      ...(arrived?.rows ?? []),
    ],
    entries: [
      {
        type: 'dossiers.payment-recorded',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          amount: command.amount,
          by: command.by,
          reference: command.reference,
          paid,
          due: dossier.feeDue,
          settles,
        },
      },
      ...(arrived?.entries ?? []),
    ],
    answer: { paid, settles },
  });
}
