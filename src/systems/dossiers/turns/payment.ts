/** Financial obligation (nghĩa vụ tài chính): asking for money stops the clock until it is paid. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import type { PlannedFee } from '../../procedures/index.ts';
import { dims } from '../process.ts';

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
  { at }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'open') return refuse('dossiers.not-in-process');
  if (dossier.waiting !== null) return refuse('dossiers.waiting');
  const owed = dossier.fees.reduce((sum, fee) => sum + fee.amount, 0);
  if (owed <= dossier.feePaid) return refuse('dossiers.nothing-to-pay');
  const asked = askToPay(dossier, dossier.fees, at);
  return decision({
    ...asked,
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { fee_due: owed } }],
  });
}

/** The parts of a decision that ask for money; the clock stops only when it runs. */
export function askToPay(
  dossier: DossierState,
  items: readonly PlannedFee[],
  at: Instant,
): Pick<Decision, 'change' | 'clock' | 'entries'> {
  const total = items.reduce((sum, item) => sum + item.amount, 0);
  return {
    change: { waiting: 'financial-obligation' },
    clock: dossier.term === null ? [] : [{ kind: 'paused', at, reason: 'financial-obligation' }],
    entries: [
      {
        type: 'dossiers.payment-asked',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          total,
          paid: dossier.feePaid,
          items: items.map(({ key, amount }) => ({ key, amount })),
        },
      },
    ],
  };
}

/** Money that arrives when none is waited for is still recorded: nothing that was paid is lost. */
export function decideRecordPayment(
  dossier: DossierState,
  command: RecordPayment,
  { at }: DecisionContext,
): Decision | Refusal {
  const paid = dossier.feePaid + command.amount;
  const settles = dossier.waiting === 'financial-obligation' && paid >= dossier.feeDue;
  const entry = {
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
  };
  return decision({
    change: settles ? { waiting: null } : {},
    clock: settles && dossier.term !== null ? [{ kind: 'resumed', at, reason: 'financial-obligation' }] : [],
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { fee_paid: paid } }],
    entries: [entry],
    answer: { paid, settles },
  });
}
