/** Contradictions: what of a dossier, as the tables hold it after an act, cannot stand beside the rest. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../src/platform/calendar/instant.ts';
import { readClock } from '../../src/platform/cases/clock.ts';
import type { LegalClock } from '../../src/platform/cases/legal-clock.ts';
import type { Db } from '../../src/platform/db/database.ts';
import { currentStep, isClosed } from '../../src/systems/dossiers/dossier-state.ts';
import { type LoadedDossier, loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import { findNationalStanding } from '../../src/systems/dossiers/national-dossier.ts';
import type { NationalStatus } from '../../src/systems/dossiers/national-status.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { COMPATIBLE } from './compatible.ts';

export interface Standing {
  readonly dossier: LoadedDossier;
  readonly stepRole: string | null;
  readonly national: NationalStatus;
  readonly entries: number;
  /** đồng, by the payments in the journal. */
  readonly paid: number;
}

export async function readStanding(db: Db<DossierTables>, caseId: string): Promise<Standing> {
  const dossier = await loadDossier(db, { id: caseId }, 'all');
  const national = await findNationalStanding(db, caseId);
  const { rows } = await sql<{ entries: number; paid: number; role: string | null }>`
    select (select count(*)::integer from journal.entry e where e.subject_id = c.id) as entries, c.step_role as role,
      (select coalesce(sum((e.sealed::jsonb #>> '{body,amount}')::bigint), 0)::bigint from journal.entry e
       where e.subject_id = c.id and e.type = 'dossiers.payment-recorded') as paid
    from cases.case c where c.id = ${caseId}
  `.execute(db);
  if (!dossier || !national || !rows[0]) throw new Error(`there is no dossier ${caseId}`);
  const { entries, paid, role } = rows[0];
  return { dossier, national: national.status, entries, paid, stepRole: role };
}

export function contradictionsOf({ dossier, national, paid, stepRole }: Standing, legal: LegalClock): string[] {
  const { status, waiting, outcome, term } = dossier;
  const read = readClock(dossier.clock);
  if (read.kind === 'refusal') return [`its clock is unlawful: ${read.code}`];
  const clock = read.status;
  const found: string[] = [];
  const rows = COMPATIBLE.filter(
    (row) => row.status === status && row.waiting === waiting && row.outcomes.includes(outcome),
  );
  if (rows.length === 0) found.push(`${status}, waiting for ${waiting}, outcome ${outcome} is not known`);
  for (const row of rows) {
    if (!(term === null ? clock === 'not-started' : row.clock.includes(clock)))
      found.push(`${status}/${waiting}/${outcome} with a clock that is ${clock}: ${row.reason}`);
    if (!row.national.includes(national))
      found.push(`${status}/${waiting}/${outcome} told as ${national}: ${row.reason}`);
    found.push(...stepFaults(dossier, row.step, stepRole));
  }
  const due = clock === 'not-started' ? null : legal.caseDue(dossier.clock, dossier.competentUnit);
  if (due !== dossier.dueAt) found.push(`due ${text(dossier.dueAt)}, reckoned again ${text(due)}`);
  if (paid !== dossier.feePaid) found.push(`${dossier.feePaid} đồng paid, by the journal ${paid}`);
  if (waiting === 'financial-obligation' && dossier.feeDue <= dossier.feePaid)
    found.push('waits for money that is paid');
  if ((status === 'closed') !== (dossier.closedAt !== null))
    found.push(`${status}, closed at ${text(dossier.closedAt)}`);
  if (status !== 'submitted' && !isClosed(dossier) && dossier.receivedAt === null)
    found.push('in process, never received');
  if (waiting === 'draft-confirmation' && dossier.draft !== 'asked')
    found.push(`waits for a draft that is ${dossier.draft}`);
  return found;
}

function stepFaults(dossier: LoadedDossier, step: 'reception' | 'process' | 'over', role: string | null): string[] {
  const present = currentStep(dossier);
  if (step === 'over') return dossier.assignee === null ? [] : ['over, and still in somebody’s hands'];
  if (!present) return [`${dossier.status} at step ${dossier.step}, which its process has not`];
  if (dossier.status === 'decided') return [];
  if (step === 'reception' && present !== dossier.steps[0]) return [`not accepted, and at step ${present.key}`];
  return role === present.role ? [] : [`at ${present.key} of ${present.role}, queued for ${role}`];
}

const text = (at: Instant | null): string => (at === null ? 'never' : isoOf(at));
