/** Receipt name: series and number as a receipt of a fee is quoted. */
import type { Receipt } from '../../payments/index.ts';

export const receiptName = ({ series, number }: Pick<Receipt, 'series' | 'number'>): string =>
  `${series} ${String(number).padStart(7, '0')}`;
