/** Trying terms (tính thử): a dossier that has ended, judged by the term and the steps of another definition. Pure. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { ClockEventDraft } from '../../../platform/cases/decision.ts';
import type { LegalClock } from '../../../platform/cases/legal-clock.ts';

export interface EndedDossier {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly unitCode: string | null;
  readonly unitName: string;
  readonly channel: string;
  readonly caseKey: string | null;
  readonly finishedAt: Instant;
  readonly clock: readonly ClockEventDraft[];
  readonly parts: readonly EndedPart[];
}

export interface EndedPart {
  readonly step: string;
  readonly unit: string;
  readonly arrivedAt: Instant;
  readonly doneAt: Instant;
}

/** The terms of a definition: null where it has none in numbers. */
export interface Terms {
  readonly termOf: (dossier: Pick<EndedDossier, 'caseKey' | 'channel'>) => string | null;
  readonly stepTermOf: (step: string, caseKey: string | null) => string | null;
}

export interface Judged {
  readonly due: Instant | null;
  readonly late: boolean;
  readonly lateSteps: number;
}

export interface Tried {
  /** By the terms that were in force for it. */
  readonly was: Judged;
  readonly would: Judged;
}

/** Undefined where no clock ever ran, or the other definition has no term in numbers: nothing can be said. */
export function tryDossier(dossier: EndedDossier, present: Terms, other: Terms, legal: LegalClock): Tried | undefined {
  const own = dossier.clock.findLast(({ term }) => term !== undefined)?.term;
  const term = other.termOf(dossier);
  if (own === undefined || term === null) return undefined;
  return { was: judge(dossier, own, present, legal), would: judge(dossier, term, other, legal) };
}

function judge(dossier: EndedDossier, term: string, { stepTermOf }: Terms, legal: LegalClock): Judged {
  const due = legal.caseDue(eventsWith(dossier.clock, term), dossier.unit);
  const isLate = ({ step, unit, arrivedAt, doneAt }: EndedPart): boolean => {
    const own = stepTermOf(step, dossier.caseKey);
    return own !== null && doneAt > legal.dueAt(arrivedAt, own, { lateRule: false, unit });
  };
  return {
    due,
    late: due !== null && dossier.finishedAt > due,
    lateSteps: dossier.parts.filter(isLate).length,
  };
}

/** The same receipts, pauses and answers with another term. A new date promised with an apology never made a dossier be on time, so it is left out. */
function eventsWith(clock: readonly ClockEventDraft[], term: string): ClockEventDraft[] {
  return clock
    .filter(({ kind, until }) => kind !== 'extended' || until === undefined)
    .map((event) => (event.kind === 'started' || event.kind === 'restarted' ? { ...event, term } : event));
}
