import { describe, expect, test } from 'vitest';
import { poppler, testWithPoppler, textOf } from '../../../../test/harness/pdf-reader.ts';
import { instant } from '../../calendar/instant.ts';
import { fromRoot } from '../../config/project-root.ts';
import type { Answers } from '../../forms/answers.ts';
import type { FormDefinition } from '../../forms/definition.ts';
import type { ListOption } from '../../forms/form-lists.ts';
import { readPackFolder, readYaml } from '../../pack/read-yaml.ts';
import { sealAsAgency, signAsPerson } from '../signatures/sign.ts';
import { makeTestKeys } from '../signatures/test-keys.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileTemplate, type ResultTemplate } from './compile-template.ts';
import { documentNumber, renderResult, type ResultRequest } from './render-result.ts';

const pack = fromRoot('provinces/tay-ninh');
const communes: ListOption[] = [{ value: '25486', label: { vi: 'xã Tân Biên' }, parent: '80' }];
const lists = (name: string) => (name === 'communes' ? communes : undefined);

const forms = new Map(
  readPackFolder(pack, 'forms').map((file) => {
    const form = readYaml(file.text).value as FormDefinition;
    return [form.code, form];
  }),
);
const templates = new Map(
  readPackFolder(pack, 'documents').map((file) => [file.name.replace(/^documents\/|\.yaml$/g, ''), file.text] as const),
);

/** A general letter serves any form. */
const NO_QUESTIONS: FormDefinition = { code: 'any', title: { vi: 'Mọi biểu mẫu' }, sections: [] };
const formOf = (form: string | undefined) => (form === undefined ? NO_QUESTIONS : forms.get(form));

function templateOf(code: string): ResultTemplate {
  const { template, faults } = compileTemplate(readYaml(templates.get(code) ?? '').value, formOf, { lists });
  if (!template) throw new Error(`${code}: ${JSON.stringify(faults)}`);
  return template;
}

const home = { province: '80', commune: '25486', detail: 'Ấp Thạnh Trung' };
const person = {
  full_name: 'Nguyễn Thị Ngọc Ánh',
  birth_date: '1995-04-05',
  sex: 'female',
  ethnicity: '01',
  nationality: 'VN',
  id_kind: 'identity-card',
  personal_number: '072195001234',
  residence: home,
};
const man = { ...person, full_name: 'Trần Văn Bảo', birth_date: '1990', personal_number: '072090004321' };

