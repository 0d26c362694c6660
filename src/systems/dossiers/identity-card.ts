/** Identity card: what its QR code says when a reader types it in, and the number by itself. */
import { type Day } from '../../platform/calendar/instant.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { PrefillSources } from '../../platform/forms/prefill.ts';
import { isDay } from '../../platform/text/partial-day.ts';
import { readPersonalNumber } from '../../platform/text/personal-number.ts';

export interface CardHolder {
  readonly personalNumber: string;
  readonly name?: string;
  readonly birthDate?: Day;
  readonly sex?: 'male' | 'female';
  readonly address?: string;
}

/** `number|old number|name|ddmmyyyy|sex|address|date of issue` of the card (TT 17/2024/TT-BCA, to be confirmed), or twelve digits. Undefined for anything else. */
export function readCard(text: string): CardHolder | undefined {
  const [number = '', , name = '', birth = '', sex = '', address = ''] = text
    .normalize('NFC')
    .trim()
    .slice(0, 500)
    .split('|');
  const personalNumber = readPersonalNumber(number).value?.number;
  if (personalNumber === undefined) return undefined;
  const born = birth.replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1');
  return {
    personalNumber,
    ...(name.trim() && { name: name.trim() }),
    ...(isDay(born) && { birthDate: born }),
    ...(sex === 'Nam' && { sex: 'male' as const }),
    ...(sex === 'Nữ' && { sex: 'female' as const }),
    ...(address.trim() && { address: address.trim() }),
  };
}

/** What the card answers in the block about the person who hands in. */
export function prefillFromCard(card: CardHolder | undefined): PrefillSources {
  if (card === undefined) return {};
  const values = {
    full_name: card.name,
    birth_date: card.birthDate,
    sex: card.sex,
    nationality: 'VN',
    id_kind: 'identity-card',
    personal_number: card.personalNumber,
  };
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Answers;
  return { account: { label: { vi: 'thẻ căn cước', en: 'the identity card' }, values: said } };
}
