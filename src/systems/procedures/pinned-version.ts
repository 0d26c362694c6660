/** A pinned version: one immutable definition with its form compiled, ready to plan dossiers with. */
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Values, Variables } from '../../platform/conditions/subject.ts';
import { compileForm } from '../../platform/forms/compile-form.ts';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { Form } from '../../platform/forms/form.ts';
import type { FormLists } from '../../platform/forms/form-lists.ts';
import { CONTEXT_VARIABLES, variablesOf } from '../../platform/forms/form-variables.ts';
import { outline, ROOT } from '../../platform/forms/outline.ts';
import { SHARED_BLOCKS } from '../../platform/forms/shared-blocks.ts';
import type { ProcedureDefinition } from './definition.ts';
import { composeGeneralForm } from './general-form.ts';
import { type Plan, planDossier } from './plan.ts';

export interface PinnedVersion {
  readonly id: string;
  readonly definition: ProcedureDefinition;
  readonly form: Form;
  readonly variables: Variables;
}

/** Throws when the form does not compile: it was checked before it was saved, so the row was tampered with. */
export function pinVersion(
  id: string,
  definition: ProcedureDefinition,
  form: FormDefinition | null,
  lists: FormLists,
): PinnedVersion {
  const asked = form ?? composeGeneralForm(definition);
  const compiled = compileForm(asked, { lists });
  if (!compiled.form)
    throw new Error(`the form of procedure ${definition.code} does not compile: ${JSON.stringify(compiled.faults)}`);
  const nodes = outline(
    asked.sections.flatMap((section) => section.fields),
    ROOT,
    SHARED_BLOCKS,
    [],
  );
  return { id, definition, form: compiled.form, variables: { ...CONTEXT_VARIABLES, ...variablesOf(nodes) } };
}

export interface PlanQuestion {
  readonly answers: Values;
  readonly channel: 'online' | 'counter' | 'post';
  /** GSO code of the receiving commune, or ''. */
  readonly commune: string;
  readonly at: Instant;
  /** Key of the case the applicant chose, where the answers do not say. */
  readonly caseKey?: string;
}

export const planVersion = (version: PinnedVersion, { answers, channel, commune, at, caseKey }: PlanQuestion): Plan =>
  planDossier({
    definition: version.definition,
    variables: version.variables,
    answers,
    context: { today: dayOf(at), channel, commune, case: caseKey ?? '' },
  });