/** Answers as a dossier holds them, the office's part under `result`, and what the paper must then say. */
const SAMPLES: Record<string, { answers: Answers; says: string[] }> = {
  'general-result': {
    answers: { result: { content: 'Đồng ý cấp.' } },
    says: ['GIẤY KHAI SINH', 'về thủ tục “Đăng ký khai sinh”, Ủy ban', 'Đồng ý cấp.'],
  },
  rejection: { answers: { result: { reason: 'Sai nơi.' } }, says: ['hồ sơ số H53.15-261120-0001', 'Sai nơi.'] },
  'birth-certificate': {
    answers: {
      situation: 'ordinary',
      requester: { ...person, phone: '0912345678' },
      child: {
        full_name: 'Trần Nguyễn Bảo Ngọc',
        birth_date: '2026-02-05',
        sex: 'female',
        ethnicity: '01',
        nationality: 'VN',
        born_at: 'facility',
        birth_facility: 'Bệnh viện Đa khoa Tây Ninh',
        birth_place: { province: '80', commune: '25486', detail: '' },
        home_town: { province: '80', commune: '25486', detail: '' },
      },
      mother: person,
      father: man,
      result: { book: '01/2026', personal_number: '080326000123' },
    },
    says: [
      'GIẤY KHAI SINH',
      'Họ, chữ đệm, tên: TRẦN NGUYỄN BẢO NGỌC',
      'Ngày, tháng, năm sinh: 05/02/2026',
      'ghi bằng chữ: Ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu',
      'Giới tính: Nữ Dân tộc: Kinh',
      'Nơi sinh: Bệnh viện Đa khoa Tây Ninh, xã Tân Biên',
      'Số định danh cá nhân: 080326000123',
      'Năm sinh: 1990',
      'Thẻ căn cước, căn cước công dân, số 072195001234',
      'NGƯỜI KÝ GIẤY KHAI SINH',
    ],
  },
  'marriage-certificate': {
    answers: { woman: { person }, man: { person: man }, result: { book: '01/2026' } },
    says: [
      'Họ, chữ đệm, tên: TRẦN VĂN BẢO',
      'Ngày, tháng, năm sinh: 1990',
      'VỢ CHỒNG NGƯỜI KÝ GIẤY',
      'Quyển số: 01/2026',
    ],
  },
  'marital-status-certificate': {
    answers: {
      relation: 'self',
      requester: person,
      purpose: 'marriage-here',
      partner: {
        full_name: man.full_name,
        birth_date: '1990-01-02',
        sex: 'male',
        nationality: 'VN',
        id_number: '072090004321',
      },
      intended_place: 'Ủy ban nhân dân xã Tân Biên',
      divorce: {
        judgment_number: '12/2023/HNGĐ-ST',
        judgment_date: '2023-05-06',
        court: 'Tòa án nhân dân huyện Tân Biên',
      },
      result: { status: 'divorced', past_place: '' },
    },
    says: [
      'đã ly hôn theo Bản án/Quyết định số 12/2023/HNGĐ-ST ngày 06/05/2023 của Tòa án nhân dân huyện Tân Biên; hiện tại chưa đăng ký kết hôn với ai',
      'để làm thủ tục kết hôn với TRẦN VĂN BẢO',
      'Giấy này có giá trị 06 tháng kể từ ngày cấp.',
    ],
  },
  'certified-copy-attestation': {
    answers: {
      requester: person,
      originals: [{ paper_title: 'Bằng tốt nghiệp đại học', issuer: 'Trường Đại học Cần Thơ', pages: 1, copies: 2 }],
      result: { book: '05' },
    },
    says: [
      'Chứng thực bản sao đúng với bản chính.',
      'Quyển số: 05 - SCT/BS',
      'Bằng tốt nghiệp đại học',
      'NGƯỜI THỰC HIỆN CHỨNG THỰC',
    ],
  },
  'household-business-certificate': {
    answers: {
      proper_name: 'Ánh Dương',
      place: home,
      business_phone: '0276388899',
      lines: [{ line_name: 'Bán lẻ lương thực', vsic_code: '4721', main: true }],
      capital: 50_000_000,
      owner_kind: 'person',
      owner: person,
      result: { business_code: '072195001234', first_registered: '2026-11-23' },
    },
    says: [
      'Mã số hộ kinh doanh: 072195001234',
      'HỘ KINH DOANH ÁNH DƯƠNG',
      'Đăng ký lần đầu, ngày 23 tháng 11 năm 2026',
      '50.000.000 đồng',
      'Năm mươi triệu đồng',
      '4721 Có',
    ],
  },
  'building-permit': {
    answers: {
      is_organisation: false,
      investor: person,
      works_kind: 'house',
      works_place: home,
      parcel_number: '125',
      map_sheet: '17',
      parcel_area: 120.5,
      designer_name: 'Công ty TNHH Thiết kế Vàm Cỏ',
      grade: 'IV',
      first_floor_area: 80,
      total_floor_area: 155.5,
      height: 7.8,
      floors: 2,
      basements: 0,
      heights: '+0,3; 3,6; 3,4',
      result: { land_paper: 'Giấy chứng nhận số CH 01234', conditions: 'Lắp rào chắn khi thi công.' },
    },
    says: [
      'Cấp cho ông/bà: NGUYỄN THỊ NGỌC ÁNH',
      'Tổng diện tích sàn: 155,5 m²',
      'Chiều cao công trình: 7,8 m',
      '12 tháng kể từ ngày cấp',
      'Lắp rào chắn',
      '- Chủ đầu tư;',
    ],
  },
  'land-change-notice': {
    answers: {
      is_organisation: false,
      receiver: person,
      change_kind: 'gift',
      serial_number: 'CT 345678',
      book_number: 'CH00012',
      certificate_date: '2019-03-04',
      parcels: [{ sheet: '17', number: '125', area: 120.5, land_use: 'residential', place: home, whole: true }],
      result: { outcome: 'new-certificate', new_serial: 'AA 000111', new_book_number: 'VP00034' },
    },
    says: ['đăng ký biến động do Tặng cho', 'Giấy chứng nhận mới: số phát hành AA 000111', 'Đất ở'],
  },
  'advertising-answer': {
    answers: {
      notifier_name: 'Công ty TNHH Nước giải khát Vàm Cỏ',
      content: 'Nước uống đóng chai',
      place: 'Đường 30 tháng 4',
      from: '2026-12-01',
      to: '2026-12-15',
      pieces: [{ piece_kind: 'banner-across', count: 10, width: 8, height: 0.8, spot: 'Ngã tư Bình Minh' }],
      result: { outcome: 'silence', register_entry: '45' },
    },
    says: [
      'Hết thời hạn 05 ngày làm việc',
      'được thực hiện quảng cáo theo nội dung đã thông báo',
      'từ ngày 01/12/2026 đến ngày 15/12/2026',
      'Băng-rôn ngang',
    ],
  },
  'social-allowance-decision': {
    answers: {
      request_kind: 'new',
      beneficiary_kind: 'k5',
      person,
      pay_by: 'account',
      bank: 'Agribank',
      account_number: '5700205123456',
      account_holder: person.full_name,
      result: { coefficient: 1.5, standard: 500_000, amount: 750_000, from_month: '2026-11' },
    },
    says: [
      'Điều 1. Trợ cấp xã hội hàng tháng',
      'Người cao tuổi (khoản 5)',
      'Hệ số 1,5, mức chuẩn 500.000 đồng, mức hưởng 750.000 đồng mỗi tháng (Bảy trăm năm mươi nghìn đồng), kể từ tháng 11/2026',
    ],
  },
  'residence-notice': {
    answers: {
      ...person,
      dwelling: home,
      relation_to_head: 'wife',
      head_name: man.full_name,
      together: [
        {
          full_name: 'Trần Nguyễn Bảo Ngọc',
          birth_date: '2026-02-05',
          personal_number: '080326000123',
          relation: 'con',
        },
      ],
      result: { outcome: 'registered', registered_on: '2026-11-23' },
    },
    says: [
      'Kết quả: Đã đăng ký thường trú',
      'Chủ hộ: Trần Văn Bảo',
      'Quan hệ với chủ hộ: Vợ',
      'Người cùng thay đổi',
      '05/02/2026',
    ],
  },
};

