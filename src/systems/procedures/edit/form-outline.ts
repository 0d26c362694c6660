/** The outline of a form definition: sections, questions and checks with ids, found, changed and moved. Pure. */
import type {
  Block,
  Check,
  Field,
  FormDefinition,
  Group,
  InnerBlock,
  Section,
} from '../../../platform/forms/definition.ts';
import { type Rearrangement, rearranged } from './items-part.ts';

export type AnyField = Field | InnerBlock;
export type Container = Block | Group | InnerBlock;

/** `s.applicant` a section, `f.child.full_name` a question, `c.too-young` a check. */
export type NodeId = string;

export type FormNode =
  | { readonly kind: 'section'; readonly id: NodeId; readonly section: Section }
  | {
      readonly kind: 'field';
      readonly id: NodeId;
      readonly field: AnyField;
      readonly depth: number;
      readonly within: NodeId;
    }
  | { readonly kind: 'check'; readonly id: NodeId; readonly check: Check };

export const isContainer = (field: AnyField): field is Container => field.kind === 'block' || field.kind === 'group';

/** In the order of the page; what a shared block brings is not listed. */
export function outlineOf({ sections, checks = [] }: FormDefinition): FormNode[] {
  return [
    ...sections.flatMap((section): FormNode[] => [
      { kind: 'section', id: `s.${section.key}`, section },
      ...fieldNodes(section.fields, `s.${section.key}`, 'f', 1),
    ]),
    ...checks.map((check): FormNode => ({ kind: 'check', id: `c.${check.code}`, check })),
  ];
}

function fieldNodes(fields: readonly AnyField[], within: NodeId, path: NodeId, depth: number): FormNode[] {
  return fields.flatMap((field): FormNode[] => {
    const id = `${path}.${field.key}`;
    const inner = isContainer(field) ? fieldNodes(field.fields ?? [], id, id, depth + 1) : [];
    return [{ kind: 'field', id, field, depth, within }, ...inner];
  });
}

export const findNode = (form: FormDefinition, id: NodeId | undefined): FormNode | undefined =>
  id === undefined ? undefined : outlineOf(form).find((node) => node.id === id);

/** How deep a question inside it would stand; undefined where none can. */
export function depthInside(form: FormDefinition, id: NodeId): number | undefined {
  const node = findNode(form, id);
  if (node?.kind === 'section') return 1;
  if (node?.kind !== 'field' || !isContainer(node.field) || node.field.use !== undefined || node.depth > 2)
    return undefined;
  return node.depth + 1;
}

/** Replaces the question of this id; a new one goes to the end of `within`. */
export function putField(
  form: FormDefinition,
  { id, within }: { id?: NodeId; within: NodeId },
  field: AnyField,
): FormDefinition {
  return changeFields(form, within, (fields) =>
    id === undefined ? [...fields, field] : fields.map((one) => (isAt(id, within, one) ? field : one)),
  );
}

export function moveNode(form: FormDefinition, id: NodeId, how: Rearrangement): FormDefinition | undefined {
  const node = findNode(form, id);
  if (!node) return undefined;
  if (node.kind === 'section') {
    const sections = rearranged(form.sections, form.sections.indexOf(node.section), how);
    return sections && { ...form, sections };
  }
  if (node.kind === 'check') {
    const checks = rearranged(form.checks ?? [], (form.checks ?? []).indexOf(node.check), how);
    return checks && { ...form, checks };
  }
  return changeFields(
    form,
    node.within,
    (fields) => rearranged(fields, fields.indexOf(node.field), how) ?? [...fields],
  );
}

const isAt = (id: NodeId, within: NodeId, field: AnyField): boolean =>
  id === `${within.startsWith('s.') ? 'f' : within}.${field.key}`;

/** The definition's own types say how deep each kind may stand; the checks say it where a change breaks it. */
function changeFields(
  form: FormDefinition,
  within: NodeId,
  change: (fields: readonly AnyField[]) => readonly AnyField[],
): FormDefinition {
  const inside = (fields: readonly AnyField[], path: NodeId): readonly AnyField[] =>
    fields.map((field) => {
      const id = `${path}.${field.key}`;
      if (!isContainer(field) || !(within === id || within.startsWith(`${id}.`))) return field;
      const own = field.fields ?? [];
      return { ...field, fields: within === id ? change(own) : inside(own, id) } as AnyField;
    });
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: (within === `s.${section.key}`
        ? change(section.fields)
        : inside(section.fields, 'f')) as Section['fields'],
    })),
  };
}

export function keysWithin(form: FormDefinition, within: NodeId): ReadonlySet<string> {
  const nodes = outlineOf(form).filter((node) => node.kind === 'field');
  const atRoot = within.startsWith('s.');
  return new Set(
    nodes.filter((node) => (atRoot ? node.depth === 1 : node.within === within)).map(({ field }) => field.key),
  );
}
