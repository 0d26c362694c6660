/** What the kinds of question are called, and what their words may look like. */
import type { SimpleField } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export type FieldKind = SimpleField['kind'] | 'block' | 'group';

export const FIELD_KINDS: readonly { readonly kind: FieldKind; readonly label: Required<LocalText> }[] = [
  { kind: 'text', label: { vi: 'Một dòng chữ', en: 'A line of text' } },
  { kind: 'textarea', label: { vi: 'Nhiều dòng chữ', en: 'Several lines of text' } },
  { kind: 'choice', label: { vi: 'Chọn một', en: 'Choose one' } },
  { kind: 'multi', label: { vi: 'Chọn nhiều', en: 'Choose several' } },
  { kind: 'boolean', label: { vi: 'Có hoặc không', en: 'Yes or no' } },
  { kind: 'pledge', label: { vi: 'Ô cam đoan', en: 'A pledge to tick' } },
  { kind: 'date', label: { vi: 'Ngày', en: 'A day' } },
  { kind: 'partial-date', label: { vi: 'Ngày, có thể chỉ biết năm', en: 'A day of which only the year may be known' } },
  { kind: 'time', label: { vi: 'Giờ', en: 'A time' } },
  { kind: 'integer', label: { vi: 'Số nguyên', en: 'A whole number' } },
  { kind: 'decimal', label: { vi: 'Số lẻ', en: 'A number with decimals' } },
  { kind: 'money', label: { vi: 'Số tiền', en: 'An amount' } },
  { kind: 'address', label: { vi: 'Địa chỉ', en: 'An address' } },
  { kind: 'personal-number', label: { vi: 'Số định danh cá nhân', en: 'A personal number' } },
  { kind: 'phone', label: { vi: 'Số điện thoại', en: 'A phone number' } },
  { kind: 'email', label: { vi: 'Thư điện tử', en: 'An e-mail address' } },
  { kind: 'file', label: { vi: 'Tệp tải lên', en: 'Files' } },
  { kind: 'info', label: { vi: 'Đoạn chữ để đọc', en: 'A text to read' } },
  { kind: 'block', label: { vi: 'Nhóm câu hỏi', en: 'A block of questions' } },
  { kind: 'group', label: { vi: 'Danh sách nhiều dòng', en: 'A list of rows' } },
];

export const kindName = (kind: FieldKind): LocalText =>
  FIELD_KINDS.find((one) => one.kind === kind)?.label ?? { vi: kind };

export const PATTERN_NAMES: Readonly<Record<string, Required<LocalText>>> = {
  'person-name': { vi: 'Họ tên người', en: "A person's name" },
  letters: { vi: 'Chữ cái và dấu cách', en: 'Letters and spaces' },
  digits: { vi: 'Chữ số', en: 'Digits' },
  code: { vi: 'Chữ, số và các dấu . / - _', en: 'Letters, digits and . / - _' },
  passport: { vi: 'Số hộ chiếu', en: 'Passport number' },
  'tax-code': { vi: 'Mã số thuế', en: 'Tax code' },
  parcel: { vi: 'Số thửa, số tờ bản đồ', en: 'Parcel or map sheet' },
  vsic: { vi: 'Mã ngành kinh tế cấp 4', en: 'Industry code' },
  url: { vi: 'Địa chỉ trang web', en: 'Web address' },
};

export const LIST_NAMES: Readonly<Record<string, Required<LocalText>>> = {
  ethnicities: { vi: 'Danh mục dân tộc', en: 'Ethnic groups' },
  nationalities: { vi: 'Danh mục quốc tịch', en: 'Nationalities' },
  provinces: { vi: 'Danh mục tỉnh, thành phố', en: 'Provinces' },
  communes: { vi: 'Danh mục xã, phường', en: 'Communes' },
};

/** What the account of the person who files may fill in. */
export const SOURCES: readonly { readonly path: string; readonly label: Required<LocalText> }[] = [
  { path: 'account.full_name', label: { vi: 'Tài khoản: họ tên', en: 'Account: name' } },
  { path: 'account.birth_date', label: { vi: 'Tài khoản: ngày sinh', en: 'Account: date of birth' } },
  { path: 'account.sex', label: { vi: 'Tài khoản: giới tính', en: 'Account: sex' } },
  { path: 'account.personal_number', label: { vi: 'Tài khoản: số định danh', en: 'Account: personal number' } },
  { path: 'account.phone', label: { vi: 'Tài khoản: điện thoại', en: 'Account: phone' } },
  { path: 'account.email', label: { vi: 'Tài khoản: thư điện tử', en: 'Account: e-mail' } },
  { path: 'account.residence', label: { vi: 'Tài khoản: nơi cư trú', en: 'Account: residence' } },
  { path: 'account.organisation_name', label: { vi: 'Tài khoản: tên tổ chức', en: 'Account: organisation' } },
  {
    path: 'account.organisation_code',
    label: { vi: 'Tài khoản: mã số tổ chức', en: 'Account: code of the organisation' },
  },
];

export const SHARED_NAMES: readonly { readonly code: string; readonly label: Required<LocalText> }[] = [
  {
    code: 'requester',
    label: {
      vi: 'Người yêu cầu (họ tên, ngày sinh, giấy tờ, nơi cư trú, liên hệ)',
      en: 'Applicant (name, birth, papers, residence, contact)',
    },
  },
  {
    code: 'person',
    label: { vi: 'Người (họ tên, ngày sinh, giấy tờ, nơi cư trú)', en: 'Person (name, birth, papers, residence)' },
  },
  { code: 'receive', label: { vi: 'Nhận kết quả', en: 'Receiving the result' } },
];
