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

const ONE = '/quan-tri/thu-tuc/1.999001';
const DRAFT = `${ONE}/nhap`;

test('what docs/operate/new-procedure.md says: set up by pages, published today, applied for, accepted, decided and handed over', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  const save = (path: string, fields: Record<string, string>) => fillIn(administrator, path, fields);
  await save('/quan-tri/thu-tuc/moi', { code: '1.999001', name: 'Cấp thẻ thư viện', nameEn: '', field: 'Văn hóa' });
  const general = { name_vi: 'Cấp thẻ thư viện', field_vi: 'Văn hóa', subjects: 'citizen', online: 'full' };
  await save(`${DRAFT}/chung`, { ...general, 'requirements._rows': '0', 'remarks._rows': '0' });
  const ways = { term_count: '3', term_unit: 'wd', methods: 'online', 'cases._rows': '0', consent: 'false' };
  await save(`${DRAFT}/cach-thuc`, ways);
  const levels = { 'levels._rows': '1', 'levels.0.level': 'commune', 'levels.0.authority': 'commune', section: 'none' };
  await save(`${DRAFT}/tham-quyen`, levels);
  const paper = { name_vi: 'Thẻ căn cước', handling: 'shown', originals: '1', when_mode: 'always' };
  await save(`${DRAFT}/thanh-phan/moi`, paper);
  const result = { name_vi: 'Thẻ thư viện', kind: 'paper', template: 'none', originals: '1', when_mode: 'always' };
  await save(`${DRAFT}/ket-qua/moi`, result);

  const form = `${DRAFT}/bieu-mau`;
  await administrator.press(await administrator.get(form), `${form}/rieng`);
  await save(`${form}/moi?kieu=section`, { title_vi: 'Thẻ', visible_mode: 'always' });
  await save(`${form}/moi?trong=s.the&kieu=choice`, {
    label_vi: 'Loại thẻ',
    offered: 'own',
    options: 'Thẻ đọc\nThẻ mượn',
    required_mode: 'always',
    visible_mode: 'always',
    prefill: 'none',
  });
  const draft = await administrator.get(DRAFT);
  expect(draft.body).not.toContain('Cần sửa trước khi công bố');
  const today = { 'from.day': '23', 'from.month': '11', 'from.year': '2026' };
  expect((await administrator.press(draft, `${DRAFT}/cong-bo`, today)).location).toBe(ONE);

  const citizen = await browse(house, server, { as: 'citizen' });
  expect((await citizen.get('/thu-tuc/1.999001')).body).toContain('Cấp thẻ thư viện');
  const application = await beginApplication(citizen, '1.999001', '25459');
  await fillIn(citizen, `${application}/the`, { loai_the: 'the-muon' });
  const code = await fileApplication(citizen, application);

  const units = await sql<{ key: string; code: string }>`
    select u.key, u.code from organisation.unit u join organisation.area a on a.id = u.area_id
    where a.code = '25459' and u.valid_to is null
  `.execute(house.db);
  const unit = (key: string) => units.rows.find((one) => one.key.startsWith(`${key}-`))?.code ?? '';
  const officer = (role: string, at: string) => browse(house, server, { as: { role, unit: unit(at) } });
  const dossier = `/can-bo/ho-so/${code}`;
  const reception = await officer('TN', 'ttpvhcc');
  await fillIn(reception, `${dossier}/tiep-nhan`);
  const content = { 'result.content': 'Cấp thẻ mượn cho bà Lúa.' };
  const examiner = await officer('HT', 'vp');
  expect((await examiner.get(`${dossier}/xong-buoc`)).body).toContain('In sau “quyết định như sau:”');
  await fillIn(examiner, `${dossier}/xong-buoc`, content);
  await fillIn(await officer('LP', 'vp'), `${dossier}/xong-buoc`, content);
  await fillIn(await officer('CT', 'ubnd'), `${dossier}/ky`, { outcome: 'approved' });
  await fillIn(await officer('VT', 'vp'), `${dossier}/vao-so`);
  // on a phone the end of the page is far away: what is asked of the applicant stands before what has happened
  const told = (await citizen.get(`/ho-so/${code}`)).body;
  expect(told.indexOf('Mở kết quả')).toBeGreaterThan(0);
  expect(told.indexOf('/danh-gia')).toBeGreaterThan(told.indexOf('Mở kết quả'));
  expect(told.indexOf('/danh-gia')).toBeLessThan(told.indexOf('Đã và sẽ diễn ra'));
  await fillIn(reception, `${dossier}/tra-ket-qua`, { how: 'electronic', to: '' });
  const status = await sql<{ status: string; outcome: string }>`
    select status, outcome from cases.case where code = ${code}
  `.execute(house.db);
  expect(status.rows).toEqual([{ status: 'closed', outcome: 'approved' }]);
}, 120_000);
