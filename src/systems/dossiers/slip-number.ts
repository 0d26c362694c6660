/** Numbers of slips (số phiếu): each slip that a form numbers gets the next one of its office, form and year, in the act that issues it. */
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import { type Decision, NUMBER_TO_TAKE } from '../../platform/cases/decision.ts';
import { type SlipFamily, type SlipMeaning, slipSymbol } from '../../platform/documents/slips/slip-forms.ts';
import type { DossierState } from './dossier-state.ts';

export interface SlipToIssue {
  readonly number?: NonNullable<Decision['number']>;
  /** For the entry's body: the number, or null where the form has none. */
  readonly slip: string | null;
}

/** One-stop slips are those of the office that receives, whose name heads them: `Số: 15/TNHS` is its fifteenth receipt of the year. */
export function issueSlip(
  { receivingUnit, definition }: Pick<DossierState, 'receivingUnit' | 'definition'>,
  meaning: SlipMeaning,
  at: Instant,
): SlipToIssue {
  const day = dayOf(at);
  const symbol = slipSymbol(meaning, slipFamilyOf(definition));
  if (symbol === undefined) return { slip: null };
  return {
    number: { series: `slip:${receivingUnit}:${symbol}`, from: `${day.slice(0, 4)}-01-01` },
    slip: NUMBER_TO_TAKE,
  };
}

/** Registration of residence has slips of its own (CT04 …); every other procedure the one-stop ones. */
export const slipFamilyOf = ({ field }: DossierState['definition']): SlipFamily =>
  field.code === 'cu-tru' ? 'residence' : 'one-stop';
