/** Lists that are the same in every province: ethnicities, nationalities and the 34 provinces since 1 July 2025. */
import type { ListOption } from './form-lists.ts';

export function nationalLists(name: string): readonly ListOption[] | undefined {
  return name === 'ethnicities'
    ? ETHNICITIES
    : name === 'nationalities'
      ? NATIONALITIES
      : name === 'provinces'
        ? PROVINCES
        : undefined;
}

const numbered = (text: string): ListOption[] =>
  text.split(', ').map((entry) => {
    const [, value = '', label = ''] = /^(\d+) (.+)$/.exec(entry) ?? [];
    return { value, label: { vi: label, en: label } };
  });

/** Codes and spellings of QĐ 121-TCTK/PPCĐ (1979) [M]: to be confirmed. */
const ETHNICITIES: readonly ListOption[] = [
  ...numbered(
    '01 Kinh, 02 Tày, 03 Thái, 04 Hoa, 05 Khmer, 06 Mường, 07 Nùng, 08 Mông, 09 Dao, 10 Gia Rai, 11 Ngái, 12 Ê Đê, 13 Ba Na, 14 Xơ Đăng, ' +
      '15 Sán Chay, 16 Cơ Ho, 17 Chăm, 18 Sán Dìu, 19 Hrê, 20 Mnông, 21 Ra Glai, 22 Xtiêng, 23 Bru - Vân Kiều, 24 Thổ, 25 Giáy, 26 Cơ Tu, ' +
      '27 Giẻ Triêng, 28 Mạ, 29 Khơ Mú, 30 Co, 31 Tà Ôi, 32 Chơ Ro, 33 Kháng, 34 Xinh Mun, 35 Hà Nhì, 36 Chu Ru, 37 Lào, 38 La Chí, 39 La Ha, ' +
      '40 Phù Lá, 41 La Hủ, 42 Lự, 43 Lô Lô, 44 Chứt, 45 Mảng, 46 Pà Thẻn, 47 Cơ Lao, 48 Cống, 49 Bố Y, 50 Si La, 51 Pu Péo, 52 Brâu, 53 Ơ Đu, ' +
      '54 Rơ Măm',
  ),
  { value: '55', label: { vi: 'Người nước ngoài', en: 'Foreign national' } },
  { value: '99', label: { vi: 'Dân tộc khác', en: 'Another ethnicity' } },
];

/** Codes of the General Statistics Office [M], names after NQ 202/2025/QH15: to be confirmed. */
const PROVINCES: readonly ListOption[] = numbered(
  '01 Thành phố Hà Nội, 04 Tỉnh Cao Bằng, 08 Tỉnh Tuyên Quang, 11 Tỉnh Điện Biên, 12 Tỉnh Lai Châu, 14 Tỉnh Sơn La, 15 Tỉnh Lào Cai, ' +
    '19 Tỉnh Thái Nguyên, 20 Tỉnh Lạng Sơn, 22 Tỉnh Quảng Ninh, 24 Tỉnh Bắc Ninh, 25 Tỉnh Phú Thọ, 31 Thành phố Hải Phòng, 33 Tỉnh Hưng Yên, ' +
    '37 Tỉnh Ninh Bình, 38 Tỉnh Thanh Hóa, 40 Tỉnh Nghệ An, 42 Tỉnh Hà Tĩnh, 44 Tỉnh Quảng Trị, 46 Thành phố Huế, 48 Thành phố Đà Nẵng, ' +
    '51 Tỉnh Quảng Ngãi, 52 Tỉnh Gia Lai, 56 Tỉnh Khánh Hòa, 66 Tỉnh Đắk Lắk, 68 Tỉnh Lâm Đồng, 75 Tỉnh Đồng Nai, 79 Thành phố Hồ Chí Minh, ' +
    '80 Tỉnh Tây Ninh, 82 Tỉnh Đồng Tháp, 86 Tỉnh Vĩnh Long, 91 Tỉnh An Giang, 92 Thành phố Cần Thơ, 96 Tỉnh Cà Mau',
);

/** ISO 3166-1 codes of the members of the United Nations and a few more; names from CLDR, Vietnam first. */
const NATIONALITIES: readonly ListOption[] = nationalities(
  'VN AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO ' +
    'DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA ' +
    'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA ' +
    'RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VU WS YE ZA ZM ZW',
);

function nationalities(codes: string): ListOption[] {
  const [vi, en] = ['vi', 'en'].map((locale) => new Intl.DisplayNames([locale], { type: 'region' })) as [
    Intl.DisplayNames,
    Intl.DisplayNames,
  ];
  const collator = new Intl.Collator('vi');
  const options = codes
    .split(' ')
    .map((code) => ({ value: code, label: { vi: vi.of(code) ?? code, en: en.of(code) ?? code } }));
  const [home, ...others] = options;
  const sorted = others.sort((a, b) => collator.compare(a.label.vi, b.label.vi));
  return [...(home ? [home] : []), ...sorted, { value: 'none', label: { vi: 'Không quốc tịch', en: 'Stateless' } }];
}
