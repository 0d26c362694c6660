/** The plan of one dossier: what a procedure's definition asks, costs and does for these answers. Pure. */
import { compileCondition, evaluate } from '../../platform/conditions/condition.ts';
import type { Bound, Subject, Values } from '../../platform/conditions/subject.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { Form, FormContext } from '../../platform/forms/form.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { formValues } from '../../platform/forms/form-values.ts';
import type { Component } from './component-definition.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { Fee } from './fee-definition.ts';
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
}

export interface PlannedFee {
  readonly key: string;
  readonly name: Fee['name'];
  /** đồng */
  readonly amount: number;
  readonly payable: 'receipt' | 'processing' | 'return';
  /** Nobody has verified the amount against the province's resolution. */
  readonly confirm: boolean;
  /** How the amount came about, where something was counted. */
  readonly counted?: { readonly count: number; readonly each: number; readonly unit?: LocalText };
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
  const channel = definition.channels.find((one) => one.method === input.context.channel);
  const fees = definition.fees.filter(
    (fee) => applies(fee.when) && (fee.channels?.includes(input.context.channel as never) ?? true),
  );
  return {
    caseKey,
    term: found?.term.value ?? channel?.term?.value ?? definition.term.value ?? null,
    components: definition.components.filter((component) => applies(component.when)),
    fees: fees.flatMap((fee) => priceOf(fee, input.answers)),
    assessed: fees.filter(({ formula }) => formula.kind === 'assessed').map(({ key, name }) => ({ key, name })),
    steps: walkProcess(processOf(definition), applies).map((step) => ({
      ...step,
      minutes: budgetOfStep(step, caseKey ?? undefined) ?? null,
    })),
    linked: (definition.process?.linked ?? []).filter((part) => applies(part.guard)),
  };
}

/** A fee known in words, or set by another body's notice, is never charged by us. */
function priceOf(fee: Fee, answers: Values): PlannedFee[] {
  const amount = amountOf(fee.formula, answers);
  if (amount === undefined || amount === 0) return [];
  const { key, name, formula, payable = 'receipt' } = fee;
  const counted = formula.kind === 'per-unit' && {
    counted: {
      count: countOf(formula.count, answers),
      each: formula.amount,
      ...(formula.unit && { unit: formula.unit }),
    },
  };
  return [{ key, name, amount, payable, confirm: fee.confirm !== undefined, ...counted }];
}

function amountOf(formula: Fee['formula'], answers: Values): number | undefined {
  switch (formula.kind) {
    case 'fixed':
      return formula.amount;
    case 'per-unit':
      return formula.amount * countOf(formula.count, answers);
    case 'page-tiers': {
      const rows = at(answers, formula.rows);
      return (Array.isArray(rows) ? rows : []).reduce<number>(
        // a row of which nothing could be read stays in a draft, empty
        (sum, row) => sum + priceOfCopies(formula, (row ?? {}) as Values),
        0,
      );
    }
    default:
      return undefined;
  }
}

/** The entries of a list, or a whole number as it was stated. */
function countOf(path: string, answers: Values): number {
  const counted = at(answers, path);
  return Array.isArray(counted) ? counted.length : Number.isSafeInteger(counted) ? Math.max(0, Number(counted)) : 0;
}

/** Each page costs the amount of the tier it falls in, a copy at most the cap (certified copies: 2.000 đ to page 2, then 1.000 đ, at most 200.000 đ). */
function priceOfCopies(formula: Extract<Fee['formula'], { kind: 'page-tiers' }>, row: Values): number {
  const pages = Math.max(0, Number(row[formula.pages] ?? 0));
  const copies = Math.max(0, Number(row[formula.copies] ?? 0));
  const tiers = [...formula.tiers].sort((a, b) => a.from - b.from);
  const perCopy = tiers.reduce((sum, tier, index) => {
    const last = (tiers[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1;
    return sum + Math.max(0, Math.min(pages, last) - tier.from + 1) * tier.amount;
  }, 0);
  return Math.min(perCopy, formula.cap ?? perCopy) * copies;
}

const at = (answers: Values, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value !== null && typeof value === 'object' ? (value as Values)[key] : undefined),
      answers,
    );

/** Conditions were compiled when the definition was saved; one that no longer compiles holds for nobody. */
function holds(subject: Subject, source: string, values: Bound): boolean {
  const compiled = compileCondition(subject, source);
  return compiled.condition !== undefined && evaluate(compiled.condition, values).value === true;
}
