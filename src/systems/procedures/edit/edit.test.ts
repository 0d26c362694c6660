import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { findDraft } from '../draft/draft.ts';
import type { ProcedureTables } from '../tables.ts';

let house: House<ProcedureTables>;
let server: FastifyInstance;
let administrator: Visitor;

beforeAll(async () => {
  house = await aHouse<ProcedureTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
  return async () => {
    await server.close();
    await house.close();
  };
});

const NEW = '/quan-tri/thu-tuc/moi';
const DRAFT = '/quan-tri/thu-tuc/1.999001/nhap';
/** Presses again where the answers bring up further questions, as a person does. */
async function save(path: string, fields: Record<string, string>): Promise<Page> {
  const asked = await administrator.press(await administrator.get(path), path, fields);
  return asked.status === 200 ? administrator.press(asked, path, fields) : asked;
}
const draftNow = async () => (await findDraft(house.db, '1.999001')) ?? expect.fail('no draft');

test('every part of a new procedure is filled in by pages, until nothing is wrong', async () => {
  await save(NEW, { code: '1.999001', name: 'Cấp thẻ thư viện', nameEn: 'Library card', field: 'Văn hóa' });
  const general = { name_vi: 'Cấp thẻ thư viện', field_vi: 'Văn hóa', subjects: 'citizen', online: 'full' };
  expect((await save(`${DRAFT}/chung`, { ...general, 'requirements._rows': '0', 'remarks._rows': '0' })).location).toBe(
    DRAFT,
  );
  const ways = { term_count: '3', term_unit: 'wd', methods: 'online', 'cases._rows': '0', consent: 'false' };
  const waysPath = `${DRAFT}/cach-thuc`;
  const press = async (fields: Record<string, string>) =>
    administrator.press(await administrator.get(waysPath), waysPath, { ...ways, ...fields });
  // one press, where no way has anything of its own
  expect((await press({})).location).toBe(DRAFT);
  expect((await draftNow()).definition).toMatchObject({ term: { value: '3wd' }, channels: [{ method: 'online' }] });
  // questions that may be left empty stop nothing from being saved
  const asked = await press({ term_count: '4', online_own: 'true' });
  expect(asked.body).toContain('Đã lưu. Có thêm câu hỏi');
  expect((await draftNow()).definition.term).toEqual({ value: '4wd' });
  const noted = { ...ways, online_own: 'true', online_note_vi: 'Qua cổng dịch vụ công' };
  expect((await administrator.press(asked, waysPath, noted)).location).toBe(DRAFT);
  expect((await draftNow()).definition.channels).toEqual([{ method: 'online', note: { vi: 'Qua cổng dịch vụ công' } }]);
  // those that must be answered are asked first
  expect((await press({ consent: 'true' })).body).toContain('Chưa lưu: còn câu hỏi mới');
  expect((await draftNow()).definition.silence).toEqual({ effect: 'none' });
  const levels = { 'levels._rows': '1', 'levels.0.level': 'commune', 'levels.0.authority': 'commune', section: 'none' };
  expect((await save(`${DRAFT}/tham-quyen`, levels)).location).toBe(DRAFT);
  const text = {
    'texts._rows': '1',
    'texts.0.number': '46/2019/QH14',
    'texts.0.title_vi': 'Luật Thư viện',
    'texts.0.articles': 'Điều 38',
  };
  expect((await save(`${DRAFT}/can-cu`, text)).location).toBe(DRAFT);
  const paper = {
    name_vi: 'Ảnh chân dung',
    handling: 'handed-in',
    is_form: 'false',
    originals: '1',
    when_mode: 'always',
  };
  expect((await save(`${DRAFT}/thanh-phan/moi`, paper)).location).toBe(`${DRAFT}/thanh-phan`);
  const fee = { name_vi: 'Lệ phí thẻ', fee_type: 'charge', formula: 'fixed', amount: '20.000', when_mode: 'always' };
  expect((await save(`${DRAFT}/le-phi/moi`, fee)).location).toBe(`${DRAFT}/le-phi`);
  const result = { name_vi: 'Thẻ thư viện', kind: 'paper', template: 'none', originals: '1', when_mode: 'always' };
  expect((await save(`${DRAFT}/ket-qua/moi`, result)).location).toBe(`${DRAFT}/ket-qua`);
  expect((await draftNow()).definition).toMatchObject({
    levels: [{ level: 'commune', authority: 'commune' }],
    components: [{ key: 'anh-chan-dung', handling: 'handed-in', originals: 1 }],
    fees: [{ key: 'le-phi-the', formula: { kind: 'fixed', amount: 20_000 } }],
    results: [{ key: 'the-thu-vien', kind: 'paper' }],
  });
  const draft = await administrator.get(DRAFT);
  expect(draft.body).toContain('Công bố bản nháp');
  expect(draft.body).not.toContain('Cần sửa trước khi công bố');
});

