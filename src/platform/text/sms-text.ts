/** Text messages: Vietnamese without marks in the 7-bit alphabet of GSM 03.38, at most 160 characters, so that any phone shows it and it costs one message. */

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Sent as an escape and a letter, so each counts double. */
const EXTENSION = new Set('\f^{}\\[~]|€');
/** What one message holds. */
export const SMS_LIMIT = 160;
const REPLACED: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '₫': 'd',
  '\u00a0': ' ',
  '№': 'So',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '~': '-',
  '|': '/',
  '\\': '/',
  '^': '',
  '€': 'EUR',
  '`': "'",
};
const CUT = '...';

/**
 * What is sent. Too long a text ends in `...` after the last whole word that fits: a code, a number or an address is there whole or not at all.
 * Only in a web address are characters of the extension table left, because another character would be another address.
 */
export function smsText(text: string): string {
  const sent = text
    .split(/(\s+)/)
    .map((part) => (/^https?:\/\//i.test(part) ? addressText(part) : plainText(part)))
    .join('')
    .trim();
  return smsLength(sent) <= SMS_LIMIT ? sent : cut(sent);
}

/** Septets a text takes in the 7-bit alphabet; Infinity when it holds a character that this has not. */
export function smsLength(text: string): number {
  let length = 0;
  for (const character of text) length += BASIC.has(character) ? 1 : EXTENSION.has(character) ? 2 : Infinity;
  return length;
}

function plainText(text: string): string {
  const bare = text.normalize('NFD').replace(/[\u0300-\u036f]+/g, '');
  return Array.from(bare, (character) => REPLACED[character] ?? (BASIC.has(character) ? character : '?')).join('');
}

/** A Vietnamese letter in an address is percent-encoded, as a browser does. */
function addressText(text: string): string {
  const address = URL.parse(text)?.href ?? '';
  return smsLength(address) < Infinity ? address : plainText(text);
}

function cut(text: string): string {
  let kept = '';
  for (const [word] of text.matchAll(/\s*\S+/g)) {
    if (smsLength(kept + word) + CUT.length > SMS_LIMIT) break;
    kept += word;
  }
  return `${kept}${CUT}`;
}
