import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { runUpkeep } from '../../../platform/jobs/upkeep.ts';
import { findProcedure } from '../find-procedure.ts';
import { getVersion } from '../get-version.ts';
import type { ProcedureTables } from '../tables.ts';

let house: House<ProcedureTables>;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse<ProcedureTables>();
  server = await serverOf(house);
  return async () => {
    await server.close();
    await house.close();
  };
});
beforeEach(() => house.setClock('2026-11-23T08:00'));

const ONE = '/quan-tri/thu-tuc/1.001193';
const DRAFT = `${ONE}/nhap`;
const anAdministrator = () => browse(house, server, { as: 'administrator' });
const from = (text: string) => {
  const [year = '', month = '', day = ''] = text.split('-');
  return { 'from.day': day, 'from.month': month, 'from.year': year };
};
const GENERAL = {
  name_vi: 'Thủ tục đăng ký khai sinh',
  name_en: 'Birth registration',
  synonyms: 'giấy khai sinh',
  field_vi: 'Hộ tịch',
  subjects: 'citizen',
  online: 'full',
  'requirements._rows': '0',
  'remarks._rows': '0',
};
const nameOn = async (day: string) => (await findProcedure(house.db, '1.001193', day))?.version?.definition.name.vi;

async function listedName(): Promise<string | undefined> {
  const listed = await sql<{ name: string }>`
    select name ->> 'vi' as name from procedures.procedure where code = '1.001193'`.execute(house.db);
  return listed.rows[0]?.name;
}

async function saveGeneral(administrator: Visitor, page: Page, changes: Record<string, string>): Promise<Page> {
  return administrator.press(page, `${DRAFT}/chung`, { ...GENERAL, ...changes });
}

test('a draft is begun from the version in force, changed, compared, published from a day, and rolled back; old dossiers keep theirs', async () => {
  const administrator = await anAdministrator();
  const before = await findProcedure(house.db, '1.001193', '2026-11-23');
  const old = before?.version?.definition.name.vi ?? '';
  expect((await administrator.get('/quan-tri/thu-tuc?tim=dang+ky+khai+sinh')).body).toContain(`href="${ONE}"`);
  const versions = await administrator.get(ONE);
  expect((await administrator.press(versions, `${ONE}/lap-nhap`)).location).toBe(DRAFT);
  expect((await administrator.get(DRAFT)).body).toContain('Không có gì khác.');

  const general = await administrator.get(`${DRAFT}/chung`);
  expect(general.body).toContain(old);
  expect((await saveGeneral(administrator, general, {})).location).toBe(DRAFT);
  const draft = await administrator.get(DRAFT);
  expect(draft.body).toContain(`<del>${old}</del>`);
  expect(draft.body).toContain('<ins>Thủ tục đăng ký khai sinh</ins>');

  expect((await administrator.press(draft, `${DRAFT}/cong-bo`, from('2026-11-22'))).body).toContain(
    'Ngày áp dụng phải từ hôm nay trở đi.',
  );
  expect((await administrator.press(draft, `${DRAFT}/cong-bo`, from('2026-12-01'))).location).toBe(ONE);
  expect(await nameOn('2026-11-30')).toBe(old);
  expect(await nameOn('2026-12-01')).toBe('Thủ tục đăng ký khai sinh');
  expect((await administrator.get(ONE)).body).toContain('Chờ áp dụng');
  expect(await listedName()).toBe(old);
  expect((await getVersion(house.db, before?.version?.id ?? ''))?.definition.name.vi).toBe(old);

  house.setClock('2026-12-01T02:00');
  await runUpkeep(house.platform);
  expect(await listedName()).toBe('Thủ tục đăng ký khai sinh');

  house.setClock('2026-12-02T08:00');
  const later = await anAdministrator();
  const back = await later.get(`${ONE}/phien-ban/${before?.version?.id}`);
  await later.press(back, `${ONE}/phien-ban/${before?.version?.id}/dung-lai`, from('2026-12-02'));
  expect(await nameOn('2026-12-01')).toBe('Thủ tục đăng ký khai sinh');
  expect(await nameOn('2026-12-02')).toBe(old);
  expect((await later.get(ONE)).body).toContain('dùng lại phiên bản cũ');
  expect((await later.get(ONE)).body).toContain('href="/thu-tuc/1.001193"');

  const entries = await sql<{ type: string; by: string }>`
    select e.type, a.name as by from journal.entry e join identity.account a on a.id = e.account_id
    where e.type like 'procedures.%' order by e.recorded_at`.execute(house.db);
  expect(entries.rows.map(({ type }) => type)).toEqual([
    'procedures.draft-started',
    'procedures.draft-saved',
    'procedures.definition-published',
    'procedures.definition-published',
  ]);
});

