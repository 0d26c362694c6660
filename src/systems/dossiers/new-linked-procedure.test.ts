import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { beginApplication, fileApplication, fillIn } from '../../../test/harness/filing.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  return async () => {
    await server.close();
    await house.close();
  };
}, 120_000);

const ONE = '/quan-tri/thu-tuc/1.999002';
const DRAFT = `${ONE}/nhap`;
const PARTS = `${DRAFT}/lien-thong`;

const part = (index: number, fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`parts.${index}.${name}`, value]));
const RESIDENCE = {
  name_vi: 'Đăng ký tạm trú',
  procedure: '1.004194',
  unit: 'area-police',
  takes: 'applicant',
  from: 'examine',
  until: 'check',
  term: '2wd',
};
const CARD = { name_vi: 'Cấp thẻ bảo hiểm', unit: 'unit.bhxh-tinh', from: 'sign', until: 'sign', term: '1wd' };

test('a linked procedure is composed by pages, its faults named at their fields, published, filed, and done by three bodies in its order', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  const save = (path: string, fields: Record<string, string>) => fillIn(administrator, path, fields);
  await save('/quan-tri/thu-tuc/moi', { code: '1.999002', name: 'Liên thông thử', nameEn: '', field: 'Cư trú' });
  const general = { name_vi: 'Liên thông thử', field_vi: 'Cư trú', subjects: 'citizen', online: 'full' };
  await save(`${DRAFT}/chung`, { ...general, 'requirements._rows': '0', 'remarks._rows': '0' });
  const ways = { term_count: '8', term_unit: 'wd', methods: 'online', 'cases._rows': '0', consent: 'false' };
  await save(`${DRAFT}/cach-thuc`, ways);
  const levels = { 'levels._rows': '1', 'levels.0.level': 'commune', 'levels.0.authority': 'commune', section: 'none' };
  await save(`${DRAFT}/tham-quyen`, levels);
  const result = { name_vi: 'Thông báo', kind: 'paper', template: 'none', originals: '1', when_mode: 'always' };
  await save(`${DRAFT}/ket-qua/moi`, result);
  expect((await administrator.get(DRAFT)).body).toContain('Không liên thông');

  const rows = { 'parts._rows': '2' };
  const send = async (first: Record<string, string>) => {
    const fields = { ...rows, ...part(0, first), ...part(1, CARD) };
    const asked = await administrator.press(await administrator.get(PARTS), PARTS, fields);
    // rows that the page had not shown bring up their questions first
    return asked.status === 200 ? administrator.press(asked, PARTS, fields) : asked;
  };
  const backwards = await send({ ...RESIDENCE, from: 'sign', until: 'examine' });
  expect(backwards.status).toBe(422);
  expect(backwards.body).toContain('href="#parts-0-until"');
  expect(backwards.body).toContain('phải xong ở bước bắt đầu nó hoặc bước sau');
  const untimed = await send({ ...RESIDENCE, term: 'lâu' });
  expect(untimed.status).toBe(422);
  expect(untimed.body).toContain('Nhập thời gian như 5wd');

  // a draft may be saved with a procedure that is not there, and not published
  expect((await send({ ...RESIDENCE, procedure: '9.999999' })).location).toBe(DRAFT);
  const draft = await administrator.get(DRAFT);
  expect(draft.body).toContain('danh mục không có thủ tục mã “9.999999”');
  expect(draft.body).not.toContain('>Công bố bản nháp<');
  const [asked = ''] = /<input[^>]*name="parts.0.procedure"[^>]*>/.exec((await administrator.get(PARTS)).body) ?? [];
  expect(asked).toContain('aria-invalid="true"');
  await save(PARTS, { ...rows, ...part(0, RESIDENCE), ...part(1, CARD) });
  const saved = (await administrator.get(PARTS)).body;
  expect(saved).toContain('“Cấp thẻ bảo hiểm” bắt đầu, sau “Đăng ký tạm trú”.');

  const today = { 'from.day': '23', 'from.month': '11', 'from.year': '2026' };
  const published = await administrator.press(await administrator.get(DRAFT), `${DRAFT}/cong-bo`, today);
  expect(published.location).toBe(ONE);

  const citizen = await browse(house, server, { as: 'citizen' });
  const code = await fileApplication(citizen, await beginApplication(citizen, '1.999002', '25459'));
  const dossier = `/can-bo/ho-so/${code}`;
  const officer = (role: string, unit: string) => browse(house, server, { as: { role, unit } });
  const police = await officer('DK', 'ca-25459');
  const insurance = await officer('CV', 'bhxh-tinh');
  await fillIn(await officer('TN', 'ttpvhcc-25459'), `${dossier}/tiep-nhan`);

  // the first part has begun, and its body reads what it takes in full; the second waits for its step
  const owed = (await police.get(`${dossier}/phan-viec`)).body;
  for (const words of ['Đăng ký tạm trú', '/thu-tuc/1.004194', 'NGUYỄN THỊ LÚA', 'C1234567'])
    expect(owed).toContain(words);
  expect(owed).not.toContain('Xin cấp thẻ thư viện.');
  expect((await police.get(dossier)).body).not.toContain('C1234567');
  const read = await sql<{ what: string }>`
    select r.what from journal.reading r join cases.case c on c.id = r.subject_id where c.code = ${code}
  `.execute(house.db);
  expect(read.rows).toContainEqual({ what: 'answers: dang-ky-tam-tru' });
  expect((await insurance.get('/can-bo/y-kien')).body).not.toContain(code);

  const content = { 'result.content': 'Đã làm.' };
  await fillIn(await officer('HT', 'vp-25459'), `${dossier}/xong-buoc`, content);
  const checker = await officer('LP', 'vp-25459');
  const early = await checker.press(await checker.get(`${dossier}/xong-buoc`), `${dossier}/xong-buoc`, content);
  expect(early.status).toBe(409);
  const done = { outcome: 'done', reference: '', note: '' };
  await fillIn(police, `${dossier}/phan-viec`, done);
  await fillIn(checker, `${dossier}/xong-buoc`, content);

  const plain = (await insurance.get(`${dossier}/phan-viec`)).body;
  expect(plain).toContain('Cấp thẻ bảo hiểm');
  expect(plain).not.toContain('Lấy từ tờ khai chung');
  const chairman = await officer('CT', 'ubnd-25459');
  const unsigned = await chairman.press(await chairman.get(`${dossier}/ky`), `${dossier}/ky`, { outcome: 'approved' });
  expect(unsigned.status).toBe(409);
  await fillIn(insurance, `${dossier}/phan-viec`, done);
  await fillIn(chairman, `${dossier}/ky`, { outcome: 'approved' });
  expect((await citizen.get(`/ho-so/${code}`)).body).toContain('Cấp thẻ bảo hiểm');
}, 120_000);
