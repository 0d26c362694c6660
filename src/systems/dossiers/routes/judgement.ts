/** The judgement of a claimed exemption as a form brings it. */
import { type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { fieldOf } from '../../../platform/http/route.ts';
import type { AcceptDossier } from '../turns/acceptance.ts';

type Posted = Parameters<typeof fieldOf>[0];

/** Undefined while neither was chosen. */
export function judgementOf(form: Posted): AcceptDossier['exemption'] {
  const holds = fieldOf(form, 'exemption_holds');
  if (holds !== 'yes' && holds !== 'no') return undefined;
  return { holds: holds === 'yes', reason: fieldOf(form, 'exemption_reason').trim().slice(0, 2000) };
}

/** Why the form's judgement would be refused, as acceptance itself would say it. */
export function unjudgedOf(form: Posted): Refusal | undefined {
  const judged = judgementOf(form);
  if (!judged) return refuse('dossiers.exemption-undecided');
  return judged.holds || judged.reason !== '' ? undefined : refuse('dossiers.exemption-reason');
}
