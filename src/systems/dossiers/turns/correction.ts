/** Correction of a result (đính chính kết quả): a new paper with a number of its own that names the old one; both stay, and the old one's page says by which it was corrected. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Json } from '../../../platform/db/json.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { type DossierContext, refuseOthers, signingStep } from '../your-step.ts';
import { type IssueResult, publication } from './result.ts';

export interface CorrectResult extends IssueResult {
  readonly reason: string;
  /** What the office writes on the new paper. */
  readonly office: Answers;
}

/** By who signs results, whatever has become of the dossier since: what was handed over is corrected, never taken back in silence. */
export function decideCorrection(
  dossier: DossierState,
  command: CorrectResult,
  { at, rolesAt }: DossierContext,
): Decision | Refusal {
  if (dossier.status !== 'decided' && dossier.status !== 'closed') return refuse('dossiers.no-result-yet');
  const old = dossier.issuedPaper;
  if (!old) return refuse('dossiers.no-paper-to-correct');
  const step = signingStep(dossier);
  const others = step && refuseOthers({ holdingUnit: null }, step, { rolesAt });
  if (!step || others) return others ?? refuse('dossiers.no-paper-to-correct');
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return decision({
    rows: [
      ...publication(dossier, command, at),
      {
        table: 'documents.issued_document',
        op: 'update',
        key: { id: old.id },
        values: { replaced_by: command.document },
      },
      {
        table: 'dossiers.dossier',
        op: 'update',
        key: { case_id: dossier.id },
        values: {
          result_number: command.number,
          result_file: command.file.id,
          check_code: command.published?.code ?? null,
          signed_at: isoOf(at),
        },
      },
    ],
    entries: [
      {
        type: 'dossiers.result-corrected',
        dims: { ...dims(dossier, at), outcome: dossier.outcome },
        body: {
          code: dossier.code,
          number: command.number,
          file: command.file.id,
          sha256: command.file.sha256,
          document: command.document,
          corrects: old.id,
          old_number: old.number,
        },
        content: { reason: command.reason, office: command.office as Json },
      },
    ],
  });
}
