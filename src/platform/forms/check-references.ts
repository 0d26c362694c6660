/** What can be wrong between the parts of a compiled form: a condition that looks ahead, a value nobody can choose, a check that points nowhere. */
import type { Condition } from '../conditions/condition.ts';
import { comparedTexts } from '../conditions/compared-texts.ts';
import { type Fault, fault, repeated } from '../pack/fault.ts';
import type { FieldNode, Form, FormCheck, FormNode } from './form.ts';
import { join } from './outline.ts';

/** A scope, innermost first: the nodes there, and the keys of those that already stand before the one being looked at. */
interface Scope {
  readonly nodes: readonly FormNode[];
  readonly before: ReadonlySet<string>;
}

export function checkReferences(form: Form): Fault[] {
  const root = form.sections.flatMap((section) => section.nodes);
  const before = new Set<string>();
  const faults: Fault[] = [];
  for (const section of form.sections) {
    faults.push(...checkVisible(section.visible, `sections.${section.key}.visible`, [{ nodes: root, before }]));
    faults.push(...checkNodes(section.nodes, '', [], root, before));
  }
  return [...faults, ...checkChecks(form.checks, 'checks', root, [{ nodes: root, before }])];
}

function checkNodes(
  nodes: readonly FormNode[],
  path: string,
  outer: readonly Scope[],
  siblings: readonly FormNode[],
  before: Set<string>,
): Fault[] {
  return nodes.flatMap((node) => {
    const at = join(path, node.key);
    const scopes = [{ nodes: siblings, before }, ...outer];
    const faults = checkVisible(node.visible, `${at}.visible`, scopes);
    if (node.kind === 'field') {
      if (typeof node.required === 'object') faults.push(...checkTexts(node.required, `${at}.required`, scopes));
    } else {
      const inside = new Set<string>();
      faults.push(...checkNodes(node.nodes, at, scopes, node.nodes, inside));
      faults.push(
        ...checkChecks(node.checks, `${at}.checks`, node.nodes, [{ nodes: node.nodes, before: inside }, ...scopes]),
      );
    }
    before.add(node.key);
    return faults;
  });
}

/** What decides whether a question is asked must have been asked before it: pages are answered from top to bottom, and no two can wait for each other. */
function checkVisible(visible: Condition | undefined, at: string, scopes: readonly Scope[]): Fault[] {
  if (visible === undefined) return [];
  const ahead = visible.reads.filter((read) => !standsBefore(read, scopes));
  const faults = ahead.map((read) =>
    fault(
      'forms.reads-ahead',
      at,
      `Điều kiện hiển thị đọc “${read}”, được hỏi sau đó.`,
      `The condition reads “${read}”, which is asked later.`,
    ),
  );
  return [...faults, ...checkTexts(visible, at, scopes)];
}

function standsBefore(read: string, scopes: readonly Scope[]): boolean {
  const [key = '', ...rest] = read.split('.');
  if (key === 'context') return true;
  const scope = scopes.find((one) => one.nodes.some((node) => node.key === key));
  if (scope === undefined) return true;
  if (scope.before.has(key)) return true;
  // a block that is being asked right now may be read by its own fields: mother.full_name inside mother
  const index = scopes.indexOf(scope);
  return rest.length > 0 && index > 0 && standsBefore(rest.join('.'), scopes.slice(0, index));
}

/** `relation == 'fathr'`: a comparison with a value that no option has is always false, so what hangs on it can't be reached. */
function checkTexts(condition: Condition, at: string, scopes: readonly Scope[]): Fault[] {
  return comparedTexts(condition).flatMap(({ path, text }) => {
    const field = findField(path.split('.'), scopes);
    if (field === undefined || text === '' || (field.field.kind !== 'choice' && field.field.kind !== 'multi'))
      return [];
    if (field.options.some((option) => option.value === text)) return [];
    return [
      fault('forms.unknown-option', at, `“${path}” không có lựa chọn “${text}”.`, `“${path}” has no option “${text}”.`),
    ];
  });
}

function checkChecks(
  checks: readonly FormCheck[],
  at: string,
  nodes: readonly FormNode[],
  scopes: readonly Scope[],
): Fault[] {
  const twice = repeated(checks.map((check) => check.code)).map((code) =>
    fault('forms.repeated-check', `${at}.${code}`, 'Hai phép kiểm tra trùng mã.', 'Two checks have the same code.'),
  );
  const lost = checks
    .filter((check) => !pointsAtSomething(check.at, nodes))
    .map((check) =>
      fault(
        'forms.unknown-field',
        `${at}.${check.code}.at`,
        `Không có trường “${check.at}”.`,
        `There is no field “${check.at}”.`,
      ),
    );
  return [...twice, ...lost, ...checks.flatMap((check) => checkTexts(check.when, `${at}.${check.code}`, scopes))];
}

function pointsAtSomething(path: string, nodes: readonly FormNode[]): boolean {
  const [key, ...rest] = path.split('.');
  const node = nodes.find((one) => one.key === key);
  if (node === undefined || node.kind === 'field') return node !== undefined && rest.length === 0;
  return rest.length === 0 || (node.kind === 'block' && pointsAtSomething(rest.join('.'), node.nodes));
}

function findField([key, ...rest]: string[], scopes: readonly Scope[]): FieldNode | undefined {
  const scope = scopes.find((one) => one.nodes.some((node) => node.key === key));
  const node = scope?.nodes.find((one) => one.key === key);
  if (node === undefined || node.kind === 'group') return undefined;
  if (node.kind === 'field') return rest.length === 0 ? node : undefined;
  return findField(rest, [{ nodes: node.nodes, before: new Set() }]);
}
