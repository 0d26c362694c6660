/** Terms and fees of the portal's records: a number becomes a term only together with its unit. */
import type { ImportedFee, ImportedTerm } from './imported-record.ts';

const UNITS: Readonly<Record<string, 'wd' | 'd' | 'h' | 'm'>> = { WORKING_DAY: 'wd', DAY: 'd', HOUR: 'h', MONTH: 'm' };
const MOST = 9999;

/** `{7.5, WORKING_DAY}` is 60 hours exactly, as a working day is 8; `{7, OTHER}` and sentences stay words. */
export function readTerm(quantity: unknown, unit: unknown): ImportedTerm {
  const known = typeof unit === 'string' ? UNITS[unit] : undefined;
  if (typeof quantity === 'number' && known && quantity > 0 && quantity <= MOST) {
    if (Number.isInteger(quantity)) return { value: `${quantity}${known}` };
    if (known === 'wd' && Number.isInteger(quantity * 8)) return { value: `${quantity * 8}h` };
  }
  const words = typeof quantity === 'string' || typeof quantity === 'number' ? String(quantity).trim() : '';
  const label = typeof unit === 'string' && unit !== 'OTHER' ? unit : '';
  return { text: [words, label].filter((part) => part !== '').join(' ') };
}

/** Small numbers are in another currency (missions abroad) or in thousands; zero beside words is no amount. */
export const isDoubtful = ({ value, text }: ImportedFee): boolean =>
  value !== null && ((value > 0 && value < 1000) || (value === 0 && text !== ''));

export const isInWords = ({ value, text }: ImportedFee): boolean => value === null && text !== '';
