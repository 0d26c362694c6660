/** Conditions of a definition against the form it is answered with: every `when` and `guard` compiles, every counted place exists. */
import { compileForm, type FormLibrary } from '../../platform/forms/compile-form.ts';
import type { Condition } from '../../platform/conditions/condition.ts';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { Form, FormNode } from '../../platform/forms/form.ts';
import { type Fault, fault } from '../../platform/pack/fault.ts';
import { checkDescribed } from './check-answered.ts';
import { checkTaken } from './check-linked.ts';
import type { ProcedureDefinition } from './definition.ts';
import type { Fee } from './fee-definition.ts';

/** A condition's place in the definition (`components.giay-chung-sinh`) and its source. */
interface Placed {
  readonly at: string;
  readonly source: string;
}

export interface ReadyForm {
  readonly form: Form;
  /** By place: `components.<key>`, `fees.<key>`, `cases.<key>`, `results.<key>`, `steps.<key>`, `linked.<key>`. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

export type PreparedForm =
  | (ReadyForm & { readonly faults?: undefined })
  | { readonly form?: undefined; readonly faults: Fault[] };

/**
 * Compiles the form together with the definition's conditions, so that both speak about the same answers. They are
 * compiled as warnings of the form that nobody is shown: a form's checks may read every answer, as these may.
 */
export function prepareForm(
  definition: ProcedureDefinition,
  formDefinition: FormDefinition,
  library?: FormLibrary,
): PreparedForm {
  const alone = compileForm(formDefinition, library);
  if (alone.faults) return alone;
  const placed = placedConditions(definition);
  const checks = placed.map(({ source }, index) => probe(source, index, formDefinition));
  const together = compileForm({ ...formDefinition, checks }, library);
  if (together.faults) return { faults: together.faults.map((one) => relocate(one, placed)) };
  const conditions = new Map(together.form.checks.map((check, index) => [placed[index]?.at ?? '', check.when]));
  const faults = [
    ...definition.fees.flatMap((fee) => checkPlaces(alone.form, fee)),
    ...checkUploads(definition, alone.form),
    ...checkDescribed(definition, alone.form),
    ...checkTaken(definition, alone.form),
  ];
  return faults.length > 0 ? { faults } : { form: alone.form, conditions };
}

function placedConditions(definition: ProcedureDefinition): Placed[] {
  const lists = {
    components: definition.components,
    fees: definition.fees,
    cases: definition.cases ?? [],
    results: definition.results,
  };
  const whens = Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap((item) => (item.when === undefined ? [] : [{ at: `${list}.${item.key}`, source: item.when }])),
  );
  const guards = (definition.process?.steps ?? []).flatMap((step) => [
    ...(step.guard === undefined ? [] : [{ at: `steps.${step.key}`, source: step.guard }]),
    ...(step.next ?? []).flatMap(({ to, when }) =>
      when === undefined ? [] : [{ at: `steps.${step.key}.next.${to}`, source: when }],
    ),
  ]);
  const linked = (definition.process?.linked ?? []).flatMap((part) =>
    part.guard === undefined ? [] : [{ at: `linked.${part.key}`, source: part.guard }],
  );
  return [...whens, ...guards, ...linked];
}

function probe(source: string, index: number, form: FormDefinition) {
  const at = form.sections[0]?.fields[0]?.key ?? '';
  return { code: `condition-${index}`, effect: 'warn' as const, when: source, at, message: { vi: '-' } };
}

function relocate(one: Fault, placed: readonly Placed[]): Fault {
  const index = /^checks\.condition-(\d+)/.exec(one.at)?.[1];
  const place = index === undefined ? undefined : placed[Number(index)];
  return place ? { ...one, at: one.at.replace(/^checks\.condition-\d+/, place.at) } : one;
}

/** What a fee counts is there, and can be counted: a list, or a whole number. */
function checkPlaces(form: Form, { key, formula }: Fee): Fault[] {
  const at = `fees.${key}`;
  if (formula.kind === 'per-unit')
    return checkPlace(form, { at, path: formula.count, wanted: (node) => node.kind === 'group' || isWhole(node) });
  if (formula.kind !== 'page-tiers') return [];
  const { rows, pages, copies } = formula;
  return [
    ...checkPlace(form, { at, path: rows, wanted: (node) => node.kind === 'group' }),
    ...[pages, copies].flatMap((part) => checkPlace(form, { at, path: `${rows}.${part}`, wanted: isWhole })),
  ];
}

const isWhole = (node: FormNode): boolean => node.kind === 'field' && node.field.kind === 'integer';

function checkPlace(
  form: Form,
  { at, path, wanted }: { readonly at: string; readonly path: string; readonly wanted: (node: FormNode) => boolean },
): Fault[] {
  const nodes = form.sections.flatMap((section) => section.nodes);
  const node = findNode(nodes, path.split('.'));
  if (!node)
    return [
      fault('procedures.place-unknown', at, `Biểu mẫu không có trường “${path}”.`, `The form has no field "${path}".`),
    ];
  if (wanted(node)) return [];
  const [vi, en] = [
    `Trường “${path}” không đếm được: phải là danh sách hoặc số nguyên.`,
    `The field "${path}" cannot be counted: it must be a list or a whole number.`,
  ];
  return [fault('procedures.place-not-counted', at, vi, en)];
}

function findNode(nodes: readonly FormNode[], [key, ...rest]: readonly string[]): FormNode | undefined {
  const found = nodes.find((node) => node.key === key);
  if (!found || rest.length === 0) return found;
  return found.kind === 'field' ? undefined : findNode(found.nodes, rest);
}

/** An upload that names no component of the procedure would vanish from the dossier's list of papers. */
function checkUploads(definition: ProcedureDefinition, form: Form): Fault[] {
  const components = new Set(definition.components.map((component) => component.key));
  const named = form.sections.flatMap((section) => section.nodes.flatMap(uploadsOf));
  return named
    .filter((component) => !components.has(component))
    .map((component) =>
      fault(
        'procedures.component-unknown',
        `form ${form.definition.code}`,
        `Thủ tục không có thành phần “${component}” mà biểu mẫu yêu cầu tải lên.`,
        `The form asks for the component "${component}", which the procedure does not have.`,
      ),
    );
}

function uploadsOf(node: FormNode): string[] {
  if (node.kind !== 'field') return node.nodes.flatMap(uploadsOf);
  return node.field.kind === 'file' && node.field.component !== undefined ? [node.field.component] : [];
}