test('the form is designed: a section, questions of each kind, moved, with a condition built from choices, and seen as people see it', async () => {
  const form = `${DRAFT}/bieu-mau`;
  expect((await administrator.get(`${form}/xem-thu`)).body).toContain('Ảnh chân dung');
  expect((await administrator.press(await administrator.get(form), `${form}/rieng`)).location).toBe(form);
  expect((await save(`${form}/moi?kieu=section`, { title_vi: 'Thẻ', visible_mode: 'always' })).location).toBe(form);
  expect((await administrator.get(form)).body).toContain('Mục chưa có câu hỏi nào.');
  const common = { required_mode: 'always', visible_mode: 'always', prefill: 'none' };
  const kind = {
    label_vi: 'Loại thẻ',
    label_en: 'Kind of card',
    offered: 'own',
    options: 'Thẻ đọc | Reading\nThẻ mượn | Lending | lend',
    ...common,
  };
  const choice = `${form}/moi?trong=s.the&kieu=choice`;
  expect((await save(choice, kind)).location).toBe(form);
  const years = {
    label_vi: 'Mượn trong mấy năm?',
    ...common,
    visible_mode: 'simple',
    visible_join: 'all',
    'visible_rows._rows': '1',
    'visible_rows.0.field': 'loai_the',
    'visible_rows.0.operator': 'eq',
  };
  const integer = `${form}/moi?trong=s.the&kieu=integer`;
  const value = await administrator.press(await administrator.get(integer), integer, years);
  expect(value.status).toBe(200);
  const [, index] = /name="visible_rows\.0\.value_(\d+)"/.exec(value.body) ?? expect.fail('no value is asked');
  expect(
    (await administrator.press(value, integer, { ...years, [`visible_rows.0.value_${index}`]: 'lend' })).location,
  ).toBe(form);
  const section = (await draftNow()).form?.sections.at(-1);
  expect(section?.fields).toMatchObject([
    {
      kind: 'choice',
      key: 'loai_the',
      options: [{ value: 'the-doc' }, { value: 'lend', label: { vi: 'Thẻ mượn', en: 'Lending' } }],
    },
    { kind: 'integer', key: 'muon_trong_may_nam', visible: "loai_the == 'lend'" },
  ]);
  const outline = await administrator.get(form);
  expect(outline.body).toContain('hỏi khi loại thẻ là Thẻ mượn');

  await administrator.press(outline, form, { lam: 'len:f.muon_trong_may_nam' });
  expect((await administrator.get(form)).body).toContain('được hỏi sau đó');
  await administrator.press(await administrator.get(form), form, { lam: 'xuong:f.muon_trong_may_nam' });
  expect((await administrator.get(form)).body).not.toContain('được hỏi sau đó');

  const trial = await administrator.get(`${form}/xem-thu`);
  expect(trial.body).toContain('Loại thẻ');
  expect(trial.body).not.toContain('Mượn trong mấy năm?');
  const shown = await administrator.press(trial, `${form}/xem-thu`, { loai_the: 'lend', _kenh: 'online' });
  expect(shown.body).toContain('Mượn trong mấy năm?');
});

test('an expression of an expert is checked, with its place; what was typed stays', async () => {
  const field = `${DRAFT}/bieu-mau/muc/f.muon_trong_may_nam`;
  const page = await save(field, {
    label_vi: 'Mượn mấy năm?',
    required_mode: 'always',
    visible_mode: 'cel',
    visible_cel: "loai_the == 'lend' && nobody > 3",
  });
  expect(page.status).toBe(422);
  expect(page.body).toContain('Không có giá trị nào tên như vậy ở đây (ký tự');
  expect(page.body).toContain('nobody');
  expect(page.body).toContain('Mượn mấy năm?');
});

test('what answers in place of a paper is said by pages: the register and of whom, other procedures, a certified copy; what is not there is named', async () => {
  const paper = `${DRAFT}/thanh-phan/muc/anh-chan-dung`;
  const asked = { handling: 'data', replaced_by: 'population', fact: 'identity', when_mode: 'always' };
  const page = { name_vi: 'Ảnh chân dung', name_en: 'Portrait', ...asked, result_of: '1.001193, 9.999999' };
  expect((await save(paper, page)).location).toContain(`${DRAFT}/thanh-phan`);
  expect((await draftNow()).definition.components[0]).toMatchObject({
    handling: 'data',
    replacedBy: ['population'],
    fact: 'identity',
    resultOf: ['1.001193', '9.999999'],
  });
  const shown = await administrator.get(paper);
  expect(shown.body).toContain(
    'Không phải nộp: Cơ sở dữ liệu quốc gia về dân cư trả lời thay (người này là ai; của người nộp).',
  );
  expect(shown.body).toContain('Ai đã có kết quả thủ tục 1.001193 Đăng ký khai sinh');
  expect(shown.body).toContain('Danh mục không có thủ tục mã “9.999999”.');
  const english = await browse(house, server, { as: 'administrator', locale: 'en' });
  expect((await english.get(paper)).body).toContain('Not asked for: the national population database answers it');

  await save(paper, { ...page, result_of: '1.001193' });
  expect((await administrator.get(paper)).body).not.toContain('Danh mục không có thủ tục');
  expect((await administrator.get(`${DRAFT}/thanh-phan`)).body).toContain('kết quả của 1.001193');
});
