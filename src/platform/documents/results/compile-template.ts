/** Compiling a result template: a definition somebody wrote becomes a template, or the list of everything that is wrong with it. */
import { type Condition, compileCondition } from '../../conditions/condition.ts';
import { defineSubject, type Subject } from '../../conditions/subject.ts';
import { compileForm, type FormLibrary } from '../../forms/compile-form.ts';
import type { FormDefinition } from '../../forms/definition.ts';
import type { Form, FormNode } from '../../forms/form.ts';
import { CONTEXT_VARIABLES, variablesOf } from '../../forms/form-variables.ts';
import { outline, ROOT } from '../../forms/outline.ts';
import { SHARED_BLOCKS } from '../../forms/shared-blocks.ts';
import { shapeOf } from '../../pack/check-shape.ts';
import { type Fault, fault } from '../../pack/fault.ts';
import { type ResultTemplateDefinition, ResultTemplateSchema, type TemplateBlock } from './definition.ts';
import { compileText, type TemplateText, type TextPlace } from './template-text.ts';

export interface ResultTemplate {
  readonly definition: ResultTemplateDefinition;
  /** The dossier's form with one more section: what the office fills in, under the key `result`. */
  readonly form: Form;
  readonly blocks: readonly CompiledBlock[];
}

export type CompiledBlock = { readonly when?: Condition } & (
  | { readonly kind: 'title'; readonly text: TemplateText; readonly under?: TemplateText }
  | { readonly kind: 'heading'; readonly text: TemplateText }
  | { readonly kind: 'fields'; readonly fields: readonly { label: string; value: TemplateText }[] }
  | {
      readonly kind: 'text';
      readonly lead?: string;
      readonly text: TemplateText;
      readonly align?: 'left' | 'center';
      readonly indent?: boolean;
    }
  | { readonly kind: 'list'; readonly each?: string; readonly items: readonly TemplateText[] }
  | {
      readonly kind: 'table';
      readonly each: string;
      readonly columns: readonly { heading: string; weight: number; value: TemplateText }[];
    }
);

export type CompiledTemplate =
  | { readonly template: ResultTemplate; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly template?: undefined };

const readShape = shapeOf(ResultTemplateSchema);

/** `forms` finds a form's definition by its code. */
export function compileTemplate(
  value: unknown,
  forms: (code: string) => FormDefinition | undefined,
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
          `Không có biểu mẫu “${definition.form}”.`,
          `There is no form “${definition.form}”.`,
        ),
      ],
    };
  const whole = withOfficePart(asked, definition);
  const compiled = compileForm(whole, library);
  if (compiled.faults) return { faults: compiled.faults };
  const faults: Fault[] = [];
  const compilation = { form: compiled.form, subject: subjectOf(whole, library), faults };
  const blocks = definition.body.map((block, index) => compileBlock(block, `body.${index}`, compilation));
  return faults.length > 0 ? { faults } : { template: { definition, form: compiled.form, blocks } };
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

interface Compilation {
  readonly form: Form;
  readonly subject: Subject;
  readonly faults: Fault[];
}

function compileBlock(block: TemplateBlock, at: string, compilation: Compilation): CompiledBlock {
  const { form, faults } = compilation;
  const text = (source: string, where: string, row?: TextPlace['row']) =>
    compileText(source, { form, row, at: `${at}.${where}` }, faults);
  const when = { when: compileWhen(block.when, `${at}.when`, compilation) };
  switch (block.kind) {
    case 'title':
      return {
        kind: 'title',
        text: text(block.text, 'text'),
        under: block.under === undefined ? undefined : text(block.under, 'under'),
        ...when,
      };
    case 'heading':
      return { kind: 'heading', text: text(block.text, 'text'), ...when };
    case 'fields':
      return {
        kind: 'fields',
        fields: block.fields.map(({ label, value }) => ({ label, value: text(value, label) })),
        ...when,
      };
    case 'text':
      return {
        kind: 'text',
        lead: block.lead,
        text: text(block.text, 'text'),
        align: block.align,
        indent: block.indent,
        ...when,
      };
    case 'list': {
      const row = block.each === undefined ? undefined : rowsOf(block.each, at, compilation);
      return { kind: 'list', each: block.each, items: block.items.map((item) => text(item, 'items', row)), ...when };
    }
    case 'table': {
      const row = rowsOf(block.each, at, compilation);
      const columns = block.columns.map(({ heading, weight, value }) => ({
        heading,
        weight,
        value: text(value, heading, row),
      }));
      return { kind: 'table', each: block.each, columns, ...when };
    }
  }
}

function rowsOf(each: string, at: string, { form, faults }: Compilation): readonly FormNode[] {
  const node = form.sections.flatMap((section) => section.nodes).find((candidate) => candidate.key === each);
  if (node?.kind === 'group') return node.nodes;
  faults.push(
    fault('documents.unknown-group', `${at}.each`, `Không có nhóm lặp “${each}”.`, `There is no group “${each}”.`),
  );
  return [];
}

function compileWhen(source: string | undefined, at: string, { subject, faults }: Compilation): Condition | undefined {
  if (source === undefined) return undefined;
  const { condition, errors } = compileCondition(subject, source);
  for (const { code, message } of errors ?? []) faults.push(fault(code, at, message.vi, message.en ?? message.vi));
  return condition;
}
