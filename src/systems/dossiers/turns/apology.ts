/** Apology and new date (xin lỗi và hẹn lại): at most once, when the dossier is late or about to be. */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { issueSlip } from '../slip-number.ts';
import { type DossierContext, inHand, refuseOthers, signingStep } from '../your-step.ts';

export interface Apologise extends Command {
  readonly until: string;
  readonly reason: string;
}

const ONE_WORKING_DAY = 480;

/** NĐ 61/2018 Điều 19 khoản 9. The promise on the receipt stays as printed; the new date moves the due time. */
export function decideApology(
  dossier: DossierState,
  command: Apologise & { readonly untilAt: Instant },
  context: DossierContext,
): Decision | Refusal {
  const { at, legal } = context;
  const step = inHand(dossier);
  if ('kind' in step) return step;
  const others = refuseOthers(dossier, step, context);
  const signing = signingStep(dossier);
  if (others && !(signing && context.rolesAt(signing.unitId).includes(signing.role))) return others;
  if (dossier.apologies > 0) return refuse('dossiers.second-apology');
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  if (
    dossier.dueAt === null ||
    (at < dossier.dueAt && legal.minutesBetween(at, dossier.dueAt, dossier.competentUnit) > ONE_WORKING_DAY)
  )
    return refuse('dossiers.not-late-enough');
  if (command.untilAt <= dossier.dueAt || command.untilAt <= at) return refuse('dossiers.date-not-later');
  const { slip, ...numbered } = issueSlip(dossier, 'apology', at);
  return decision({
    ...numbered,
    clock: [{ kind: 'extended', at, until: command.untilAt, reason: 'apology' }],
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { apologies: 1 } }],
    entries: [
      {
        type: 'dossiers.apology-sent',
        version: 2,
        dims: dims(dossier, at),
        body: { code: dossier.code, was_due: isoOf(dossier.dueAt), new_due: isoOf(command.untilAt), slip },
        content: { reason: command.reason },
      },
    ],
  });
}
