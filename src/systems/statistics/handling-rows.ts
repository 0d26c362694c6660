/** Handling rows: a measured dossier as the rows that the tables keep of it. Pure. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Handling } from './measure-dossier.ts';

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoOf(at));

export const handlingRow = (one: Handling) => ({
  case_id: one.caseId,
  unit_id: one.unitId,
  receiving_unit: one.receivingUnit,
  returning_unit: one.returningUnit,
  procedure_code: one.procedureCode,
  online_level: one.onlineLevel,
  channel: one.channel,
  simulated: one.simulated,
  submitted_at: isoOf(one.submittedAt),
  received_at: isoOrNull(one.receivedAt),
  finished_at: isoOrNull(one.finishedAt),
  outcome: one.outcome,
  standing: one.standing,
  term_from: one.terms.map(({ from }) => isoOf(from)),
  term_due: one.terms.map(({ due }) => isoOrNull(due)),
  requests: one.requests,
  asked_by: one.askedBy,
  score: one.score,
  complained: one.complained,
  duty: one.duty,
  digital: one.digital,
  electronic: one.electronic,
});

export const partRows = ({ caseId, parts, finishedAt }: Handling) =>
  parts.map((part, index) => ({
    case_id: caseId,
    seq: index + 1,
    step: part.step,
    unit_id: part.unitId,
    account_id: part.accountId,
    arrived_at: isoOf(part.arrivedAt),
    due_at: isoOrNull(part.dueAt),
    done_at: isoOf(part.doneAt),
    standing: part.standing,
    ended_at: isoOrNull(finishedAt),
  }));
