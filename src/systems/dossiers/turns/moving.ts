/** Moving (chuyển cho đơn vị kế thừa): an open dossier whose office has ended goes on at its legal successor, clock and step as they stand. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../../platform/cases/decision.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { flagsOf } from '../three-units.ts';

export interface MoveDossier extends Command {
  readonly competentUnit: string;
  readonly receivingUnit: string;
  readonly returningUnit: string;
  readonly competentOffice: string | null;
  /** Who holds it at its present step. */
  readonly holdingUnit: string;
  /** An administrator has said so, because nobody else knew. */
  readonly named: boolean;
  /** Of the moves an administrator has made at once. */
  readonly batch?: string;
}

/** Nothing to write for a dossier that has always been in one place. */
export const movedOffice = (dossier: DossierState, office: string | null): RowChange[] =>
  dossier.competentOffice === office
    ? []
    : [
        {
          table: 'dossiers.dossier',
          op: 'update',
          key: { case_id: dossier.id },
          values: { competent_office: office },
        },
      ];

export function decideMove(dossier: DossierState, command: MoveDossier, { at }: DecisionContext): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const isThere = command.competentUnit === dossier.competentUnit && command.holdingUnit === dossier.holdingUnit;
  if (isThere) return refuse('dossiers.unit-not-ended');
  return decision({
    change: {
      competent_unit: command.competentUnit,
      receiving_unit: command.receivingUnit,
      returning_unit: command.returningUnit,
      flags: flagsOf(command),
      holding_unit: command.holdingUnit,
      assignee_id: null,
    },
    rows: [
      ...movedOffice(dossier, command.competentOffice),
      ...(command.batch === undefined
        ? []
        : [
            {
              table: 'dossiers.succession_move',
              op: 'insert',
              values: {
                batch_id: command.batch,
                case_id: dossier.id,
                competent_unit: dossier.competentUnit,
                receiving_unit: dossier.receivingUnit,
                holding_unit: dossier.holdingUnit,
                assignee_id: dossier.assignee,
                returning_unit: dossier.returningUnit,
                competent_office: dossier.competentOffice,
                version: dossier.version + 1,
              },
            } as const,
          ]),
    ],
    entries: [
      {
        type: 'dossiers.dossier-moved',
        dims: { ...dims(dossier, at), unit: command.competentUnit, receiving: command.receivingUnit },
        body: {
          code: dossier.code,
          from: dossier.competentUnit,
          to: command.competentUnit,
          receiving: command.receivingUnit,
          named: command.named,
        },
      },
    ],
  });
}
