/** Vietnamese order: the alphabet with its tones, and people by given name (the last word), as Vietnamese lists are. */

const collator = new Intl.Collator('vi');

/** a ă â b c d đ e ê …; within a syllable ngang, huyền, hỏi, ngã, sắc, nặng. The same order as the SQL collation `text.vi`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Name order of official lists: tên (last word), then họ (first word), then chữ đệm (what is between). */
export function compareNames(a: string, b: string): number {
  const [first, second] = [nameParts(a), nameParts(b)];
  return (
    collator.compare(first.given, second.given) ||
    collator.compare(first.family, second.family) ||
    collator.compare(first.middle, second.middle)
  );
}

export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** `Nguyễn Thị Hoa` → Nguyễn, Thị, Hoa. A name of one word is a given name. */
export function nameParts(fullName: string): NameParts {
  const words = fullName.normalize('NFC').trim().split(/\s+/);
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given };
}
