/** A moment of a random history: what an act is drawn with, and who does it. */
import type { Instant } from '../../src/platform/calendar/instant.ts';
import type { ActEnvironment, Outcome } from '../../src/platform/cases/act.ts';
import { newId } from '../../src/platform/db/ids.ts';
import type * as verbs from '../../src/systems/dossiers/dossiers.ts';
import type { LoadedDossier } from '../../src/systems/dossiers/load-dossier.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';

export interface Moment {
  readonly env: ActEnvironment<DossierTables>;
  readonly dossier: LoadedDossier;
  readonly at: Instant;
  /** Chooses among what there is. */
  readonly pick: number;
  /** Units that may be asked for an opinion. */
  readonly units: readonly string[];
}

export interface HistoryAct {
  readonly name: keyof typeof verbs;
  /** Where it is likely to be lawful; the rules decide. */
  readonly when: (dossier: LoadedDossier) => boolean;
  readonly perform: (moment: Moment) => Promise<Outcome>;
  /** Of the copies and the carriage of papers: nobody's page grows old by it. */
  readonly beside?: boolean;
}

const ROLES = ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'DK', 'CS', 'TCA', 'GD', 'LD'];

/** An officer in every role, in the unit that holds the dossier. */
export const who = ({ dossier }: Moment): verbs.DossierActor => ({
  actor: { id: OFFICER, kind: 'person', account: OFFICER, ...(dossier.holdingUnit && { unit: dossier.holdingUnit }) },
  scope: 'all',
  rolesAt: () => ROLES,
});
const OFFICER = newId();

export const shown = ({ dossier }: Moment) => ({
  commandId: newId(),
  caseId: dossier.id,
  shownVersion: dossier.version,
  reason: 'Lý do được ghi rõ.',
  note: '',
});
export const paper = () => ({ id: newId(), sha256: '00' });
export const one = <T>(of: readonly T[], { pick }: Moment): T | undefined => of[pick % Math.max(1, of.length)];
export const inHand = ({ status, waiting }: LoadedDossier): boolean => status === 'open' && waiting === null;
