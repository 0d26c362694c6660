import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { attributeOf } from '../../../../test/harness/html-faults.ts';
import { textOf } from '../../../../test/harness/pdf-reader.ts';
import { fromRoot } from '../../../platform/config/project-root.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { findSlip } from '../../../platform/documents/slips/find-slip.ts';
import { exampleContext, exampleSlip } from '../../../platform/documents/slips/slip-examples.ts';
import { renderSlip } from '../../../platform/documents/slips/slip.ts';
import { loadDocumentTemplates } from '../../../platform/documents/templates/load-templates.ts';
import { listCodes } from '../../../platform/documents/templates/template-store.ts';

let house: House;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  return async () => {
    await server.close();
    await house.close();
  };
});
beforeEach(async () => {
  house.setClock('2026-11-23T08:00');
  await sql`delete from documents.template_draft`.execute(house.db);
});

const LIST = '/quan-tri/mau-giay';
const RECEIPT = `${LIST}/slip-receipt`;
const anAdministrator = () => browse(house, server, { as: 'administrator' });
const from = (text: string) => {
  const [year = '', month = '', day = ''] = text.split('-');
  return { 'from.day': day, 'from.month': month, 'from.year': year };
};

/** Everything that the form on the page holds, as a browser would send it. */
function filledIn({ tree }: Page): Record<string, string> {
  const [form] = (tree?.querySelectorAll('main form') ?? []).filter((one) => one.querySelector('textarea'));
  const boxes = form?.querySelectorAll('textarea, input') ?? [];
  const chosen = form?.querySelectorAll('select') ?? [];
  return Object.fromEntries([
    ...boxes.map((one) => [attributeOf(one, 'name') ?? '', attributeOf(one, 'value') ?? decoded(one.textContent)]),
    ...chosen.map((one) => {
      const option = one.querySelectorAll('option').find((each) => each.hasAttribute('selected'));
      return [attributeOf(one, 'name') ?? '', (option && attributeOf(option, 'value')) ?? ''];
    }),
  ]) as Record<string, string>;
}

const decoded = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const send = (visitor: Visitor, page: Page, path: string, changes: Record<string, string>): Promise<Page> =>
  visitor.post(path, { ...filledIn(page), ...changes });

/** The block whose text holds these words, as the page names it. */
function blockWith(page: Page, words: string): string {
  const found = Object.entries(filledIn(page)).find(
    ([name, text]) => /^body.*text$/.test(name) && text.includes(words),
  );
  if (!found) throw new Error(`no block says ${words}`);
  return found[0].replace(/\.text$/, '');
}

async function receiptOf(at: string): Promise<Uint8Array> {
  const moment = instant(at);
  const slip = await findSlip(house.db, { meaning: 'receipt', family: 'one-stop', at: moment });
  return renderSlip(slip, exampleSlip('receipt'), exampleContext(moment));
}

test('a receipt is worded anew, looked at, compared, published from a day, and rolled back; what was given prints as it was', async () => {
  const administrator = await anAdministrator();
  const given = await receiptOf('2026-11-23T07:00');
  expect((await administrator.get(LIST)).body).toContain(`href="${RECEIPT}"`);
  const form = await administrator.get(`${RECEIPT}/sua`);
  for (const said of ['<code>{due_at}</code>', 'Giờ, ngày hẹn trả kết quả', 'bắt buộc', 'Mẫu số 01'])
    expect(form.body).toContain(said);

  const block = blockWith(form, 'Số lượng hồ sơ');
  const changes = { [`${block}.text`]: 'Số bộ giấy tờ đã nộp: {sets}' };
  expect((await send(administrator, form, `${RECEIPT}/sua`, changes)).location).toBe(`${RECEIPT}/sua`);
  const draft = await administrator.get(RECEIPT);
  expect(draft.body).toContain('<del>Số lượng hồ sơ: <code>{sets}</code> (bộ)</del>');
  expect(draft.body).toContain('<ins>Số bộ giấy tờ đã nộp: <code>{sets}</code></ins>');
  const print = await administrator.get(`${RECEIPT}/ban-in/nhap-1/mau.pdf`);
  expect(print.status).toBe(200);

  const passed = await administrator.press(draft, `${RECEIPT}/cong-bo`, from('2026-11-22'));
  expect(passed.body).toContain('Ngày áp dụng phải từ hôm nay trở đi.');
  const published = await administrator.press(draft, `${RECEIPT}/cong-bo`, from('2026-12-01'));
  expect(published.location).toBe(`${RECEIPT}?phien-ban=3`);
  expect(await textOf(await receiptOf('2026-11-30T23:59'))).not.toContain('Số bộ giấy tờ đã nộp');
  expect(await textOf(await receiptOf('2026-12-01T08:00'))).toContain('Số bộ giấy tờ đã nộp');

  house.setClock('2026-12-05T08:00');
  const renewed = await receiptOf('2026-12-05T07:00');
  const later = await anAdministrator();
  const old = await later.get(`${RECEIPT}?phien-ban=2`);
  const restored = await later.press(old, `${RECEIPT}/dung-lai`, from('2026-12-05'));
  expect(restored.location).toBe(`${RECEIPT}?phien-ban=4`);
  expect((await later.get(RECEIPT)).body).toContain('dùng lại phiên bản 2');
  expect(await textOf(await receiptOf('2026-12-05T09:00'))).toContain('Số lượng hồ sơ: 01 (bộ)');
  expect(await receiptOf('2026-12-05T07:00')).toEqual(renewed);
  expect(await receiptOf('2026-11-23T07:00')).toEqual(given);

  const entries = await sql<{ type: string }>`
    select type from journal.entry where subject_type = 'document-template' order by recorded_at`.execute(house.db);
  expect(entries.rows.map(({ type }) => type)).toEqual([
    'documents.template-drafted',
    'documents.template-published',
    'documents.template-published',
  ]);
});

