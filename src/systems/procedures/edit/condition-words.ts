/** A condition in words: as explanations say it, or as it is written where the form has faults. */
import { compileCondition } from '../../../platform/conditions/condition.ts';
import { explain } from '../../../platform/conditions/explain.ts';
import { compileForm } from '../../../platform/forms/compile-form.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import type { Form } from '../../../platform/forms/form.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';

const compiled = new WeakMap<FormDefinition, Form | undefined>();

export function conditionWords(definition: FormDefinition, source: string): LocalText {
  if (!compiled.has(definition)) compiled.set(definition, compileForm(definition).form);
  const form = compiled.get(definition);
  const { condition } = form ? compileCondition(form.subject, source) : {};
  return condition ? explain(condition, {}).sentence : { vi: source };
}
