/** Moving back (hoàn lại việc chuyển): a dossier returns to where it lay before it was passed on, unless something has happened to it since. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { flagsOf } from '../three-units.ts';
import { movedOffice } from './moving.ts';

export interface MoveBack extends Command {
  readonly batch: string;
  /** Of the dossier when it had just been moved. */
  readonly movedVersion: number;
  readonly competentUnit: string;
  readonly receivingUnit: string;
  readonly returningUnit: string;
  readonly competentOffice: string | null;
  readonly holdingUnit: string | null;
  readonly assignee: string | null;
}

export function decideMoveBack(dossier: DossierState, command: MoveBack, { at }: DecisionContext): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.version !== command.movedVersion) return refuse('dossiers.changed-since-move');
  return decision({
    change: {
      competent_unit: command.competentUnit,
      receiving_unit: command.receivingUnit,
      returning_unit: command.returningUnit,
      flags: flagsOf(command),
      holding_unit: command.holdingUnit,
      assignee_id: command.assignee,
    },
    rows: [
      ...movedOffice(dossier, command.competentOffice),
      {
        table: 'dossiers.succession_move',
        op: 'update',
        key: { batch_id: command.batch, case_id: dossier.id },
        values: { undone_at: isoOf(at) },
      },
    ],
    entries: [
      {
        type: 'dossiers.move-undone',
        dims: { ...dims(dossier, at), unit: command.competentUnit, receiving: command.receivingUnit },
        body: { code: dossier.code, from: dossier.competentUnit, to: command.competentUnit, batch: command.batch },
      },
    ],
  });
}
