import { expect, it } from 'vitest';
import { maskPersonalNumber, maskPhone } from './mask.ts';

it.each([
  ['072094123418', '072094…18'],
  ['3901234567', '390123…67'],
  ['12345678', '…'],
  ['', '…'],
])('%j is shown in lists as %j', (number, shown) => expect(maskPersonalNumber(number)).toBe(shown));

it('of a telephone number the last three digits are shown', () => expect(maskPhone('+84912345678')).toBe('…678'));
