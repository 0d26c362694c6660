/** The live form: which questions are asked, given the answers so far. Reading, checking, showing and reviewing all start from it. */
import { type Condition, evaluate } from '../conditions/condition.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { type Answer, type Answers, answerOf, conditionValue, isAnswers, rowsOf } from './answers.ts';
import { defaultAnswers } from './default-answers.ts';
import type { BlockNode, FieldNode, Form, FormCheck, FormContext, FormNode, FormSection, GroupNode } from './form.ts';
import { join } from './outline.ts';

export interface LiveForm {
  readonly sections: readonly LiveSection[];
  /** The answers to what is asked; those to hidden questions are gone. */
  readonly answers: Answers;
  /** Checks that hold for these answers, each with the path of the field it is shown at. */
  readonly findings: readonly Finding[];
}

export interface LiveSection {
  readonly section: FormSection;
  readonly nodes: readonly LiveNode[];
}

export type LiveNode = LiveField | LiveBlock | LiveGroup;

export interface LiveField {
  readonly kind: 'field';
  readonly node: FieldNode;
  /** `periods.0.from`: also the name in the posted form. */
  readonly path: string;
  readonly answer: Answer | undefined;
  readonly required: boolean;
}

export interface LiveBlock {
  readonly kind: 'block';
  readonly node: BlockNode;
  readonly path: string;
  readonly children: readonly LiveNode[];
}

export interface LiveGroup {
  readonly kind: 'group';
  readonly node: GroupNode;
  readonly path: string;
  readonly rows: readonly LiveRow[];
}

export interface LiveRow {
  readonly path: string;
  readonly children: readonly LiveNode[];
}

export interface Finding {
  readonly check: FormCheck;
  readonly path: string;
}

/** Answers of one block or row, innermost scope first; conditions look a name up from the inside out. */
interface Frame {
  readonly nodes: readonly FormNode[];
  readonly answers: Record<string, Answers[string]>;
}

interface Asking {
  readonly context: FormContext;
  /** What can only be decided when all answers are known: `required` and checks may look ahead. */
  readonly later: (() => void)[];
  readonly findings: Finding[];
}

export function liveForm(form: Form, answers: Answers, context: FormContext): LiveForm {
  const asking: Asking = { context, later: [], findings: [] };
  const root: Frame = { nodes: form.sections.flatMap((section) => section.nodes), answers: {} };
  // one after the other: whether a question is asked depends on the answers before it
  const sections = form.sections.flatMap((section): LiveSection[] =>
    isAsked(section.visible, [root], context)
      ? [{ section, nodes: askAll(asking, section.nodes, answers, '', [root]) }]
      : [],
  );
  askChecks(asking, form.checks, '', [root]);
  for (const decide of asking.later) decide();
  return { sections, answers: root.answers, findings: asking.findings };
}

function askAll(
  asking: Asking,
  nodes: readonly FormNode[],
  given: Answers,
  path: string,
  frames: readonly Frame[],
): LiveNode[] {
  return nodes.flatMap((node) =>
    isAsked(node.visible, frames, asking.context)
      ? [ask(asking, node, given[node.key], join(path, node.key), frames)]
      : [],
  );
}

function ask(asking: Asking, node: FormNode, given: unknown, path: string, frames: readonly Frame[]): LiveNode {
  if (node.kind === 'block') return askBlock(asking, node, given, path, frames);
  if (node.kind === 'group') return askGroup(asking, node, given, path, frames);
  const answer = answerOf(node.field, given);
  if (answer !== undefined) keep(frames, node.key, answer);
  const live = { kind: 'field' as const, node, path, answer, required: node.required === true };
  if (typeof node.required === 'object') {
    const { required } = node;
    asking.later.push(() => Object.assign(live, { required: holds(required, frames, asking.context) === true }));
  }
  return live;
}

function askBlock(asking: Asking, node: BlockNode, given: unknown, path: string, frames: readonly Frame[]): LiveBlock {
  const inner: Frame = { nodes: node.nodes, answers: {} };
  keep(frames, node.key, inner.answers);
  const children = askAll(asking, node.nodes, isAnswers(given) ? given : {}, path, [inner, ...frames]);
  askChecks(asking, node.checks, path, [inner, ...frames]);
  return { kind: 'block', node, path, children };
}

/** A group shows its least number of rows even before anything is said. */
function askGroup(asking: Asking, node: GroupNode, given: unknown, path: string, frames: readonly Frame[]): LiveGroup {
  const stored = rowsOf(given, node.max);
  const blank = Array.from({ length: Math.max(0, node.min - stored.length) }, () => defaultAnswers(node.nodes));
  const kept: Answers[] = [];
  keep(frames, node.key, kept);
  const rows = [...stored, ...blank].map((row, index) => {
    const inner: Frame = { nodes: node.nodes, answers: {} };
    kept.push(inner.answers);
    const rowPath = `${path}.${index}`;
    const children = askAll(asking, node.nodes, row, rowPath, [inner, ...frames]);
    askChecks(asking, node.checks, rowPath, [inner, ...frames]);
    return { path: rowPath, children };
  });
  return { kind: 'group', node, path, rows };
}

function askChecks(
  { later, findings, context }: Asking,
  checks: readonly FormCheck[],
  path: string,
  frames: readonly Frame[],
): void {
  for (const check of checks) {
    later.push(() => {
      if (holds(check.when, frames, context) === true) findings.push({ check, path: join(path, check.at) });
    });
  }
}

function keep([innermost]: readonly Frame[], key: string, answer: Answers[string]): void {
  if (innermost) innermost.answers[key] = answer;
}

const isAsked = (visible: Condition | undefined, frames: readonly Frame[], context: FormContext): boolean =>
  visible === undefined || holds(visible, frames, context) === true;

/** True, false, or undefined when a value it needs is missing. */
function holds(condition: Condition, frames: readonly Frame[], context: FormContext): boolean | undefined {
  const values: Record<string, unknown> = { context };
  for (const key of new Set(condition.reads.map((read) => read.split('.')[0] as string))) {
    const frame = frames.find(({ nodes }) => nodes.some((node) => node.key === key));
    const node = frame?.nodes.find((one) => one.key === key);
    if (frame && node) values[key] = conditionValue(node, frame.answers[key]);
  }
  return evaluate(condition, values).value;
}

/** Every field that is asked, in the order of the page, with the labels of the blocks and rows around it. */
export function liveFields(
  nodes: readonly LiveNode[],
  where: readonly LocalText[] = [],
): { field: LiveField; where: readonly LocalText[] }[] {
  return nodes.flatMap((live) => {
    if (live.kind === 'field') return [{ field: live, where }];
    if (live.kind === 'block') return liveFields(live.children, [...where, live.node.label]);
    return live.rows.flatMap((row, index) => liveFields(row.children, [...where, numbered(live.node.item, index)]));
  });
}

/** `Thời gian cư trú 2`. */
export function numbered(item: LocalText, index: number): LocalText {
  return { vi: `${item.vi} ${index + 1}`, en: item.en === undefined ? undefined : `${item.en} ${index + 1}` };
}
