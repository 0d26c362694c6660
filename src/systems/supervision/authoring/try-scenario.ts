/** Trying what is typed: its mistakes with their places, the condition in words, and what each example comes to. Writes nothing. */
import { sayCondition } from '../../../platform/conditions/explain.ts';
import { compileCondition, evaluate } from '../../../platform/conditions/condition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { actsLookedAt, compileScenario } from '../compile-scenario.ts';
import { isAboutSilence, type Scenario } from '../scenario.ts';
import { actsOf, bindExample, type Subjects, type Supervisable } from '../scenario-subject.ts';
import { type FormFault, formFault, readScenario, type TypedScenario } from './scenario-form.ts';

interface Speech {
  readonly supervisable: Supervisable;
  readonly subjects: Subjects;
}

export interface TriedExample {
  readonly which: 'lawful' | 'unlawful';
  readonly title: Required<LocalText>;
  /** Undefined: it could not be decided. */
  readonly found: boolean | undefined;
  readonly fits: boolean;
}

export interface Tried {
  readonly faults: readonly FormFault[];
  /** The condition in words; absent while it has mistakes. */
  readonly said?: LocalText;
  readonly examples: readonly TriedExample[];
}

export function tryScenario(typed: TypedScenario, speech: Speech): Tried & { readonly scenario?: Scenario } {
  const read = readScenario(typed);
  const condition = tryCondition(typed, speech);
  if (!read.scenario) {
    const faults = [...read.faults, ...condition.faults];
    return { faults, ...(condition.said && { said: condition.said }), examples: [] };
  }
  const { scenario } = read;
  const { faults = [] } = compileScenario(scenario, 0, speech);
  return {
    faults: faults.map(formFault),
    ...(condition.said && { said: condition.said }),
    examples: condition.faults.length > 0 ? [] : tryExamples(scenario, speech),
    ...(faults.length === 0 && { scenario }),
  };
}

/** The condition alone, while the rest of the form may still be empty. */
function tryCondition(
  typed: TypedScenario,
  { supervisable, subjects }: Speech,
): { readonly faults: readonly FormFault[]; readonly said?: LocalText } {
  if (typed.condition === '' || !supervisable.kinds.has(typed.kind)) return { faults: [] };
  const known = actsOf(supervisable, typed.kind);
  const chosen = typed.acts.includes('*') ? known : typed.acts.filter((act) => known.includes(act));
  const acts = typed.looks === 'silence' || chosen.length === 0 ? [undefined] : chosen;
  for (const act of acts) {
    const { condition, errors } = compileCondition(subjects.of(typed.kind, act), typed.condition);
    if (errors)
      return {
        faults: errors.map(({ range, message }) => ({
          name: 'condition',
          message: { vi: message.vi, en: message.en ?? message.vi },
          range,
        })),
      };
    if (act === acts.at(-1)) return { faults: [], said: sayCondition(condition) };
  }
  return { faults: [] };
}

function tryExamples(scenario: Scenario, { supervisable, subjects }: Speech): TriedExample[] {
  const acts = actsLookedAt(scenario, supervisable);
  return (['lawful', 'unlawful'] as const).flatMap((which) =>
    scenario[which].map(({ title, values }) => {
      const named = (values.act as { type?: string } | undefined)?.type;
      const act = isAboutSilence(scenario) ? undefined : (named ?? acts[0]);
      if (act !== undefined && !acts.includes(act)) return { which, title, found: undefined, fits: false };
      const { condition } = compileCondition(subjects.of(scenario.kind, act), scenario.condition);
      if (!condition) return { which, title, found: undefined, fits: false };
      const { value } = evaluate(condition, bindExample(condition.subject, values));
      return { which, title, found: value, fits: value === (which === 'unlawful') };
    }),
  );
}
