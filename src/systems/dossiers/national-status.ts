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

/** Received until somebody has taken it up, or asked the applicant for something. */
const isInWork = ({ begun, assignee, clock }: Read): boolean => begun || assignee !== null || clock.length > 1;
