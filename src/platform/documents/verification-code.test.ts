import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newVerificationCode, readVerificationCode } from './verification-code.ts';

test('a new code is read back however a person types it', () => {
  for (let round = 0; round < 200; round++) {
    const code = newVerificationCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Y]{4}(-[0-9A-HJKMNP-TV-Y]{4}){2}$/);
    expect(readVerificationCode(code)).toBe(code);
    expect(
      readVerificationCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`),
    ).toBe(code);
  }
});

test('one wrong sign, or two neighbours swapped, is not a code', () => {
  const code = newVerificationCode().replaceAll('-', '');
  for (let at = 0; at < code.length; at++) {
    for (const sign of '0123456789ABCDEFGHJKMNPQRSTVWXY') {
      const typed = code.slice(0, at) + sign + code.slice(at + 1);
      if (typed !== code) expect(readVerificationCode(typed)).toBeUndefined();
    }
    const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
    if (swapped !== code && at < code.length - 2) expect(readVerificationCode(swapped)).toBeUndefined();
  }
});

test('no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => readVerificationCode(text) === undefined || text.length >= 12),
    { numRuns: 200 },
  );
});