test('two administrators never overwrite one another: the second is told who saved which part, and keeps what was typed', async () => {
  const [first, second] = [await anAdministrator(), await anAdministrator()];
  await first.press(await first.get(ONE), `${ONE}/lap-nhap`);
  const [mine, theirs] = [await first.get(`${DRAFT}/chung`), await second.get(`${DRAFT}/chung`)];
  expect((await saveGeneral(first, mine, { name_vi: 'Tên của người thứ nhất' })).location).toBe(DRAFT);
  expect((await saveGeneral(first, mine, { name_vi: 'Tên của người thứ nhất' })).location).toBe(DRAFT);

  const refused = await saveGeneral(second, theirs, { name_vi: 'Tên của người thứ hai' });
  expect(refused.status).toBe(409);
  expect(refused.body).toContain('Người khác đã sửa bản nháp');
  expect(refused.body).toContain('Thông tin chung');
  expect(refused.body).toContain('Tên của người thứ hai');
  expect((await first.get(DRAFT)).body).toContain('Tên của người thứ nhất');
  expect((await saveGeneral(second, refused, { name_vi: 'Tên của người thứ hai' })).location).toBe(DRAFT);
  expect((await first.get(DRAFT)).body).toContain('Tên của người thứ hai');

  const old = await first.get(DRAFT);
  await saveGeneral(second, await second.get(`${DRAFT}/chung`), { name_vi: 'Tên sửa lần nữa' });
  expect((await first.press(old, `${DRAFT}/bo`)).status).toBe(409);
  expect((await first.press(old, `${DRAFT}/cong-bo`, from('2026-12-01'))).status).toBe(409);
  expect((await first.press(await first.get(DRAFT), `${DRAFT}/bo`)).location).toBe('/quan-tri/thu-tuc');
  expect((await first.look(DRAFT)).status).toBe(404);
});

test('a new procedure is begun with its code; what is still missing is said at its part, and it is not published before', async () => {
  const administrator = await anAdministrator();
  const asked = { code: '1.9', name: '', nameEn: '', field: '' };
  const form = await administrator.get('/quan-tri/thu-tuc/moi');
  const wrong = await administrator.press(form, '/quan-tri/thu-tuc/moi', asked);
  expect(wrong.body).toContain('Mã thủ tục gồm một chữ số');
  const taken = await administrator.press(form, '/quan-tri/thu-tuc/moi', { ...asked, code: '1.001193' });
  expect(taken.body).toContain('Mã này đã có thủ tục hoặc bản nháp');
  const named = { code: '1.999001', name: 'Cấp thẻ thử nghiệm', nameEn: 'Issue a trial card', field: 'Thử nghiệm' };
  const begun = await administrator.press(form, '/quan-tri/thu-tuc/moi', named);
  expect(begun.location).toBe('/quan-tri/thu-tuc/1.999001/nhap');
  const draft = await administrator.get('/quan-tri/thu-tuc/1.999001/nhap');
  expect((await administrator.get('/quan-tri/thu-tuc/1.999001')).body).not.toContain('Xem trang người dân thấy');
  for (const said of ['Chọn đối tượng thực hiện.', 'Thêm cơ quan giải quyết.', 'Thêm ít nhất một kết quả.'])
    expect(draft.body).toContain(said);
  expect(draft.body).not.toContain('Công bố bản nháp');
  expect((await administrator.get('/quan-tri/thu-tuc?hien=drafts')).body).toContain('Cấp thẻ thử nghiệm');
  const general = await administrator.get('/quan-tri/thu-tuc/1.999001/nhap/chung');
  expect(general.body).toMatch(/id="subjects-error"[\s\S]{0,80}Chọn đối tượng thực hiện\./);
});

test('a version of an era gone by is compared in words, and is not used again while nobody in it decides', async () => {
  const administrator = await anAdministrator();
  const path = '/quan-tri/thu-tuc/1.001612';
  const old = await sql<{ id: string }>`
    select v.id from procedures.version v join procedures.procedure p on p.id = v.procedure_id
    where p.code = '1.001612' and v.valid_to = '2025-06-30'`.execute(house.db);
  const page = await administrator.get(`${path}/phien-ban/${old.rows[0]?.id}`);
  expect(page.body).toContain('<del>Ủy ban nhân dân cấp xã</del>');
  expect(page.body).toContain('<ins>Ủy ban nhân dân cấp huyện</ins>');
  expect(page.body).toContain('<ins>30/06/2025</ins>');
  const action = `${path}/phien-ban/${old.rows[0]?.id}/dung-lai`;
  const refused = await administrator.press(page, action, from('2026-11-24'));
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Không có cơ quan nào giải quyết vào ngày 24/11/2026.');
});
