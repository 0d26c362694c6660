/** Redirecting (chuyển đơn vị): another unit does the present step, clock and step as they stand; the same act brings it back. */
import type { Command } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { type DossierContext, inHand } from '../your-step.ts';

export interface RedirectDossier extends Command {
  readonly unit: string;
  readonly reason: string;
}

export function decideRedirect(
  dossier: DossierState,
  command: RedirectDossier,
  { at }: DossierContext,
): Decision | Refusal {
  const step = inHand(dossier);
  if ('kind' in step) return step;
  if (command.unit === dossier.holdingUnit) return refuse('dossiers.already-there');
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return decision({
    change: { holding_unit: command.unit, assignee_id: null },
    entries: [
      {
        type: 'dossiers.dossier-redirected',
        dims: dims(dossier, at),
        body: { code: dossier.code, step: step.key, from: dossier.holdingUnit, to: command.unit },
        content: { reason: command.reason },
      },
    ],
  });
}
