/** Checking answers: every question that is asked is answered and within its limits, and no check of the form speaks against them. */
import { doubtsAbout, type PersonalNumber, readPersonalNumber } from '../text/personal-number.ts';
import type { Answers } from './answers.ts';
import { errorAt, type FieldError, sentenceFor } from './field-error.ts';
import { brokenLimit } from './field-limits.ts';
import type { Form, FormContext } from './form.ts';
import { type LiveForm, type LiveNode, liveFields, liveForm } from './live-form.ts';

export interface ValidatedForm {
  /** What may be stored with the dossier: answers to hidden questions are gone. */
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Unlikely, never a reason to refuse: shown to the person and to the officer. */
  readonly warnings: readonly FieldError[];
}

/** The whole form, as at submission. */
export function validateForm(form: Form, answers: Answers, context: FormContext): ValidatedForm {
  const live = liveForm(form, answers, context);
  const nodes = live.sections.flatMap((section) => section.nodes);
  const errors = [...fieldErrors(nodes, context.today), ...foundErrors(live, nodes, 'refuse')];
  return { answers: live.answers, errors, warnings: warningsOf(live, nodes, context.today) };
}

/** Errors of fields, in the order of the page. */
export function fieldErrors(nodes: readonly LiveNode[], today: string): FieldError[] {
  return liveFields(nodes).flatMap(({ field, where }): FieldError[] => {
    const { node, path, answer, required } = field;
    const broken = brokenLimit(node, answer, required, today);
    if (broken === undefined) return [];
    const message = sentenceFor(node.field, broken.code, broken.message);
    return [errorAt(path, where, { ...broken, message }, node.field)];
  });
}

/** Findings of the form's own checks shown at a field among these nodes. */
export function foundErrors(
  { findings }: LiveForm,
  nodes: readonly LiveNode[],
  effect: 'refuse' | 'warn',
): FieldError[] {
  const fields = new Map(liveFields(nodes).map((one) => [one.field.path, one]));
  const containers = new Set(nodes.flatMap(containerPaths));
  return findings
    .filter(({ check, path }) => check.effect === effect && (fields.has(path) || containers.has(path)))
    .map(({ check, path }) => {
      const at = fields.get(path);
      return errorAt(path, at?.where ?? [], check, at?.field.node.field);
    });
}

export function warningsOf(live: LiveForm, nodes: readonly LiveNode[], today: string): FieldError[] {
  return [...foundErrors(live, nodes, 'warn'), ...numberWarnings(nodes, today)];
}

/** A personal number is compared with the day of birth and the sex asked beside it. */
function numberWarnings(nodes: readonly LiveNode[], today: string): FieldError[] {
  const fields = liveFields(nodes);
  return fields.flatMap(({ field, where }): FieldError[] => {
    if (field.node.field.kind !== 'personal-number' || typeof field.answer !== 'string') return [];
    const beside = (key: string): string | undefined => {
      const answer = fields.find((other) => other.field.path === siblingPath(field.path, key))?.field.answer;
      return typeof answer === 'string' ? answer : undefined;
    };
    const number: PersonalNumber | undefined = readPersonalNumber(field.answer).value;
    if (number === undefined) return [];
    const birthYear = beside('birth_date')?.slice(0, 4);
    const person = { birthYear: birthYear === undefined ? undefined : Number(birthYear), sex: beside('sex'), today };
    return doubtsAbout(number, person).map((doubt) => errorAt(field.path, where, doubt));
  });
}

const siblingPath = (path: string, key: string): string => [...path.split('.').slice(0, -1), key].join('.');

function containerPaths(live: LiveNode): string[] {
  if (live.kind === 'field') return [];
  if (live.kind === 'block') return [live.path, ...live.children.flatMap(containerPaths)];
  return [live.path, ...live.rows.flatMap((row) => [row.path, ...row.children.flatMap(containerPaths)])];
}
