/** Typed code: what a reader that acts as a keyboard has typed of a card's QR code, with what keyboard layouts and input methods do to it undone where that is certain. */

/** A reader may say first which kind of code it saw (`]Q3`), and some end with a tab or a new line. */
const BEFORE = /^(?:\uFEFF|\](?:Q|d)\d|\s)+/;
/** `|` where shift was lost, where the layout has another bar, and where an input method types wide characters. */
const BARS = /[|\\¦｜]/;

/** The fields of the code. A single one when it has no bar, such as a number typed by hand. */
export function fieldsTyped(text: string): string[] {
  const typed = text.slice(0, 500).replace(BEFORE, '').trimEnd();
  const fields = typed.split(BARS).map((field) => field.trim());
  const [number = '', ...rest] = fields;
  return [digitsOf(number), ...rest];
}

/** As digits, where it is some in other clothes: wide ones, or what the Vietnamese keyboard layout of Windows types for them. */
export const digitsOf = (field: string): string => {
  const plain = field.normalize('NFKC');
  return /^[\d\s.-]*$/.test(plain) ? plain : (onVietnameseLayout(field) ?? plain);
};

/** The row of digits types letters and marks there: 1 ă, 2 â, 3 ê, 4 ô, 5 to 9 the five tone marks, 0 đ. */
const LAYOUT: Readonly<Record<string, string>> = {
  ă: '1',
  â: '2',
  ê: '3',
  ô: '4',
  '\u0300': '5',
  '\u0309': '6',
  '\u0303': '7',
  '\u0301': '8',
  '\u0323': '9',
  đ: '0',
};

/** Undefined when anything else stands there. What was typed is read as it came: putting it in a normal form would change the order of marks. */
function onVietnameseLayout(field: string): string | undefined {
  let digits = '';
  for (const character of field.toLocaleLowerCase('vi')) {
    const known = /\d/.test(character) ? character : (LAYOUT[character] ?? composed(character));
    if (known === undefined) return undefined;
    digits += known;
  }
  return digits;
}

/** A letter that took the mark typed after it: `ế` is 3 and 8. */
function composed(character: string): string | undefined {
  const [base = '', ...marks] = character.normalize('NFD');
  const letter = ['\u0302', '\u0306'].find((mark) => marks.includes(mark));
  const first = letter && LAYOUT[(base + letter).normalize('NFC')];
  const tones = marks.filter((mark) => mark !== letter).map((mark) => LAYOUT[mark]);
  return first === undefined || tones.includes(undefined) ? undefined : first + tones.join('');
}

/** Undefined where letters were lost on the way: many readers type only what is on an English keyboard. */
export function wordsTyped(field: string): string | undefined {
  const words = withoutCapsLock(field.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
  return words === '' || /[?\uFFFD\u25A1]|\p{Cc}/u.test(words) ? undefined : words;
}

/** `nGUYỄN tHỊ aN`: the lock was on. */
const withoutCapsLock = (words: string): string =>
  /^(?:\p{Ll}\p{Lu}+)(?: \p{Ll}\p{Lu}*)+$/u.test(words)
    ? words.replaceAll(/\p{L}/gu, (letter) =>
        letter === letter.toLocaleLowerCase('vi') ? letter.toLocaleUpperCase('vi') : letter.toLocaleLowerCase('vi'),
      )
    : words;
