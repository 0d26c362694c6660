/** Compiling a form: a definition somebody wrote becomes a Form, or the list of everything that is wrong with it. */
import { type Condition, compileCondition } from '../conditions/condition.ts';
import { defineSubject, type Subject, type Variables } from '../conditions/subject.ts';
import { type Fault, fault, repeated } from '../pack/fault.ts';
import { checkReferences } from './check-references.ts';
import { checkShape } from './check-shape.ts';
import type { Block, Check, FormDefinition, SharedBlock, SimpleField } from './definition.ts';
import {
  type BlockNode,
  type FieldNode,
  type Form,
  type FormCheck,
  type FormNode,
  type GroupNode,
  ROW_DEFAULTS,
} from './form.ts';
import type { FormLists, ListOption } from './form-lists.ts';
import { CONTEXT_VARIABLES, variablesOf } from './form-variables.ts';
import { nationalLists } from './national-lists.ts';
import { type OutlineNode, outline, ROOT } from './outline.ts';
import { SHARED_BLOCKS } from './shared-blocks.ts';

export interface FormLibrary {
  /** Shared blocks beside ours; one of the same code replaces ours. */
  readonly blocks?: readonly SharedBlock[];
  /** Asked before the national lists. */
  readonly lists?: FormLists;
}

export type CompiledForm =
  | { readonly form: Form; readonly faults?: undefined }
  | { readonly form?: undefined; readonly faults: Fault[] };

/** Everything wrong with a definition, each with its place; empty when it can be used. */
export function checkFormDefinition(definition: unknown, library: FormLibrary = {}): Fault[] {
  return compileForm(definition, library).faults ?? [];
}

export function compileForm(definition: unknown, library: FormLibrary = {}): CompiledForm {
  const misshapen = checkShape(definition);
  if (misshapen.length > 0) return { faults: misshapen };
  const faults: Fault[] = [];
  const sound = definition as FormDefinition;
  const nodes = outlineOf(sound, [...(library.blocks ?? []), ...SHARED_BLOCKS], faults);
  if (faults.length > 0) return { faults };
  const form = compile(sound, nodes, { lists: (name) => library.lists?.(name) ?? nationalLists(name), faults });
  const all = faults.length > 0 ? faults : checkReferences(form);
  return all.length > 0 ? { faults: all } : { form };
}

interface Compilation {
  readonly lists: FormLists;
  readonly faults: Fault[];
}

function outlineOf({ sections }: FormDefinition, blocks: readonly SharedBlock[], faults: Fault[]): OutlineNode[] {
  for (const key of repeated(sections.map((section) => section.key))) {
    faults.push(
      fault('forms.repeated-key', `sections.${key}`, 'Hai mục trùng khóa.', 'Two sections have the same key.'),
    );
  }
  const fields = sections.flatMap((section) => section.fields);
  return outline(fields, ROOT, blocks, faults);
}

function compile(definition: FormDefinition, all: readonly OutlineNode[], compilation: Compilation): Form {
  const subject = subjectOf({ ...CONTEXT_VARIABLES, ...variablesOf(all) });
  let next = 0;
  const sections = definition.sections.map((section) => ({
    key: section.key,
    title: section.title,
    hint: section.hint,
    visible: compileAt(compilation, subject, section.visible, `sections.${section.key}.visible`),
    nodes: all.slice(next, (next += section.fields.length)).map((node) => compileNode(compilation, subject, node)),
  }));
  const checks = compileChecks(compilation, subject, definition.checks ?? [], 'checks');
  const { lists } = compilation;
  return {
    definition,
    sections,
    checks,
    subject,
    provinces: lists('provinces') ?? [],
    communes: lists('communes') ?? [],
  };
}

function compileNode(compilation: Compilation, subject: Subject, node: OutlineNode): FormNode {
  const visible = compileAt(compilation, subject, node.field.visible, `${node.path}.visible`);
  if (node.field.kind === 'block' || node.field.kind === 'group')
    return compileContainer(compilation, subject, node, visible);
  return compileField(compilation, subject, node, node.field, visible);
}

function compileContainer(
  compilation: Compilation,
  outer: Subject,
  node: OutlineNode,
  visible: Condition | undefined,
): BlockNode | GroupNode {
  const field = node.field as Block | Extract<OutlineNode['field'], { kind: 'group' }>;
  const { key, label, hint } = field;
  const subject = subjectOf({ ...outer.variables, ...variablesOf(node.children) });
  const nodes = node.children.map((child) => compileNode(compilation, subject, child));
  const checks = compileChecks(compilation, subject, node.checks, `${node.path}.checks`);
  const shared = { key, label, hint, visible, nodes, checks };
  if (field.kind === 'block') return { kind: 'block', block: field, ...shared };
  const min = field.min ?? ROW_DEFAULTS.min;
  const max = Math.max(min, field.max ?? ROW_DEFAULTS.max);
  return { kind: 'group', group: field, item: field.item, min, max, ...shared };
}

function compileField(
  compilation: Compilation,
  subject: Subject,
  node: OutlineNode,
  field: SimpleField,
  visible: Condition | undefined,
): FieldNode {
  const required = 'required' in field ? (field.required ?? true) : field.kind !== 'info';
  const compiled =
    typeof required === 'string' ? compileAt(compilation, subject, required, `${node.path}.required`) : required;
  return {
    kind: 'field',
    key: field.key,
    field,
    visible,
    required: compiled ?? true,
    options: optionsOf(compilation, field, node.path),
    prefill: node.prefill,
  };
}

function optionsOf({ lists, faults }: Compilation, field: SimpleField, path: string): readonly ListOption[] {
  if (field.kind !== 'choice' && field.kind !== 'multi') return [];
  const options = field.options ?? lists(field.list ?? '');
  if (options === undefined)
    faults.push(
      fault('forms.unknown-list', path, `Không có danh mục “${field.list}”.`, `There is no list “${field.list}”.`),
    );
  const offered = options ?? [];
  if (
    field.kind === 'choice' &&
    field.default !== undefined &&
    !offered.some((option) => option.value === field.default)
  ) {
    faults.push(
      fault(
        'forms.unknown-option',
        path,
        `Giá trị mặc định “${field.default}” không có trong các lựa chọn.`,
        `The default “${field.default}” is not among the options.`,
      ),
    );
  }
  return offered;
}

function compileChecks(compilation: Compilation, subject: Subject, checks: readonly Check[], at: string): FormCheck[] {
  return checks.flatMap((check) => {
    const when = compileAt(compilation, subject, check.when, `${at}.${check.code}`);
    return when === undefined ? [] : [{ ...check, when }];
  });
}

/** The fault says where in the source: `child.visible: 12-20`. */
function compileAt(
  { faults }: Compilation,
  subject: Subject,
  source: string | undefined,
  at: string,
): Condition | undefined {
  if (source === undefined) return undefined;
  const { condition, errors } = compileCondition(subject, source);
  for (const { code, range, message } of errors ?? [])
    faults.push(fault(code, `${at}: ${range.start}-${range.end}`, message.vi, message.en ?? message.vi));
  return condition;
}

const subjectOf = (variables: Variables): Subject => defineSubject({ name: 'Form', variables });
