/** Named patterns for text fields: what each allows, and the sentence when a value does not fit. All are linear: no pattern can be made to run long. */
import type { LocalText } from '../i18n/local-text.ts';
import { readTaxCode } from '../text/tax-code.ts';
import type { PatternName } from './definition.ts';

export interface Pattern {
  readonly fits: (value: string) => boolean;
  readonly message: LocalText;
}

const matching = (expression: RegExp, vi: string, en: string): Pattern => ({
  fits: (value) => expression.test(value),
  message: { vi, en },
});

export const PATTERN_RULES: Readonly<Record<PatternName, Pattern>> = {
  'person-name': matching(
    /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u,
    'Họ tên chỉ gồm chữ cái, dấu cách, dấu gạch nối, dấu chấm và dấu nháy',
    'A name has only letters, spaces, hyphens, full stops and apostrophes',
  ),
  letters: matching(/^[\p{L}\p{M} ]+$/u, 'Chỉ nhập chữ cái và dấu cách', 'Please use letters and spaces only'),
  digits: matching(/^[0-9]+$/, 'Chỉ nhập chữ số', 'Please use digits only'),
  code: matching(
    /^[\p{L}0-9][\p{L}0-9 ./_-]*$/u,
    'Chỉ nhập chữ cái, chữ số và các dấu . / - _',
    'Please use letters, digits and the signs . / - _ only',
  ),
  passport: matching(
    /^[A-Za-z0-9]{6,12}$/,
    'Số hộ chiếu gồm 6 đến 12 chữ cái và chữ số, ví dụ C1234567',
    'A passport number has 6 to 12 letters and digits, for example C1234567',
  ),
  'tax-code': {
    fits: (value) => readTaxCode(value).fault === undefined,
    message: {
      vi: 'Mã số thuế gồm 10 hoặc 13 chữ số, hoặc là số định danh cá nhân gồm 12 chữ số; hãy kiểm tra lại',
      en: 'A tax code has 10 or 13 digits, or is the 12-digit personal number; please check it',
    },
  },
  parcel: matching(
    /^[0-9]{1,5}(-[0-9]{1,4})?$/,
    'Số thửa, số tờ bản đồ chỉ gồm chữ số, ví dụ 125 hoặc 125-1',
    'A parcel or map sheet number has digits only, for example 125 or 125-1',
  ),
  vsic: matching(
    /^[0-9]{4}$/,
    'Mã ngành cấp 4 gồm 4 chữ số, ví dụ 4711',
    'A level-4 industry code has 4 digits, for example 4711',
  ),
  url: {
    fits: (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
    message: {
      vi: 'Địa chỉ trang web bắt đầu bằng https:// hoặc http://',
      en: 'A web address begins with https:// or http://',
    },
  },
};
