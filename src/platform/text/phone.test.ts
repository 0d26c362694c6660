import { expect, test } from 'vitest';
import { isMobile, phoneText, readPhone } from './phone.ts';

test.each([
  ['0912 345 678', '+84912345678'],
  ['+84 912.345.678', '+84912345678'],
  ['84912345678', '+84912345678'],
  ['(0276) 382-2233', '+842763822233'],
  ['0084 387654321', '+84387654321'],
])('%s is %s', (written, e164) => {
  expect(readPhone(written).value).toBe(e164);
});

test.each(['', '0912 345 67', '0112345678', '09123456789', 'số nhà 5', '1080', '+1 202 555 0100'])(
  '%j is not a number here',
  (written) => {
    expect(readPhone(written).fault?.code).toBe('text.phone');
  },
);

test('numbers are printed in groups', () => {
  expect(phoneText('+84912345678')).toBe('0912 345 678');
  expect(phoneText('+842763822233')).toBe('0276 382 2233');
  expect([isMobile('+84912345678'), isMobile('+842763822233')]).toEqual([true, false]);
});
