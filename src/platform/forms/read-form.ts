/**
 * Reading a posted form: one section of it, as a question page sends it, or the whole.
 *
 * How pages work without script: a page shows the questions that are asked given the answers so far, and says in a
 * hidden field which they were. When the answers just sent bring up further questions in the same section, `more` names
 * them: the caller saves and shows the section again, now with these questions, instead of going on. Rows are added and
 * removed, and files taken away, by submit buttons of their own; the answers around them are read and kept, and no error
 * is told yet.
 */
import type { LocalText } from '../i18n/local-text.ts';
import { type Answers, isAnswers, rowsOf } from './answers.ts';
import { errorAt, type FieldError, sentenceFor } from './field-error.ts';
import type { FieldNode, Form, FormContext, FormNode, GroupNode } from './form.ts';
import { type LiveNode, liveFields, liveForm } from './live-form.ts';
import { defaultAnswers } from './default-answers.ts';
import { join } from './outline.ts';
import { ASKED, askedPaths, type PostedBody, postedAction, postedText, type RowAction } from './posted-body.ts';
import { isFieldPosted, partsOf, readField } from './read-field.ts';
import { changeRows, keptFiles } from './row-actions.ts';
import { fieldErrors, foundErrors, warningsOf } from './validate-form.ts';

export interface ReadOptions {
  readonly context: FormContext;
  /** Answers so far; what the body does not speak about stays as it is. */
  readonly previous?: Answers;
  /** Key of the section the page showed; without it the whole form is read, and everything asked must be there. */
  readonly section?: string;
  /** Files stored just now, by path of their field. Ids that are neither here nor among the answers so far are not believed. */
  readonly uploads?: Readonly<Record<string, readonly string[]>>;
}

export interface ReadForm {
  /** Draft answers: hidden questions keep theirs until the form is submitted. */
  readonly answers: Answers;
  /** What was typed where it can't be read, by name of the control: shown again as it was. */
  readonly typed: Readonly<Record<string, string>>;
  /** All errors at once, in the order of the page; none when a row button was pressed. */
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
  /** Paths of questions that these answers brought up and the page did not show. */
  readonly more: readonly string[];
  /** Those of `more` that may not be left empty. */
  readonly needed: readonly string[];
  /** The row button that was pressed: show the section again. */
  readonly action: RowAction | undefined;
}

export function readForm(form: Form, body: PostedBody, options: ReadOptions): ReadForm {
  const { context, previous = {}, section } = options;
  const sections = form.sections.filter((one) => section === undefined || one.key === section);
  const reading: Reading = { form, body, options, asked: askedPaths(body), typed: {}, faults: new Map() };
  const nodes = sections.flatMap((one) => one.nodes);
  const read = { ...without(previous, nodes), ...readNodes(reading, nodes, previous, '') };
  const action = postedAction(body);
  const answers = action === undefined ? read : changeRows(nodes, read, action);
  const live = liveForm(form, answers, context);
  const shown = live.sections.filter((one) => sections.includes(one.section)).flatMap((one) => one.nodes);
  const more = section === undefined ? [] : unasked(reading, shown);
  const errors = action === undefined ? errorsOf(reading, shown, more, context.today) : [];
  const found = action === undefined && errors.length === 0 ? foundErrors(live, shown, 'refuse') : [];
  return {
    answers,
    typed: reading.typed,
    errors: [...errors, ...found],
    warnings: warningsOf(live, shown, context.today),
    more,
    needed: more.length === 0 ? [] : neededOf(shown, more, context.today),
    action,
  };
}

function neededOf(shown: readonly LiveNode[], more: readonly string[], today: string): string[] {
  const broken = new Set(fieldErrors(shown, today).map(({ path }) => path));
  return more.filter((path) => broken.has(path));
}

interface Reading {
  readonly form: Form;
  readonly body: PostedBody;
  readonly options: ReadOptions;
  readonly asked: ReadonlySet<string>;
  readonly typed: Record<string, string>;
  /** What can't be read, by path. */
  readonly faults: Map<string, FieldError>;
}

