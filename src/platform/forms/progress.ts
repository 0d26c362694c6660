/** Progress: which sections of a form are to be answered and how far each is, for the task list and for going on to the next. */
import type { LocalText } from '../i18n/local-text.ts';
import type { Answers } from './answers.ts';
import type { Form, FormContext } from './form.ts';
import { type LiveNode, liveFields, liveForm } from './live-form.ts';
import { fieldErrors } from './validate-form.ts';

export interface SectionProgress {
  readonly key: string;
  readonly title: LocalText;
  /** `done`: nothing is missing or wrong in it. */
  readonly state: 'to-do' | 'started' | 'done';
}

/** Sections that ask something, in order; what is asked follows from the answers so far. */
export function progressOf(form: Form, answers: Answers, context: FormContext): SectionProgress[] {
  return liveForm(form, answers, context)
    .sections.filter(({ nodes }) => liveFields(nodes).length > 0)
    .map(({ section, nodes }) => ({ key: section.key, title: section.title, state: stateOf(nodes, answers, context) }));
}

/** The section after this one that asks something, or undefined when the review comes next. */
export function sectionAfter(form: Form, answers: Answers, context: FormContext, key: string): string | undefined {
  const order = form.sections.map((section) => section.key);
  return progressOf(form, answers, context).find((section) => order.indexOf(section.key) > order.indexOf(key))?.key;
}

/** A section of optional questions is done when somebody has been there, which only an answer shows; a default is no answer. */
function stateOf(nodes: readonly LiveNode[], answers: Answers, context: FormContext): SectionProgress['state'] {
  const touched = nodes.some((live) => Object.hasOwn(answers, live.node.key)) && liveFields(nodes).some(isSaid);
  const wrong = fieldErrors(nodes, context.today).length > 0;
  return wrong ? (touched ? 'started' : 'to-do') : 'done';
}

function isSaid({ field }: { field: { answer: unknown; node: { field: object } } }): boolean {
  const standard: unknown = 'default' in field.node.field ? field.node.field.default : undefined;
  return field.answer !== undefined && field.answer !== standard;
}
