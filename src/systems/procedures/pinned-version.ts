/** A pinned version: one immutable definition with its form compiled, ready to plan dossiers with. */
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import { compileForm } from '../../platform/forms/compile-form.ts';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { Form } from '../../platform/forms/form.ts';
import type { FormLists } from '../../platform/forms/form-lists.ts';
import type { ProcedureDefinition } from './definition.ts';
import { askForExemption, withExemptionPaper } from './exemption-questions.ts';
import { composeGeneralForm } from './general-form.ts';
import { type Plan, planDossier } from './plan.ts';

export interface PinnedVersion {
  readonly id: string;
  readonly definition: ProcedureDefinition;
  readonly form: Form;
}

/** Throws when the form does not compile: it was checked before it was saved, so the row was tampered with. */
export function pinVersion(
  id: string,
  definition: ProcedureDefinition,
  form: FormDefinition | null,
  lists: FormLists,
): PinnedVersion {
  const asked = askForExemption(form ?? composeGeneralForm(definition), definition);
  const compiled = compileForm(asked, { lists });
  if (!compiled.form)
    throw new Error(`the form of procedure ${definition.code} does not compile: ${JSON.stringify(compiled.faults)}`);
  return { id, definition: withExemptionPaper(definition), form: compiled.form };
}

export interface PlanQuestion {
  readonly answers: Answers;
  readonly channel: 'online' | 'counter' | 'post';
  /** GSO code of the receiving commune, or ''. */
  readonly commune: string;
  readonly at: Instant;
  /** Key of the case the applicant chose, where the answers do not say. */
  readonly caseKey?: string;
  /** The officer has refused the exemption that the answers claim. */
  readonly exemptionRefused?: boolean;
}

export const planVersion = (
  version: PinnedVersion,
  { answers, channel, commune, at, caseKey, exemptionRefused = false }: PlanQuestion,
): Plan =>
  planDossier({
    definition: version.definition,
    form: version.form,
    answers,
    context: { today: dayOf(at), channel, commune, case: caseKey ?? '' },
    exemptionRefused,
  });
