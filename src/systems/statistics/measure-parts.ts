/** Parts (phần việc): who did which step of a dossier, in how much of the time that the process gives it. Pure. */
import { findInstant, type Instant, instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { StepTerm } from '../procedures/index.ts';
import { standingOf } from './standing.ts';
import type { Standing } from './tables.ts';

export interface MeasuredPart {
  readonly step: string;
  readonly unitId: string;
  readonly accountId: string | null;
  readonly arrivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly doneAt: Instant;
  readonly standing: Standing;
}

interface Dossier {
  readonly entries: readonly ReadEntry[];
  readonly steps: readonly StepTerm[];
  readonly receivingUnit: string;
  readonly competentUnit: string;
}

/** Since when the dossier has lain at its present step; a due time that was set with it. */
interface Arrival {
  readonly at: Instant;
  readonly dueAt?: Instant;
}

/** Nghị định 45/2020/NĐ-CP: who applies online is answered within eight working hours, again after papers were added. */
const ANSWER_TERM = '8h';

/** Waiting for the applicant is nobody's part: it begins anew when the answer has come. */
export function partsOf(dossier: Dossier, legal: LegalClock): MeasuredPart[] {
  const parts: MeasuredPart[] = [];
  let arrival: Arrival | undefined;
  for (const entry of dossier.entries) {
    const step = stepDone(entry, dossier.steps);
    if (step !== undefined && arrival) parts.push(partOf(dossier, entry, { step, arrival }, legal));
    arrival = arrivalAfter(dossier, entry, arrival, legal);
  }
  return parts;
}

/** The step that this entry completes; a wish for papers before acceptance is reception's answer too. */
function stepDone({ type, body }: ReadEntry, steps: readonly StepTerm[]): string | undefined {
  const first = steps[0]?.key ?? 'receive';
  switch (type) {
    case 'dossiers.dossier-accepted':
    case 'dossiers.dossier-refused':
      return first;
    case 'dossiers.supplement-asked':
      return body?.before_acceptance === true ? first : undefined;
    case 'dossiers.step-completed':
    case 'dossiers.step-sent-back':
    case 'dossiers.result-signed':
      return typeof body?.step === 'string' ? body.step : undefined;
    case 'dossiers.processing-refused':
      return typeof body?.at_step === 'string' ? body.at_step : undefined;
    case 'dossiers.result-issued':
      return (steps.find(({ issues }) => issues) ?? steps.at(-1))?.key;
    default:
      return undefined;
  }
}

/** What brings the dossier to a desk. */
function arrivalAfter(
  { receivingUnit }: Dossier,
  { type, at: text, body }: ReadEntry,
  before: Arrival | undefined,
  legal: LegalClock,
): Arrival | undefined {
  const at = instant(text);
  switch (type) {
    case 'dossiers.dossier-submitted': {
      const answerBy = findInstant(typeof body?.answer_by === 'string' ? body.answer_by : '');
      return answerBy === undefined ? { at } : { at, dueAt: answerBy };
    }
    case 'dossiers.supplement-supplied':
      return body?.restarts === true
        ? { at }
        : { at, dueAt: legal.dueAt(at, ANSWER_TERM, { lateRule: false, unit: receivingUnit }) };
    case 'dossiers.supplement-asked':
    case 'dossiers.result-issued':
    case 'dossiers.dossier-refused':
    case 'dossiers.dossier-withdrawn':
    case 'dossiers.dossier-stopped':
    case 'dossiers.processing-refused':
    case 'dossiers.decided-by-silence':
      return undefined;
    case 'dossiers.dossier-accepted':
    case 'dossiers.step-completed':
    case 'dossiers.step-sent-back':
    case 'dossiers.result-signed':
    case 'dossiers.draft-answered':
      return { at };
    case 'dossiers.payment-recorded':
      return body?.settles === true ? { at } : before;
    default:
      return before;
  }
}

function partOf(
  dossier: Dossier,
  { actor, at, dims }: ReadEntry,
  { step, arrival }: { readonly step: string; readonly arrival: Arrival },
  legal: LegalClock,
): MeasuredPart {
  const unitId = actor.unit ?? (typeof dims?.unit === 'string' ? dims.unit : dossier.competentUnit);
  const own = dossier.steps.find(({ key }) => key === step)?.term ?? null;
  const term = arrival.dueAt === undefined ? own : ANSWER_TERM;
  const dueAt =
    arrival.dueAt ?? (term === null ? null : legal.dueAt(arrival.at, term, { lateRule: false, unit: unitId }));
  const doneAt = instant(at);
  return {
    step,
    unitId,
    accountId: actor.account ?? null,
    arrivedAt: arrival.at,
    dueAt,
    doneAt,
    standing: standingOf({ doneAt, dueAt, term, unit: unitId }, legal),
  };
}
