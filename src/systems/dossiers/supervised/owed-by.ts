/** Whose silence it is: what was due by a moment is owed by the unit that was asked, or has the papers, wherever the dossier lies meanwhile. */
import type { SupervisedKind } from '../../../platform/cases/supervised.ts';
import type { DossierState } from '../dossier-state.ts';
import type { DossierTables } from '../tables.ts';

export const owedBy: NonNullable<SupervisedKind<DossierTables, DossierState>['owes']> = {
  consultation: ({ state }, moment) =>
    state.consultations.find(({ answeredAt, dueAt }) => answeredAt === null && dueAt === moment)?.unit,
  transfer: ({ state }) => state.transfers.find(({ content, sentAt }) => content === 'papers' && sentAt === null)?.from,
  received: ({ state }) => state.receivingUnit,
};
