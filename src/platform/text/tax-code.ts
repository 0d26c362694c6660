/** Tax code (mã số thuế), which is also the code of an enterprise: ten digits with a check digit, thirteen for a dependent unit. */
import { read, type Reading, unreadable } from './text-fault.ts';

/** `0301472704`, `0301472704-001`, or a 12-digit personal number (individuals and household businesses since 1 July 2025 [M]). */
export function readTaxCode(text: string): Reading<string> {
  const digits = text.replace(/[\s.-]/g, '');
  if (/^[0-9]{12}$/.test(digits)) return read(digits);
  if (!/^[0-9]{10}([0-9]{3})?$/.test(digits)) {
    return unreadable(
      'text.tax-code',
      'Mã số thuế gồm 10 hoặc 13 chữ số; của cá nhân, hộ kinh doanh là số định danh cá nhân gồm 12 chữ số',
      'A tax code has 10 or 13 digits; that of a person or household business is the 12-digit personal number',
    );
  }
  if (checkDigit(digits) !== Number(digits[9]) || digits.endsWith('000', 13)) {
    return unreadable(
      'text.tax-code-check',
      'Mã số thuế không đúng: hãy kiểm tra lại từng chữ số',
      'This tax code is not right: please check each digit',
    );
  }
  return read(digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits);
}

/** TT 105/2020/TT-BTC Đ.5 names a check digit; the weights are [M], confirmed on issued codes. 10 is never issued. */
function checkDigit(digits: string): number {
  const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce(
    (total, weight, place) => total + weight * Number(digits[place]),
    0,
  );
  return 10 - (sum % 11);
}
