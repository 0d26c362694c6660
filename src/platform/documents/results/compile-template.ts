/** Compiling a result template: a definition somebody wrote becomes a template, or the list of everything that is wrong with it. */
import { defineSubject, type Subject } from '../../conditions/subject.ts';
import { compileForm, type FormLibrary } from '../../forms/compile-form.ts';
import type { FormDefinition } from '../../forms/definition.ts';
import type { Form } from '../../forms/form.ts';
import { CONTEXT_VARIABLES, variablesOf } from '../../forms/form-variables.ts';
import { outline, ROOT } from '../../forms/outline.ts';
import { SHARED_BLOCKS } from '../../forms/shared-blocks.ts';
import { shapeOf } from '../../pack/check-shape.ts';
import { type Fault, fault } from '../../pack/fault.ts';
import { compileBlocks, type ComposeBlocks } from '../templates/compile-blocks.ts';
import { missingPlaces } from '../templates/missing-places.ts';
import { type ResultTemplateDefinition, ResultTemplateSchema } from './definition.ts';
import { type ResultScope, resultVocabulary } from './result-places.ts';

export interface ResultTemplate {
  readonly definition: ResultTemplateDefinition;
  /** The dossier's form with one more section: what the office fills in, under the key `result`. */
  readonly form: Form;
  readonly compose: ComposeBlocks<ResultScope>;
}

export type CompiledTemplate =
  | { readonly template: ResultTemplate; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly template?: undefined };

const readShape = shapeOf(ResultTemplateSchema);

/** `forms` finds a form's definition by its code; of a general letter, which names none, the form of whoever is answered. */
export function compileTemplate(
  value: unknown,
  forms: (code: string | undefined) => FormDefinition | undefined,
  library: FormLibrary = {},
): CompiledTemplate {
  const shaped = readShape(value);
  if (shaped.faults) return { faults: shaped.faults };
  const definition = shaped.value;
  const asked = forms(definition.form);
  if (!asked)
    return {
      faults: [
        fault(
          'documents.unknown-form',
          'form',
          `Không có biểu mẫu “${definition.form ?? ''}”.`,
          `There is no form “${definition.form ?? ''}”.`,
        ),
      ],
    };
  const whole = withOfficePart(asked, definition);
  const compiled = compileForm(whole, library);
  if (compiled.faults) return { faults: compiled.faults };
  const faults: Fault[] = [];
  const compose = compileBlocks(definition.body, resultVocabulary(compiled.form, subjectOf(whole, library)), faults);
  faults.push(...missingPlaces(definition));
  return faults.length > 0 ? { faults } : { template: { definition, form: compiled.form, compose } };
}

/** Key of the section and of the block that hold what the office fills in. */
export const OFFICE_PART = 'result';

function withOfficePart(form: FormDefinition, { title, fields }: ResultTemplateDefinition): FormDefinition {
  if (fields.length === 0) return form;
  const part = { kind: 'block' as const, key: OFFICE_PART, label: title, fields };
  return { ...form, sections: [...form.sections, { key: OFFICE_PART, title, fields: [part] }] };
}

function subjectOf(form: FormDefinition, library: FormLibrary): Subject {
  const fields = form.sections.flatMap((section) => section.fields);
  const nodes = outline(fields, ROOT, [...(library.blocks ?? []), ...SHARED_BLOCKS], []);
  return defineSubject({ name: 'ResultTemplate', variables: { ...CONTEXT_VARIABLES, ...variablesOf(nodes) } });
}
