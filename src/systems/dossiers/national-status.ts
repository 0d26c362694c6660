/** National status (trạng thái hồ sơ của Cổng Dịch vụ công quốc gia): ten codes, a projection of our own status, never stored. */
import type { DossierState } from './dossier-state.ts';

export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

type Read = Pick<DossierState, 'status' | 'outcome' | 'waiting' | 'clock' | 'assignee' | 'begun'>;

/**
 * Codes of TrangThaiHoSo in the national sync interface. A negative answer has no code of its own: it is 9 with its outcome,
 * then 10. What silence let go ahead stays at 9: there is nothing to hand over.
 */
export function nationalStatus(dossier: Read): NationalStatus {
  if (dossier.status === 'closed') {
    if (dossier.outcome === 'not-accepted') return 3;
    if (dossier.outcome === 'withdrawn') return 7;
    if (dossier.outcome === 'stopped' || dossier.outcome === 'refused') return 8;
    return dossier.outcome === 'silence' ? 9 : 10;
  }
  if (dossier.status === 'decided') return 9;
  if (dossier.waiting === 'supplement') return 5;
  if (dossier.waiting === 'financial-obligation') return 6;
  if (dossier.status === 'submitted') return 1;
  return isInWork(dossier) ? 4 : 2;
}

/** Entries by which somebody has taken a dossier up, whoever it is passed on to afterwards. */
export const BEGINNING: readonly string[] = [
  'dossiers.step-completed',
  'dossiers.step-sent-back',
  'dossiers.result-signed',
];
export const ACCEPTED = 'dossiers.dossier-accepted';
/** Before the dossier is accepted, it says who is to receive it. */
export const ASSIGNED = 'dossiers.dossier-assigned';

/** By the types of its entries, in their order; BEGUN of load-dossier.ts says it in SQL. */
export function hasBegun(types: readonly string[]): boolean {
  const accepted = types.indexOf(ACCEPTED);
  return types.some((type, place) =>
    type === ASSIGNED ? accepted !== -1 && place > accepted : BEGINNING.includes(type),
  );
}

/** Received until somebody has taken it up, or asked the applicant for something. */
const isInWork = ({ begun, assignee, clock }: Read): boolean => begun || assignee !== null || clock.length > 1;
