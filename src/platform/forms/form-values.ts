/** The answers as conditions see them, for whoever has conditions of their own about a form: components, fees, cases, steps. */
import { type Bound, bindValues } from '../conditions/subject.ts';
import { type Answers, conditionValues } from './answers.ts';
import type { Form, FormContext } from './form.ts';
import { liveForm } from './live-form.ts';

/** Answers to hidden questions count as unanswered; unanswered text is '', a yes or no false, a list empty, a number or day missing. */
export function formValues(form: Form, answers: Answers, context: FormContext): Bound {
  const asked = liveForm(form, answers, context).answers;
  const nodes = form.sections.flatMap((section) => section.nodes);
  return bindValues(form.subject, { ...conditionValues(nodes, asked), context });
}
