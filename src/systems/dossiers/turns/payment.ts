/** Financial obligation (nghĩa vụ tài chính): asking for money stops the clock until it is paid. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { currentStep, type DossierState, isClosed } from '../dossier-state.ts';
import { arrive, stepAfter } from './arrival.ts';
import { askToPay } from './asking.ts';
import { dims } from '../process.ts';
import { type DossierContext, refuseAtPresentStep } from '../your-step.ts';

export interface AskForPayment extends Command {}

export interface RecordPayment extends Command {
  /** đồng */
  readonly amount: number;
  /** `bank` by a verified callback, `counter` by an officer's receipt. */
  readonly by: 'bank' | 'counter';
  readonly reference: string;
}

/** Only published fees can be asked for: the items come from the pinned version, never from the officer's keyboard. */
export function decideAskForPayment(
  dossier: DossierState,
  _command: AskForPayment,
  context: DossierContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'open') return refuse('dossiers.not-in-process');
  if (dossier.waiting !== null) return refuse('dossiers.waiting');
  const owed = dossier.fees.reduce((sum, fee) => sum + fee.amount, 0);
  if (owed <= dossier.feePaid) return refuse('dossiers.nothing-to-pay');
  const others = refuseAtPresentStep(dossier, context);
  if (others) return others;
  const asked = askToPay(dossier, { items: dossier.fees, due: owed }, context.at);
  return decision(asked);
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
