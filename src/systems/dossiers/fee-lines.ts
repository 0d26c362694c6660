/** Fee lines: what a dossier is asked to pay, item by item with its name: published fees, and duties that another body has fixed. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { BilledItem } from '../payments/index.ts';
import type { LoadedDossier } from './load-dossier.ts';

export interface FeeLine {
  readonly key: string;
  readonly name: LocalText;
  /** đồng */
  readonly amount: number;
}

/** As it was asked; before the asking has been read, as the plan of the dossier says. */
export function feeLines(
  { fees, definition }: Pick<LoadedDossier, 'fees' | 'definition'>,
  billed: readonly BilledItem[],
): readonly FeeLine[] {
  if (billed.length === 0) return fees;
  return billed.map(({ key, amount }) => ({
    key,
    amount,
    name: definition.fees.find((fee) => fee.key === key)?.name ?? { vi: key },
  }));
}
