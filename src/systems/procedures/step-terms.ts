/** Step terms: how long each step of the internal process may take, from its budget or a clock of its own. */
import type { ProcedureDefinition } from './definition.ts';
import { processOf } from './general-process.ts';
import { budgetOfStep } from './process-budget.ts';
import type { Step } from './process-definition.ts';

export interface StepTerm {
  readonly key: string;
  /** `4h`; null when the step has no time of its own. */
  readonly term: string | null;
  /** Where the result gets its number and seal, or is returned when no step seals. */
  readonly issues: boolean;
  /** Somebody outside is waited for here. */
  readonly pauses?: Step['pauses'] | undefined;
}

/** In order. A budget under an hour counts as one, as it does where the step's due time is set. */
export function listStepTerms(definition: ProcedureDefinition, caseKey: string | undefined): StepTerm[] {
  return processOf(definition).steps.map((step) => {
    const minutes = budgetOfStep(step, caseKey);
    return {
      key: step.key,
      term: minutes === undefined ? (step.ownClock?.term ?? null) : `${Math.max(1, Math.ceil(minutes / 60))}h`,
      issues: step.actions.includes('number') || step.actions.includes('seal'),
      pauses: step.pauses,
    };
  });
}
