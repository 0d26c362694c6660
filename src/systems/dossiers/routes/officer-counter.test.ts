import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { counterFields, DEATH } from '../../../../test/harness/counter.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let counter: Visitor;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  counter = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const CARD = '072195001234|290123456|Nguyễn Thị Ngọc Ánh|05041995|Nữ|Ấp Thạnh Trung|10052021';
const formOf = (card = CARD) => counter.get(`/can-bo/quay?${new URLSearchParams({ the: card, tt: DEATH })}`);
const dossiers = async (): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::integer as count from cases.case`.execute(house.db)).rows[0]?.count ??
  0;

test('what is no card is said to be none, and stays to be mended', async () => {
  const page = await counter.get(`/can-bo/quay?${new URLSearchParams({ the: 'HC4790000000001|', q: 'khai tu' })}`);
  expect(page.status).toBe(422);
  expect(page.body).toContain('Không đọc được số định danh');
  expect(page.body).toContain('HC4790000000001|');
});

test('a card goes to the procedure, the first match has the focus and each has its key', async () => {
  const page = await counter.get(`/can-bo/quay?${new URLSearchParams({ the: CARD, q: 'khai tu' })}`);
  expect(page.body).toMatch(/<button[^>]*value="1\.000656"[^>]*autofocus[^>]*aria-keyshortcuts="1"/);
  expect(page.body).toContain('aria-keyshortcuts="2"');
  expect(page.body).toContain('class="vc-key-hints"');
});

test('what a card says is posted: it stands in no address of a page or a link', async () => {
  const start = await counter.get('/can-bo/quay');
  const found = await counter.press(start, '/can-bo/quay/tim', { the: CARD, q: 'khai tu' });
  expect(found.status).toBe(200);
  const form = await counter.press(found, '/can-bo/quay/tim', { the: CARD, tt: DEATH });
  expect(form.body).toContain('value="Nguyễn Thị Ngọc Ánh"');
  for (const page of [found, form]) expect(page.body).not.toMatch(/(href|action)="[^"]*072195001234/);
});

test('the same press again makes no second dossier and leads to the same receipt', async () => {
  const form = await formOf();
  const before = await dossiers();
  const first = await counter.press(form, '/can-bo/quay', counterFields());
  expect(first, first.body).toMatchObject({ status: 303 });
  const second = await counter.press(form, '/can-bo/quay', counterFields());
  expect(second.location).toBe(first.location);
  expect(await dossiers()).toBe(before + 1);
  const received = await counter.get(first.location ?? '');
  expect(received.body).toContain('aria-keyshortcuts="n"');
});

test('the same person with the same procedure is pointed out before the form, and once more at its button', async () => {
  const form = await formOf();
  expect(form.body).toContain('Người này đang có hồ sơ cùng thủ tục');
  const before = await dossiers();
  const asked = await counter.press(form, '/can-bo/quay', counterFields({ request: 'Đăng ký khai tử cho mẹ.' }));
  expect(asked.status).toBe(409);
  expect(asked.body).toContain('Đăng ký khai tử cho mẹ.');
  expect(await dossiers()).toBe(before);
  const sent = await counter.press(asked, '/can-bo/quay', counterFields({ alike_seen: 'true' }));
  expect(sent, sent.body).toMatchObject({ status: 303 });
  expect(await dossiers()).toBe(before + 1);
});

test('another person of the same name, or the same person with another procedure, is no duplicate', async () => {
  expect((await formOf(CARD.replace('072195001234', '072195009999'))).body).not.toContain('Người này đang có hồ sơ');
  const other = await counter.get(`/can-bo/quay?${new URLSearchParams({ the: CARD, tt: '1.000894' })}`);
  expect(other.body).not.toContain('Người này đang có hồ sơ');
});

test('a mistake loses neither words nor ticks nor where the result is collected', async () => {
  const form = await formOf();
  const office = await sql<{ id: string }>`select id from organisation.unit where code = 'H53.103.1'`.execute(house.db);
  const kept = { return_at: office.rows[0]?.id ?? '', request: 'Chữ đã gõ.', 'requester.full_name': '' };
  const page = await counter.press(form, '/can-bo/quay', counterFields(kept));
  expect(page.status).toBe(422);
  expect(page.body).toContain('Chữ đã gõ.');
  expect(page.body).toMatch(/name="paper\.giay-bao-tu-hoac-giay-to"[^>]*checked|checked[^>]*name="paper\.giay-bao-tu/);
  expect(page.body).toMatch(new RegExp(`<option value="${kept.return_at}" selected`));
});

test('a scan that somebody else brought can’t be named as kept', async () => {
  const form = await formOf('072195007777');
  const fileId = newId();
  const page = await counter.press(form, '/can-bo/quay', {
    ...counterFields({ applicant_number: '', 'requester.full_name': '' }),
    'kept.giay-bao-tu-hoac-giay-to': fileId,
  });
  expect(page.status).toBe(422);
  expect(page.body).not.toContain(fileId);
});

test('the papers taken in are digitised on a page of their own, step by step, and the signed copy is opened there', async () => {
  const form = await formOf('072195003333|1|Trần Văn Bốn|05041995|Nam|Ấp Thạnh Trung|10052021');
  const own = { applicant_name: 'Trần Văn Bốn', applicant_number: '072195003333' };
  const sent = await counter.press(form, '/can-bo/quay', counterFields(own));
  expect(sent, sent.body).toMatchObject({ status: 303 });
  const code = sent.location?.split('/').at(-1) ?? '';
  const path = `/can-bo/so-hoa/${code}`;
  const component = 'giay-bao-tu-hoac-giay-to';
  expect((await counter.get(sent.location ?? '')).body).toContain(path);
  const first = await counter.get(path);
  expect(first.body).toContain('1/4 Chờ kiểm tra');
  const checked = await counter.press(first, path, { component, step: 'check' });
  expect(checked).toMatchObject({ status: 303, location: `${path}#${component}` });
  const second = await counter.get(path);
  expect(second.body).toContain('2/4 Chờ quét');
  expect(second.body).toContain('capture="environment"');
  const nothing = await counter.press(second, path, { component, step: 'add' });
  expect(nothing.status).toBe(422);
  const early = await counter.press(second, path, { component, step: 'sign' });
  expect(early.status).toBe(409);
  expect(early.body).toContain('Gắn mã cho giấy tờ trước khi ký');
  const other = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
  expect((await other.get(path)).status).toBe(404);
});
