/** The plan of one dossier: what a procedure's definition asks, costs and does for these answers. Pure. */
import { compileCondition, evaluate } from '../../platform/conditions/condition.ts';
import type { Bound, Subject } from '../../platform/conditions/subject.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { Form, FormContext } from '../../platform/forms/form.ts';
import { formValues } from '../../platform/forms/form-values.ts';
import type { Component } from './component-definition.ts';
import type { ProcedureDefinition, TermSpec } from './definition.ts';
import type { Fee } from './fee-definition.ts';
import { claimedExemption, isFeeOn, type PlannedFee, priceOf } from './fee-price.ts';
import { processOf } from './general-process.ts';
import { budgetOfStep } from './process-budget.ts';
import type { LinkedPart, Step } from './process-definition.ts';
import { walkProcess } from './process-graph.ts';

export interface PlanInput {
  readonly definition: ProcedureDefinition;
  /** The form whose answers decide: its conditions and the procedure's speak about the same things. */
  readonly form: Form;
  readonly answers: Answers;
  readonly context: FormContext;
  /** The officer has refused the exemption that the answers claim. */
  readonly exemptionRefused?: boolean;
}

/** A duty whose amount another body fixes and notifies: tax on a change of land. */
export interface AssessedFee {
  readonly key: string;
  readonly name: Fee['name'];
}

export interface Plan {
  /** Key of the procedure's case these answers fall in; null when there is only the general one. */
  readonly caseKey: string | null;
  /** `3wd`; null when the term is known in words only. */
  readonly term: string | null;
  readonly components: readonly Component[];
  readonly fees: readonly PlannedFee[];
  /** Key of the exemption that the answers claim and that some fee has; null when none. */
  readonly exemption: string | null;
  readonly assessed: readonly AssessedFee[];
  readonly steps: readonly (Step & { readonly minutes: number | null })[];
  /** What other bodies do beside the steps. */
  readonly linked: readonly LinkedPart[];
}

/** A condition that these answers leave undecided does not hold: nothing is asked, charged or done because of it. */
export function planDossier(input: PlanInput): Plan {
  const { definition } = input;
  const { subject } = input.form;
  const bound = (caseKey: string) => formValues(input.form, input.answers, { ...input.context, case: caseKey });
  const found = definition.cases?.find((one) =>
    one.when === undefined ? one.key === input.context.case : holds(subject, one.when, bound(input.context.case)),
  );
  const caseKey = found?.key ?? null;
  const values = bound(caseKey ?? '');
  const applies = (when: string | undefined): boolean => when === undefined || holds(subject, when, values);
  const { today: day, channel: method } = input.context;
  const fees = definition.fees.filter(
    (fee) => applies(fee.when) && isFeeOn(fee, day) && (fee.channels?.includes(method as never) ?? true),
  );
  const exemption = claimedExemption(fees, { answers: input.answers, day });
  const granted = input.exemptionRefused ? null : exemption;
  return {
    caseKey,
    term: termAt(definition, { caseKey, channel: method }).value ?? null,
    components: definition.components.filter((component) => applies(component.when)),
    fees: fees.flatMap((fee) => priceOf(fee, { answers: input.answers, channel: method, day, exemption: granted })),
    exemption,
    assessed: fees.filter(({ formula }) => formula.kind === 'assessed').map(({ key, name }) => ({ key, name })),
    steps: walkProcess(processOf(definition), applies).map((step) => ({
      ...step,
      minutes: budgetOfStep(step, caseKey ?? undefined) ?? null,
    })),
    linked: (definition.process?.linked ?? []).filter((part) => applies(part.guard)),
  };
}

/** The term of a case handed in one way: the first that can be reckoned of the case's own, the way's and the procedure's, else the first in words. */
export function termAt(
  { term, channels, cases }: Pick<ProcedureDefinition, 'term' | 'channels' | 'cases'>,
  { caseKey, channel }: { readonly caseKey?: string | null; readonly channel: string },
): TermSpec {
  const own = cases?.find(({ key }) => key === caseKey)?.term;
  const way = channels.find(({ method }) => method === channel)?.term;
  return [own, way, term].find((one) => one?.value !== undefined) ?? own ?? way ?? term;
}

/** Conditions were compiled when the definition was saved; one that no longer compiles holds for nobody. */
function holds(subject: Subject, source: string, values: Bound): boolean {
  const compiled = compileCondition(subject, source);
  return compiled.condition !== undefined && evaluate(compiled.condition, values).value === true;
}
