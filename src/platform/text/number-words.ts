/** Whole numbers in Vietnamese words, as amounts and dates are written out on papers. */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', 'nghìn', 'triệu'];

/** 1005 → `một nghìn không trăm linh năm`. Any safe integer; throws RangeError on anything else. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  if (value === 0) return 'không';
  return value < 0 ? `âm ${billionsInWords(-value, false)}` : billionsInWords(value, false);
}

/** Above a tỷ the count of tỷ is itself a number: 1.000.000.000.000 is `một nghìn tỷ`. */
function billionsInWords(value: number, full: boolean): string {
  const billions = Math.floor(value / 1e9);
  const rest = value % 1e9;
  const lower = rest === 0 ? '' : millionsInWords(rest, full || billions > 0);
  return billions === 0 ? lower : `${billionsInWords(billions, full)} tỷ ${lower}`.trimEnd();
}

function millionsInWords(value: number, full: boolean): string {
  const groups = [Math.floor(value / 1e6), Math.floor(value / 1e3) % 1000, value % 1000];
  const words: string[] = [];
  groups.forEach((group, place) => {
    if (group === 0) return;
    words.push(hundredsInWords(group, full || words.length > 0), GROUPS[2 - place] ?? '');
  });
  return words.filter(Boolean).join(' ');
}

/** 0..999. `full` says the hundreds even when there are none, because something stands before them. */
function hundredsInWords(value: number, full: boolean): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words = hundreds > 0 || full ? [`${DIGITS[hundreds]} trăm`] : [];
  if (rest > 0) words.push(words.length > 0 && rest < 10 ? `linh ${DIGITS[rest]}` : tensInWords(rest));
  return words.join(' ');
}

/** mười, mười lăm, hai mươi mốt, hai mươi tư, hai mươi lăm. */
function tensInWords(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  if (tens === 0) return DIGITS[units] ?? '';
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  if (units === 0) return head;
  const tail = units === 5 ? 'lăm' : tens > 1 && units === 1 ? 'mốt' : tens > 1 && units === 4 ? 'tư' : DIGITS[units];
  return `${head} ${tail}`;
}
