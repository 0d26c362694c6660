/** Arrival at a step: who holds the dossier now, and whether the step waits for the applicant, who must confirm a draft or pay. */
import type { DecisionContext } from '../../../platform/cases/act.ts';
import type { Decision } from '../../../platform/cases/decision.ts';
import type { DossierState, PlannedStep } from '../dossier-state.ts';
import { arriveAt } from '../process.ts';
import { openPartsAt } from './linked.ts';
import { askForConfirmation, askToPay, isConfirmed } from './asking.ts';

type Arrival = Pick<Decision, 'change' | 'clock' | 'timers' | 'rows' | 'entries'>;

/** The next step after `from`, leaving out one that waits for what has been given already. */
export function stepAfter(dossier: DossierState, from: PlannedStep | undefined): PlannedStep | undefined {
  const index = from ? dossier.steps.indexOf(from) : -1;
  return dossier.steps
    .slice(index + 1)
    .find((step) => !(step.pauses === 'draft-confirmation' && (isConfirmed(dossier) || !offersDraft(dossier))));
}

export function arrive(dossier: DossierState, step: PlannedStep, context: DecisionContext): Arrival {
  const held = arriveAt(dossier, step, context.at, context.legal);
  const wait = waitAt(dossier, step, context);
  const parts = openPartsAt({ ...dossier, holdingUnit: step.unitId }, step, context);
  return {
    ...wait,
    change: { ...held, ...wait.change },
    timers: { ...wait.timers, ...parts.timers },
    rows: [...wait.rows, ...parts.rows],
    entries: [...wait.entries, ...parts.entries],
  };
}

function waitAt(dossier: DossierState, step: PlannedStep, context: DecisionContext): Arrival {
  const none: Arrival = { change: {}, clock: [], timers: {}, rows: [], entries: [] };
  if (step.pauses === 'draft-confirmation' && offersDraft(dossier)) return askForConfirmation(dossier, context);
  const owed = dossier.fees.filter((fee) => fee.payable === 'processing');
  const total = dossier.feeDue + owed.reduce((sum, fee) => sum + fee.amount, 0);
  if (step.pauses !== 'financial-obligation' || owed.length === 0 || total <= dossier.feePaid) return none;
  const asked = askToPay(dossier, { items: owed, due: total }, context.at);
  return { ...none, ...asked };
}

const offersDraft = (dossier: DossierState): boolean =>
  dossier.definition.draftConfirmation?.channels.includes(dossier.channel) ?? false;
