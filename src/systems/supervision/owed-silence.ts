/** Whose finding a silence is: of the unit that owed the act, and of nobody in particular there; else of whoever holds the case. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { CaseState } from '../../platform/cases/act.ts';
import type { SupervisedKind, SupervisedLook } from '../../platform/cases/supervised.ts';

interface Came {
  /** Its name. */
  readonly moment: string;
  readonly at: Instant;
}

export function responsibleForSilence(
  kind: SupervisedKind,
  look: SupervisedLook<CaseState>,
  { moment, at }: Came,
): ReturnType<SupervisedKind['responsible']> {
  const responsible = kind.responsible(look.state);
  const unit = kind.owes?.[moment]?.(look, at);
  return unit === undefined || unit === responsible.holdingUnit
    ? responsible
    : { ...responsible, holdingUnit: unit, assignee: null };
}
