/** Judging one look: each scenario's condition on the bound values, bounded and alone with its mistakes. */
import { evaluate } from '../../platform/conditions/condition.ts';
import type { Bound } from '../../platform/conditions/subject.ts';
import type { CompiledScenario } from './compile-scenario.ts';

export interface Judged {
  readonly fired: readonly CompiledScenario[];
  readonly failed: readonly { readonly scenario: CompiledScenario; readonly reason: string }[];
}

/** A run over this is a mistake of the rule. A look is pure, so a slow one is run again at once: only what is slow then too is the rule's, and not a pause of the machine. */
const MOST_MS = 5;

/** A value that is missing leaves a rule undecided, which is neither a finding nor a mistake. */
export function judge(scenarios: readonly CompiledScenario[], act: string, bound: Bound): Judged {
  const fired: CompiledScenario[] = [];
  const failed: { scenario: CompiledScenario; reason: string }[] = [];
  for (const scenario of scenarios) {
    const condition = scenario.conditions.get(act);
    if (!condition) continue;
    const began = performance.now();
    const { value, error } = evaluate(condition, bound);
    if (performance.now() - began > MOST_MS && isSlowAgain()) failed.push({ scenario, reason: 'slow' });
    if (error && error.code !== 'conditions.value-missing') failed.push({ scenario, reason: error.code });
    if (value) fired.push(scenario);

    function isSlowAgain(): boolean {
      const again = performance.now();
      if (condition) evaluate(condition, bound);
      return performance.now() - again > MOST_MS;
    }
  }
  return { fired, failed };
}
