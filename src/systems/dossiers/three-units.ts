/** Three units (ba đơn vị): where a dossier is received, who decides it and where its result is returned; since 1 July 2025 any one-stop office of the province may receive and return (Nghị định 118/2025/NĐ-CP, to be confirmed). */
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { findUnit, type FoundUnit, listUnits } from '../../platform/organisation/find-units.ts';
import type { Competence } from './competence.ts';
import type { DossierTables } from './tables.ts';

export interface ThreeUnits extends Competence {
  readonly returningUnit: string;
  /** The office of the authority that decides, where the dossier is received or returned elsewhere. */
  readonly competentOffice: string | null;
}

/** Offices that somebody has chosen; left out, the one of the authority itself. */
export interface ChosenOffices {
  readonly receivingUnit?: string;
  readonly returningUnit?: string;
}

export async function chooseOffices(
  db: Db<DossierTables>,
  own: Competence,
  { chosen, at }: { readonly chosen: ChosenOffices; readonly at: Instant },
): Promise<ThreeUnits | Refusal> {
  const day = dayOf(at);
  const receiving = await findOffice(db, chosen.receivingUnit, day);
  const returning = await findOffice(db, chosen.returningUnit, day);
  if (receiving === null || returning === null) return refuse('dossiers.not-an-office');
  const receivingUnit = receiving?.id ?? own.receivingUnit;
  const returningUnit = returning?.id ?? own.receivingUnit;
  const isAllHere = receivingUnit === own.receivingUnit && returningUnit === own.receivingUnit;
  return {
    ...own,
    receivingUnit,
    receivingCode: receiving?.code ?? own.receivingCode,
    returningUnit,
    competentOffice: isAllHere ? null : own.receivingUnit,
  };
}

/** Undefined when none was chosen, null when what was chosen receives nobody. */
async function findOffice(
  db: Db<DossierTables>,
  id: string | undefined,
  day: Day,
): Promise<FoundUnit | null | undefined> {
  if (id === undefined) return undefined;
  const unit = await findUnit(db, id);
  const isOpen = unit?.kind === 'one-stop' && isOn(unit, day);
  return isOpen ? unit : null;
}

const isOn = ({ valid_from: from, valid_to: to }: FoundUnit, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

export const listOffices = (db: Db<DossierTables>, day: Day): Promise<FoundUnit[]> =>
  listUnits(db, { day, kind: 'one-stop' });

interface Placed {
  readonly receivingUnit: string;
  readonly returningUnit: string;
  readonly competentOffice: string | null;
}

export const isReceivedElsewhere = ({ receivingUnit, competentOffice }: Omit<Placed, 'returningUnit'>): boolean =>
  competentOffice !== null && receivingUnit !== competentOffice;

export const isReturnedElsewhere = ({ returningUnit, competentOffice }: Omit<Placed, 'receivingUnit'>): boolean =>
  competentOffice !== null && returningUnit !== competentOffice;

/** As the queues find them. */
export const flagsOf = (placed: Placed): string[] => [
  ...(isReceivedElsewhere(placed) ? ['received-elsewhere'] : []),
  ...(isReturnedElsewhere(placed) ? ['returned-elsewhere'] : []),
];
