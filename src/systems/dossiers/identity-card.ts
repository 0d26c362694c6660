/** Identity card: what its QR code says when a reader types it in, and the number by itself. */
import { type Day } from '../../platform/calendar/instant.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { PrefillSources } from '../../platform/forms/prefill.ts';
import { isDay } from '../../platform/text/partial-day.ts';
import { fold } from '../../platform/text/fold.ts';
import { readPersonalNumber } from '../../platform/text/personal-number.ts';
import { digitsOf, fieldsTyped, wordsTyped } from './typed-code.ts';

export interface CardHolder {
  readonly personalNumber: string;
  readonly name?: string;
  readonly birthDate?: Day;
  readonly sex?: 'male' | 'female';
  readonly address?: string;
}

/**
 * `number|old number|name|ddmmyyyy|sex|address|date of issue` of the card (TT 17/2024/TT-BCA, to be confirmed; later cards add fields after these), or twelve digits.
 * Undefined for anything else, and for two people's cards read one after the other. What a reader has typed amiss is left out, for the officer to type.
 */
export function readCard(text: string): CardHolder | undefined {
  const [number = '', , name = '', birth = '', sex = '', address = '', issued = ''] = fieldsTyped(text);
  const personalNumber = readPersonalNumber(number).value?.number;
  if (personalNumber === undefined || isAnotherCard(issued, personalNumber)) return undefined;
  const born = digitsOf(birth).replace(/^(\d{2})(\d{2})(\d{4})$/, '$3-$2-$1');
  const words = { name: wordsTyped(name), address: wordsTyped(address) };
  const said = sexOf(sex);
  return {
    personalNumber,
    ...(words.name && { name: words.name }),
    ...(isDay(born) && { birthDate: born }),
    ...(said && { sex: said }),
    ...(words.address && { address: words.address }),
  };
}

/** The reader fired twice before Enter: the second number follows the first card's last date. */
function isAnotherCard(issued: string, personalNumber: string): boolean {
  const next = /^\d{8}(\d{12})$/.exec(digitsOf(issued))?.[1];
  return next !== undefined && next !== personalNumber;
}

/** `Nữ` loses its mark on many readers; no other word begins with it. */
function sexOf(text: string): CardHolder['sex'] {
  const word = fold(text);
  if (word === 'nam') return 'male';
  return /^n[u?\uFFFD]?$/.test(word) || text.normalize('NFC').toLocaleLowerCase('vi') === 'nữ' ? 'female' : undefined;
}

/** Whose card nobody has read yet: most come with one, so what is asked of its holder is asked at once. */
export const comesWithCard: PrefillSources = {
  account: {
    label: { vi: 'thẻ căn cước', en: 'the identity card' },
    values: { nationality: 'VN', id_kind: 'identity-card' },
  },
};

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
