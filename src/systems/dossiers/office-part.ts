/** The office's part (phần cơ quan ghi): what a result paper says that no applicant stated; filled in by the steps that prepare it. */
import type { Instant } from '../../platform/calendar/instant.ts';
import { OFFICE_PART } from '../../platform/documents/results/compile-template.ts';
import { type Answers, isAnswers } from '../../platform/forms/answers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { currentStep } from './dossier-state.ts';
import type { LoadedDossier } from './load-dossier.ts';
import { draftResult, type ResultDraft } from './result-papers.ts';

/** Steps that prepare the result; others only hand on. */
const PREPARING = ['draft', 'write-register', 'examine', 'check'] as const;

/** Undefined where the present step has nothing to fill in. */
export async function findOfficePart(
  platform: Platform,
  dossier: LoadedDossier,
  at: Instant,
): Promise<ResultDraft | undefined> {
  const step = currentStep(dossier);
  // what is signed is not written into any more
  if (dossier.signedAt !== null || !step || !PREPARING.some((action) => step.actions.includes(action)))
    return undefined;
  const draft = await draftResult(platform, dossier, { kind: 'approved', at });
  return draft.template.definition.fields.length === 0 ? undefined : draft;
}

/** The same of a result that is there, to be corrected. */
export async function findPartToCorrect(
  platform: Platform,
  dossier: LoadedDossier,
  at: Instant,
): Promise<ResultDraft | undefined> {
  const kind = dossier.outcome === 'rejected' ? 'rejected' : 'approved';
  const draft = await draftResult(platform, dossier, { kind, at });
  return draft.template.definition.fields.length === 0 ? undefined : draft;
}

export const officeOf = (answers: Answers): Answers => {
  const part = answers[OFFICE_PART];
  return isAnswers(part) ? part : {};
};
