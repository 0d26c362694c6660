/** Trying a drafted form: read, checked and planned as in production, and no dossier is made. Pure but for ids of files that are not kept. */
import { newId } from '../../../platform/db/ids.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import { startAnswers } from '../../../platform/forms/default-answers.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { Form, FormContext } from '../../../platform/forms/form.ts';
import { liveFields, liveForm } from '../../../platform/forms/live-form.ts';
import { ASKED, postedText, postedTexts, type PostedBody } from '../../../platform/forms/posted-body.ts';
import { readForm } from '../../../platform/forms/read-form.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { type Plan, planDossier } from '../plan.ts';

export interface Trial {
  readonly answers: Answers;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly warnings: readonly FieldError[];
  /** Questions that these answers bring up: nothing is told before they are answered too. */
  readonly more: boolean;
  /** When nothing is wrong: what a dossier with these answers would ask, cost and take. */
  readonly plan?: Plan;
}

export const beginTrial = (form: Form): Trial => ({
  answers: startAnswers(form),
  typed: {},
  errors: [],
  warnings: [],
  more: false,
});

/** A browser sends the name of a file alone here: that is enough to know that one was chosen. */
export function tryForm(
  { definition, form }: { readonly definition: ProcedureDefinition; readonly form: Form },
  body: PostedBody,
  context: FormContext,
): Trial {
  const asked = postedTexts(body, ASKED).join(' ');
  const previous = readForm(form, { ...body, [ASKED]: asked }, { context }).answers;
  const files = liveForm(form, previous, context)
    .sections.flatMap(({ nodes }) => liveFields(nodes))
    .filter(({ field }) => field.node.field.kind === 'file' && (postedText(body, field.path) ?? '') !== '')
    .map(({ field }) => [field.path, [newId()]] as const);
  const read = readForm(form, { ...body, [ASKED]: asked }, { context, uploads: Object.fromEntries(files) });
  const { answers, typed, errors, warnings, action } = read;
  const shown = new Set(asked.split(' '));
  const live = liveForm(form, answers, context).sections.flatMap(({ nodes }) => liveFields(nodes));
  const more = live.some(({ field }) => field.node.field.kind !== 'info' && !shown.has(field.path));
  const done = !more && errors.length === 0 && action === undefined;
  const told = { answers, typed, errors: more || action ? [] : errors, warnings, more: more || action !== undefined };
  return done ? { ...told, plan: planDossier({ definition, form, answers, context }) } : told;
}
