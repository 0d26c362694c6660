/** Vietnamese telephone numbers: read as people write them, kept as E.164, printed in groups. */
import { read, type Reading, unreadable } from './text-fault.ts';

// Prefixes of the mobile networks and of fixed lines (02x) [M]: a new prefix is a change of this line.
const MOBILE = /^(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}$/;
const FIXED = /^2[0-9]{9}$/;

/** `0912 345 678`, `+84 912345678`, `(0276) 3822233` → `+84912345678`. */
export function readPhone(text: string): Reading<string> {
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+84|0084|84(?=[0-9]{9,10}$)|0)/, '');
  if (MOBILE.test(digits) || FIXED.test(digits)) return read(`+84${digits}`);
  return unreadable(
    'text.phone',
    'Số điện thoại gồm 10 chữ số đối với di động, 11 chữ số đối với máy bàn, ví dụ 0912 345 678',
    'A mobile number has 10 digits and a fixed one 11, for example 0912 345 678',
  );
}

export const isMobile = (e164: string): boolean => e164.startsWith('+84') && MOBILE.test(e164.slice(3));

/** `+84912345678` → `0912 345 678`; a fixed line `0276 382 2233`. */
export function phoneText(e164: string): string {
  const local = e164.replace(/^\+84/, '0');
  return local.length === 11
    ? local.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3')
    : local.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
