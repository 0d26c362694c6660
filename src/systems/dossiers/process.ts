/** The internal process (quy trình nội bộ): moving a dossier from one planned step to the next. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { CaseChange } from '../../platform/cases/decision.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { DossierState, PlannedStep } from './dossier-state.ts';

/** The list row's part of arriving at a step: who holds it, in which role, and by when this step should be done. The assignee is chosen anew. */
export function arriveAt(
  dossier: Pick<DossierState, 'holdingUnit' | 'assignee'>,
  step: PlannedStep,
  at: Instant,
  legal: LegalClock,
): CaseChange {
  return {
    step: step.key,
    step_role: step.role,
    holding_unit: step.unitId,
    assignee_id: null,
    step_due_at: stepDue(step, at, legal),
  };
}

/** Its budget inside the term, or the clock it has beside it: an answer that must come in 3 days, a notice posted for 7. */
function stepDue({ budgetMinutes, ownClock, unitId }: PlannedStep, at: Instant, legal: LegalClock): Instant | null {
  const term = budgetMinutes === null ? ownClock?.term : `${Math.max(1, Math.ceil(budgetMinutes / 60))}h`;
  return term === undefined ? null : legal.dueAt(at, term, { lateRule: false, unit: unitId });
}

/** Dimensions every entry of a dossier carries, so that counts need no second look at the tables. */
export function dims(
  dossier: Pick<DossierState, 'competentUnit' | 'receivingUnit' | 'channel' | 'definition' | 'dueAt' | 'simulated'>,
  at: Instant,
) {
  return {
    unit: dossier.competentUnit,
    receiving: dossier.receivingUnit,
    channel: dossier.channel,
    procedure: dossier.definition.code,
    term: dossier.dueAt === null ? 'none' : at > dossier.dueAt ? 'late' : 'in-time',
    simulated: dossier.simulated ? true : undefined,
  };
}

/** The same for an act that answers an application: whether within the eight working hours (NĐ 45/2020). */
export const answered = (
  dossier: Parameters<typeof dims>[0] & Pick<DossierState, 'answerDueAt' | 'status'>,
  at: Instant,
) => ({
  ...dims(dossier, at),
  answer:
    dossier.status !== 'submitted' || dossier.answerDueAt === null
      ? undefined
      : at > dossier.answerDueAt
        ? 'late'
        : 'in-time',
});