function readNodes(reading: Reading, nodes: readonly FormNode[], previous: Answers, path: string): Answers {
  const entries = nodes.map(
    (node) => [node.key, readNode(reading, node, previous[node.key], join(path, node.key))] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function without(answers: Answers, nodes: readonly FormNode[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !nodes.some((node) => node.key === key)));
}

function readNode(reading: Reading, node: FormNode, previous: unknown, path: string): Answers[string] {
  if (node.kind === 'block') return readNodes(reading, node.nodes, isAnswers(previous) ? previous : {}, path);
  if (node.kind === 'group') return readRows(reading, node, previous, path);
  const before = previous as Answers[string];
  if (node.field.kind === 'info') return undefined;
  if (node.field.kind === 'file') return keptFiles(before, reading.options.uploads?.[path] ?? []);
  if (!isShown(reading, node, path)) return before;
  const { answer, fault, part } = readField(reading.form, node, reading.body, path);
  if (fault !== undefined) rememberFault(reading, node, path, { message: fault, part });
  return answer;
}

/** The page says how many rows it showed. Empty rows at the end are dropped, unless that many must be there or a button asked for one. */
function readRows(reading: Reading, group: GroupNode, previous: unknown, path: string): readonly Answers[] {
  const stored = rowsOf(previous, group.max);
  const shown = Number(postedText(reading.body, `${path}._rows`) ?? stored.length);
  const count = Number.isInteger(shown) ? Math.min(Math.max(shown, 0), group.max) : stored.length;
  const rows = Array.from({ length: count }, (_, index) =>
    readNodes(reading, group.nodes, stored[index] ?? {}, `${path}.${index}`),
  );
  if (postedAction(reading.body) !== undefined) return rows;
  const blank = defaultAnswers(group.nodes);
  const isEmpty = (row: Answers, index: number): boolean =>
    Object.entries(row).every(([key, value]) => value === blank[key]) &&
    ![...reading.faults.keys()].some((one) => one.startsWith(`${path}.${index}.`));
  const last = rows.findLastIndex((row, index) => !isEmpty(row, index));
  return rows.slice(0, Math.max(last + 1, group.min));
}

function isShown(reading: Reading, node: FieldNode, path: string): boolean {
  return reading.asked.has(path) || isFieldPosted(node, reading.body, path);
}

function rememberFault(
  reading: Reading,
  node: FieldNode,
  path: string,
  fault: { message: LocalText; part?: string },
): void {
  const message = sentenceFor(node.field, 'format', fault.message);
  reading.faults.set(path, errorAt(path, [], { code: 'format', message, part: fault.part }, node.field));
  for (const name of [path, ...partsOf(node).map((part) => `${path}.${part}`)]) {
    const text = postedText(reading.body, name);
    if (text !== undefined) reading.typed[name] = text.slice(0, MAX_TYPED);
  }
}

const MAX_TYPED = 2000;

/** A value that can't be read is told as that, not as missing; a question the page did not show is not told at all. */
function errorsOf(reading: Reading, shown: readonly LiveNode[], more: readonly string[], today: string): FieldError[] {
  const broken = new Map(fieldErrors(shown, today).map((error) => [error.path, error]));
  return liveFields(shown).flatMap(({ field, where }) => {
    const fault = reading.faults.get(field.path);
    if (fault !== undefined) return [{ ...fault, where }];
    const error = broken.get(field.path);
    return error === undefined || more.includes(field.path) ? [] : [error];
  });
}

/** A body without the list of what was asked was made by a program, which is expected to know the form. */
function unasked(reading: Reading, shown: readonly LiveNode[]): string[] {
  if (postedText(reading.body, ASKED) === undefined) return [];
  return liveFields(shown)

    .filter(({ field }) => field.node.field.kind !== 'info' && field.answer === undefined)
    .filter(({ field }) => !isShown(reading, field.node, field.path))
    .map(({ field }) => field.path);
}
