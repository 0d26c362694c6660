/** Text messages: Vietnamese without marks in the 7-bit alphabet of GSM 03.38, at most 160 characters, so that any phone shows it and it costs one message. */

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const LIMIT = 160;
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

/** What is sent. Too long a text ends in `...` after the last whole word that fits. */
export function smsText(text: string): string {
  const bare = text.normalize('NFD').replace(/[\u0300-\u036f]+/g, '');
  const plain = Array.from(bare, (character) => REPLACED[character] ?? (BASIC.has(character) ? character : '?')).join(
    '',
  );
  const sent = plain.trim();
  return sent.length <= LIMIT ? sent : `${sent.slice(0, LIMIT - 3).replace(/\s+\S{0,30}$/, '')}...`;
}
