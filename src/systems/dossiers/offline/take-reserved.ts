/** Taking a reserved number: what a dossier that was received without a line adds to its opening. */
import type { QueryExecutorProvider } from 'kysely';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Actor } from '../../../platform/cases/act.ts';
import { type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { findReservedNumber } from './reserved-numbers.ts';
import { voided, voidedEntry } from './void-numbers.ts';

/** Part of the command: all that is the same each time it is sent. */
export interface ReceivedOffline {
  /** The reserved number that stands on the slip. */
  readonly number: string;
  /** The officer has chosen that the dossier gets another number, from the series. */
  readonly renumber: boolean;
  readonly clockOff: number;
  readonly sentAt: Instant;
}

export interface TakenNumber {
  /** The code that the dossier bears; left out, the next of the series. */
  readonly code?: string;
  readonly rows: (caseId: string, at: Instant) => Decision['rows'];
  readonly entries: (code: string, at: Instant) => Decision['entries'];
}

/** Refuses a number that is not the officer's, is of another office's series, or is used or voided, unless another was asked for. */
export async function takeReserved(
  db: QueryExecutorProvider,
  { number, renumber, clockOff, sentAt }: ReceivedOffline,
  { actor, receivingCode }: { readonly actor: Actor; readonly receivingCode: string },
): Promise<TakenNumber | Refusal> {
  const found = await findReservedNumber(db, number);
  if (!found || found.accountId !== actor.id) return refuse('dossiers.number-unknown', { code: number });
  const received = (code: string, at: Instant): Decision['entries'][number] => ({
    type: 'dossiers.received-offline',
    body: { code, reserved: number, received: isoOf(at), sent: isoOf(sentAt), clock_off: clockOff },
  });
  if (renumber) {
    const isHeld = found.state === 'reserved';
    return {
      rows: (caseId, at) =>
        isHeld ? [voided(found, 'time', at, caseId)] : found.state === 'voided' ? [namedIn(found, caseId)] : [],
      entries: (code, at) => [
        received(code, at),
        ...(isHeld ? [voidedEntry(found.blockId, found, { codes: [number], why: 'time' })] : []),
      ],
    };
  }
  if (found.state === 'voided') return refuse('dossiers.number-voided', { code: number });
  if (found.state === 'used') return refuse('dossiers.number-used', { code: number });
  if (found.unitCode !== receivingCode) return refuse('dossiers.number-of-other-office', { code: number });
  return {
    code: number,
    rows: (caseId, at) => [
      {
        table: 'dossiers.reserved_number',
        op: 'update',
        key: { code: number },
        values: { state: 'used', case_id: caseId, settled_at: isoOf(at), version: found.version + 1 },
        version: found.version,
      },
    ],
    entries: (code, at) => [received(code, at)],
  };
}

/** It stays voided, and says which dossier came instead. */
const namedIn = (
  { code, version }: { readonly code: string; readonly version: number },
  caseId: string,
): Decision['rows'][number] => ({
  table: 'dossiers.reserved_number',
  op: 'update',
  key: { code },
  values: { case_id: caseId, version: version + 1 },
  version,
});
