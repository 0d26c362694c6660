/** The code printed on a paper, by which anyone finds its public page: short enough to type, too many to guess. */
import { randomInt } from 'node:crypto';

/** Without I, L, O, U and Z, which are misread; 31 signs, a prime, so that the check sign below finds every single error and swap. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const LENGTH = 12;

/** `7K3M-9QXD-2FHA`: eleven random signs (54 bits) and a check sign. */
export function newVerificationCode(): string {
  const digits = Array.from({ length: LENGTH - 1 }, () => randomInt(SIGNS.length));
  return grouped([...digits, checkDigit(digits)]);
}

/** The code as printed, from what a person typed: any case, spaces, dashes or none, O for 0, I or L for 1. Undefined when it cannot be one. */
export function readVerificationCode(text: string): string | undefined {
  const typed = text
    .toUpperCase()
    .replaceAll(/[\s.–-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const digits = Array.from(typed, (sign) => SIGNS.indexOf(sign));
  if (digits.length !== LENGTH || digits.includes(-1)) return undefined;
  return digits.at(-1) === checkDigit(digits.slice(0, -1)) ? grouped(digits) : undefined;
}

const checkDigit = (digits: readonly number[]): number =>
  digits.reduce((sum, digit, index) => sum + digit * (index + 2), 0) % SIGNS.length;

function grouped(digits: readonly number[]): string {
  const signs = digits.map((digit) => SIGNS[digit]).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}