const at = instant('2026-11-23T09:00');
const request = (answers: Answers): ResultRequest => ({
  answers,
  issue: {
    agency: 'Ủy ban nhân dân xã Tân Biên',
    place: 'Tân Biên',
    procedure: 'Đăng ký khai sinh',
    result: 'Giấy khai sinh',
    dossierCode: 'H53.15-261120-0001',
    receivedOn: '2026-11-20',
    decidedOn: '2026-11-23',
    signer: { name: 'Phan Văn Đức', position: ['CHỦ TỊCH'] },
  },
  context: { today: '2026-11-23', channel: 'online', case: '', commune: '25486' },
  check: { url: 'https://dichvucong.example.vn/kiem-tra/7K3M-9QXD-2FHA', lines: ['Quét mã QR để kiểm tra giấy này.'] },
  simulated: true,
});

async function printed(code: string, answers: Answers): Promise<Uint8Array> {
  const rendered = await renderResult(templateOf(code), request(answers), at);
  if (!rendered.pdf) throw new Error(`${code}: ${JSON.stringify(rendered.errors.map((error) => error.path))}`);
  return rendered.pdf;
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('each result of the province pack', () => {
  test('is one of the ten that are modelled in full, or one of the two general letters', () => {
    expect([...templates.keys()].sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  test.each(Object.keys(SAMPLES))('%s prints what was asked and what was decided', async (code) => {
    const sample = SAMPLES[code];
    if (!sample) throw new Error(code);
    const text = flat(await textOf(await printed(code, sample.answers)));
    for (const part of sample.says) expect(text).toContain(part);
    expect(text).toContain('DỮ LIỆU MÔ PHỎNG');
    expect(text).not.toMatch(/[{}|]|undefined|\[object|\d{4}-\d\d-\d\d/);
  });

  test.each(Object.keys(SAMPLES))('%s without what the office has to add is not printed', async (code) => {
    const answers = { ...SAMPLES[code]?.answers, result: {} };
    const { fault, errors } = (await renderResult(templateOf(code), request(answers), at)) as {
      fault?: { code: string };
      errors?: readonly { path: string }[];
    };
    expect(fault?.code).toBe('documents.value-missing');
    expect(errors?.every((error) => error.path.startsWith('result.'))).toBe(true);
  });
});

test('an unknown father leaves an ellipsis, and no name in his place', async () => {
  const { father: _father, ...rest } = SAMPLES['birth-certificate']?.answers ?? {};
  const text = flat(await textOf(await printed('birth-certificate', rest)));
  expect(text).toContain('Người cha Họ, chữ đệm, tên: … Năm sinh: …');
});

test('the number carries the symbol, or the year where the paper is numbered by year', () => {
  expect(documentNumber(templateOf('building-permit'), 12, '2026-11-23')).toBe('12/GPXD');
  expect(documentNumber(templateOf('birth-certificate'), 12, '2026-11-23')).toBe('12/2026');
});

testWithPoppler('a printed permit takes both signatures, and pdfsig finds both valid', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-keys-'));
  const { keys } = makeTestKeys(folder, { mode: 'demo', organisation: 'Tỉnh Tây Ninh' });
  const key = (id: string, name: string) => {
    const made = keys?.keyOf({ id, name, organisation: 'Ủy ban nhân dân xã Tân Biên' });
    if (!made?.key) throw new Error('no key');
    return made.key;
  };
  const permit = await printed('building-permit', SAMPLES['building-permit']?.answers ?? {});
  const signed = await signAsPerson(permit, key('p', 'Phan Văn Đức'), { name: 'Phan Văn Đức', at });
  const agency = 'Ủy ban nhân dân xã Tân Biên';
  const sealed = await sealAsAgency(signed.pdf ?? permit, key('a', agency), {
    agency,
    number: '12/GPXD',
    place: 'Tân Biên',
    at,
  });
  rmSync(folder, { recursive: true });
  expect(poppler('pdfsig', sealed.pdf ?? permit).match(/Signature is Valid/g)).toHaveLength(2);
});

describe('a template that cannot work is refused', () => {
  const birth = readYaml(templates.get('birth-certificate') ?? '').value as object;
  const sound = (): Record<string, unknown> => ({ ...birth, required: [] });
  const faultsOf = (changes: Record<string, unknown>) =>
    (compileTemplate({ ...sound(), ...changes }, formOf, { lists }).faults ?? []).map(
      (fault) => `${fault.at}: ${fault.code}`,
    );
  const body = (block: Record<string, unknown>) => ({ body: [block] });

  test.each([
    ['a place nobody fills', body({ kind: 'heading', text: '{child.nick}' }), ['body.0.text: documents.unknown-place']],
    [
      'a format that does not fit',
      body({ kind: 'heading', text: '{child.full_name|words}' }),
      ['body.0.text: documents.unknown-place'],
    ],
    [
      'a place left open',
      body({ kind: 'heading', text: 'Số {child.full_name' }),
      ['body.0.text: documents.stray-brace'],
    ],
    ['a whole block as a value', body({ kind: 'heading', text: '{child}' }), ['body.0.text: documents.unknown-place']],
    [
      'a group that is not there',
      body({ kind: 'list', each: 'witnesses', items: ['x'] }),
      ['body.0.each: documents.unknown-group'],
    ],
    [
      'a condition over nothing',
      body({ kind: 'heading', text: 'x', when: 'weather == 1' }),
      ['body.0.when: conditions.unknown-name'],
    ],
    ['a form that is not there', { form: 'nothing' }, ['form: documents.unknown-form']],
    [
      'a field of the office twice',
      {
        fields: [
          { kind: 'text', key: 'a', label: { vi: 'A' } },
          { kind: 'text', key: 'a', label: { vi: 'B' } },
        ],
      },
      ['result.a: forms.repeated-key'],
    ],
  ])('%s', (_what, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test('no template of another shape throws', () => {
    for (const value of [undefined, null, 1, [], {}, { code: 'x' }, { ...sound(), body: [{ kind: 'poem' }] }]) {
      expect(compileTemplate(value, formOf).faults?.length).toBeGreaterThan(0);
    }
  });
});
