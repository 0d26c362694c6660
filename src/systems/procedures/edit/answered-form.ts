/** The form that a draft is answered on, compiled: its own or the general one; undefined while it has faults. */
import { compileForm } from '../../../platform/forms/compile-form.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import type { Form } from '../../../platform/forms/form.ts';
import type { DraftContent } from '../draft/draft.ts';
import { composeGeneralForm } from '../general-form.ts';

/** Without the communes of the day: what a condition compares needs no list of them. */
export function answeredForm(content: DraftContent): Form | undefined {
  const about = content.form ?? content.definition;
  if (!compiled.has(about)) compiled.set(about, compileForm(shownForm(content)).form);
  return compiled.get(about);
}

/** One page asks several times. */
const compiled = new WeakMap<object, Form | undefined>();

/** A section that was just added has no question yet, and is not shown. */
export function shownForm({ definition, form }: DraftContent): FormDefinition {
  if (!form) return composeGeneralForm(definition);
  return { ...form, sections: form.sections.filter(({ fields }) => fields.length > 0) };
}
