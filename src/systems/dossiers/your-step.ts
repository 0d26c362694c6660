/** Whose step it is: an act on a step is done by who holds the step's role in the unit that holds the dossier (Thông tư 01/2018/TT-VPCP, Điều 8). */
import type { DecisionContext } from '../../platform/cases/act.ts';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import {
  type Consultation,
  currentStep,
  type DossierState,
  isClosed,
  openParts,
  type PlannedStep,
} from './dossier-state.ts';

/** Roles of the positions that the actor holds today in a unit: TN, HT, CV … */
export type RolesAt = (unitId: string) => readonly string[];

export interface DossierContext extends DecisionContext {
  readonly rolesAt: RolesAt;
}

/** Undefined when the step is theirs. */
export function refuseOthers(
  dossier: Pick<DossierState, 'holdingUnit'>,
  step: Pick<PlannedStep, 'role' | 'unitId'>,
  { rolesAt }: Pick<DossierContext, 'rolesAt'>,
): Refusal | undefined {
  const mine = rolesAt(dossier.holdingUnit ?? step.unitId).includes(step.role);
  return mine ? undefined : refuse('dossiers.not-your-step', { role: step.role });
}

/** The same for the present step, whatever the dossier waits for. */
export function refuseAtPresentStep(
  dossier: DossierState,
  context: Pick<DossierContext, 'rolesAt'>,
): Refusal | undefined {
  const step = currentStep(dossier);
  return step ? refuseOthers(dossier, step, context) : refuse('dossiers.not-in-process');
}

/** The present step of a dossier that is in the office's hands and the actor's, or why it is not. */
export function workable(dossier: DossierState, context: Pick<DossierContext, 'rolesAt'>): PlannedStep | Refusal {
  const step = inHand(dossier);
  return 'kind' in step ? step : (refuseOthers(dossier, step, context) ?? step);
}

/** The same, whoever acts. */
export function inHand(dossier: DossierState): PlannedStep | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'open') return refuse('dossiers.not-in-process');
  const waits = refuseWaiting(dossier);
  if (waits) return waits;
  return currentStep(dossier) ?? refuse('dossiers.not-in-process');
}

/** What a unit of the actor's is asked and has not answered, soonest first. */
export const opinionOwed = (
  { consultations }: Pick<DossierState, 'consultations'>,
  { rolesAt }: Pick<DossierContext, 'rolesAt'>,
): Consultation | undefined =>
  consultations.find(({ unit, part, answeredAt }) => part === null && answeredAt === null && rolesAt(unit).length > 0);

/** The part of a linked procedure that a unit of the actor's owes, soonest first. */
export const partOwed = (
  dossier: Pick<DossierState, 'consultations'>,
  { rolesAt }: Pick<DossierContext, 'rolesAt'>,
): Consultation | undefined => openParts(dossier).find(({ unit }) => rolesAt(unit).length > 0);

/** It waits for somebody outside: for the applicant, or for an opinion. */
export function refuseWaiting({ waiting }: Pick<DossierState, 'waiting'>): Refusal | undefined {
  if (waiting === null) return undefined;
  return refuse(waiting === 'consultation' ? 'dossiers.waiting-for-opinion' : 'dossiers.waiting');
}

/** Whoever signs the result may also sign what is said to the applicant meanwhile. */
export const signingStep = ({ steps }: Pick<DossierState, 'steps'>): PlannedStep | undefined =>
  steps.find(({ actions }) => actions.includes('sign'));