test('what an administrator published stays when the pack is loaded again, and a changed file of it waits', async () => {
  const before = await sql`select code, version from documents.template order by code, version`.execute(house.db);
  await loadDocumentTemplates(house.db, fromRoot('provinces/tay-ninh'), instant('2026-12-06T08:00'));
  expect(
    (await sql`select code, version from documents.template order by code, version`.execute(house.db)).rows,
  ).toEqual(before.rows);
});

test('a field that there is not, and a required one that is gone, are refused with their place; nothing typed is lost', async () => {
  const administrator = await anAdministrator();
  const form = await administrator.get(`${LIST}/slip-refusal/sua`);
  const block = blockWith(form, '{reason}');
  const wrong = await send(administrator, form, `${LIST}/slip-refusal/sua`, {
    [`${block}.text`]: 'Vì: {resaon}',
    title: 'Phiếu từ chối mới',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Không có gì để điền vào “<code>{resaon}</code>” (ký tự thứ 5).');
  expect(wrong.body).toContain('Mẫu phải có <code>{reason}</code>, luôn được in');
  expect(wrong.body).toContain('Phiếu từ chối mới');
  const english = await browse(house, server, { as: 'administrator', locale: 'en' });
  const again = await english.get(`${LIST}/slip-refusal/sua`);
  const refused = await send(english, again, `${LIST}/slip-refusal/sua`, { [`${block}.text`]: 'Vì: {resaon}' });
  expect(refused.body).toContain('There is nothing to fill “<code>{resaon}</code>” with (character 5).');
  expect((await administrator.get(`${LIST}/slip-refusal`)).body).toContain('Sửa thành bản nháp');
});

test('a block is added, moved and removed on the page before anything is saved', async () => {
  const administrator = await anAdministrator();
  const path = `${LIST}/slip-apology/sua`;
  const form = await administrator.get(path);
  const added = await send(administrator, form, path, { lam: 'add:0' });
  expect(added.status).toBe(200);
  expect(added.body).toContain('name="count" value="8"');
  const up = await send(administrator, added, path, { 'body.1.text': 'Lời mới', lam: 'up:1' });
  expect(blockWith(up, 'Lời mới')).toBe('body.0');
  const removed = await send(administrator, up, path, { lam: 'remove:0' });
  expect(removed.body).toContain('name="count" value="7"');
  const same = await send(administrator, removed, path, {});
  expect(same.body).toContain('Nội dung không khác gì phiên bản đang áp dụng.');
});

test('a result paper is worded anew with the fields of its form, and prints with invented answers', async () => {
  const administrator = await anAdministrator();
  const path = `${LIST}/birth-certificate`;
  const form = await administrator.get(`${path}/sua`);
  for (const said of ['{child.full_name}', '{issue.agency}', '{result.book}']) expect(form.body).toContain(said);
  const saved = await send(administrator, form, `${path}/sua`, { symbol: 'KS-{year}' });
  expect(saved.location).toBe(`${path}/sua`);
  expect((await administrator.get(path)).body).toContain('<ins>KS-<code>{year}</code></ins>');
  expect((await administrator.get(`${path}/ban-in/nhap-1/mau.pdf`)).status).toBe(200);
  const wrong = await send(administrator, await administrator.get(`${path}/sua`), `${path}/sua`, { title_en: '' });
  expect(wrong.status).toBe(422);
});

test('every template of the pack opens for writing and prints', async () => {
  const administrator = await anAdministrator();
  for (const code of await listCodes(house.db)) {
    expect((await administrator.get(`${LIST}/${code}/sua`)).status, code).toBe(200);
    expect((await administrator.get(`${LIST}/${code}/ban-in/pb-1/mau.pdf`)).status, code).toBe(200);
  }
});

test('two who write at once: the second is told, and a draft is dropped', async () => {
  const [first, second] = [await anAdministrator(), await anAdministrator()];
  const path = `${LIST}/slip-stop-notice`;
  const [one, two] = [await first.get(`${path}/sua`), await second.get(`${path}/sua`)];
  expect((await send(first, one, `${path}/sua`, { title: 'Thông báo A' })).status).toBe(303);
  const late = await send(second, two, `${path}/sua`, { title: 'Thông báo B' });
  expect(late.body).toContain('Mẫu đã được người khác sửa hoặc công bố');
  expect((await first.press(await first.get(path), `${path}/bo-nhap`)).location).toBe(path);
  expect((await first.get(path)).body).not.toContain('Công bố bản nháp');
});

test('nobody else sees the templates', async () => {
  const officer = await browse(house, server, { as: { role: 'CT' } });
  expect((await officer.get(LIST)).status).toBe(404);
});
