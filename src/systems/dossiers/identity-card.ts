/** Identity card: what its QR code says when a reader types it in, and the number by itself. */
import { type Day } from '../../platform/calendar/instant.ts';
import { isDay } from '../../platform/text/partial-day.ts';
import { readPersonalNumber } from '../../platform/text/personal-number.ts';

export interface CardHolder {
  readonly personalNumber: string;
  readonly name?: string;
  readonly birthDate?: Day;
  readonly address?: string;
}

/** `number|old number|name|ddmmyyyy|sex|address|date of issue` of the card (TT 17/2024/TT-BCA, to be confirmed), or twelve digits. Undefined for anything else. */
export function readCard(text: string): CardHolder | undefined {
  const [number = '', , name = '', birth = '', , address = ''] = text.normalize('NFC').trim().slice(0, 500).split('|');
  const personalNumber = readPersonalNumber(number).value?.number;
  if (personalNumber === undefined) return undefined;
  const born = birth.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1');
  return {
    personalNumber,
    ...(name.trim() && { name: name.trim() }),
    ...(isDay(born) && { birthDate: born }),
    ...(address.trim() && { address: address.trim() }),
  };
}
