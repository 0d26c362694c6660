/** The counter in tests: what an officer fills in for a procedure with the general form. */
const ASKED = [
  'requester.full_name requester.birth_date requester.sex requester.ethnicity requester.nationality requester.id_kind',
  'requester.personal_number requester.residence_kind requester.residence requester.phone requester.email',
  'request receive.receive_result receive.copies_wanted pledge',
].join(' ');

/** Registration of a death (đăng ký khai tử), whose paper is taken in. */
export const DEATH = '1.000656';

export function counterFields(more: Record<string, string> = {}): Record<string, string> {
  return {
    _asked: ASKED,
    applicant_name: 'Nguyễn Thị Ngọc Ánh',
    applicant_number: '072195001234',
    area: '25459',
    'paper.giay-bao-tu-hoac-giay-to': 'true',
    'requester.full_name': 'Nguyễn Thị Ngọc Ánh',
    'requester.birth_date.day': '05',
    'requester.birth_date.month': '04',
    'requester.birth_date.year': '1995',
    'requester.sex': 'female',
    'requester.ethnicity': '01',
    'requester.nationality': 'VN',
    'requester.id_kind': 'identity-card',
    'requester.personal_number': '072195001234',
    'requester.residence_kind': 'permanent',
    'requester.residence.province': '80',
    'requester.residence.commune': 'Phường Tân Ninh',
    'requester.residence.detail': 'Ấp Thạnh Trung',
    'requester.phone': '0912345678',
    request: 'Đăng ký khai tử cho cha.',
    'receive.receive_result': 'centre',
    'receive.copies_wanted': 'false',
    pledge: 'true',
    ...more,
  };
}
