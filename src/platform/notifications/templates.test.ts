import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aNotice, aPostOffice, type PostOffice } from '../../../test/harness/post-office.ts';
import { instant } from '../calendar/instant.ts';
import { loadTemplates } from './load-templates.ts';

let office: PostOffice;
let server: FastifyInstance;
beforeAll(async () => {
  office = await aPostOffice();
  server = await serverOf(office.house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await office.close();
});
beforeEach(() => office.clear());

const TOLD = '/quan-tri/mau-thong-bao/test.told';
const TEXTS = {
  'subject.vi': 'Đã tiếp nhận hồ sơ {code}',
  'subject.en': 'Dossier {code} accepted',
  'body.vi': 'Hồ sơ {code} đã được tiếp nhận.\r\n\r\nTrả kết quả: {when}.',
  'body.en': 'Dossier {code} has been accepted. Due: {when}.',
  'sms.vi': 'Đã nhận {code}. Trả: {when}.',
  'sms.en': 'Accepted {code}.',
};
const day = (text: string) => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { 'from.day': date, 'from.month': month, 'from.year': year };
};
const anAdministrator = () => browse(office.house, server, { as: 'administrator' });

async function subjectTold(at: string): Promise<string | null | undefined> {
  const notice = aNotice({ at: instant(at) });
  await office.tell(notice);
  return (await office.toldOf(notice.subjectId))[0]?.subject;
}

test('an administrator drafts other words, sees them in each channel and language, publishes them from a day, and goes back', async () => {
  const administrator = await anAdministrator();
  expect((await administrator.get('/quan-tri/mau-thong-bao')).body).toContain(
    'href="/quan-tri/mau-thong-bao/test.told"',
  );
  const before = await administrator.get(TOLD);
  expect(before.body).toContain('Hồ sơ H53.1-261123-0001 đã được tiếp nhận');
  const form = await administrator.get(`${TOLD}/sua`);
  expect(form.body).toContain('{when}');
  expect((await administrator.press(form, `${TOLD}/sua`, TEXTS)).location).toBe(TOLD);

  const draft = await administrator.get(TOLD);
  for (const said of [
    'Trả kết quả: ngày mai.',
    'Dossier H53.1-261123-0001 has been accepted. Due: tomorrow.',
    'Da nhan H53.1-261123-0001. Tra: ngay mai.',
    'Thư tự động của Dịch vụ công tỉnh Tây Ninh',
  ])
    expect(draft.body).toContain(said);
  expect(draft.body).toContain('<del>Hẹn trả: <code>{when}</code>.</del>');
  expect(draft.body).toContain('<ins>Trả kết quả: <code>{when}</code>.</ins>');
  expect(await subjectTold('2026-11-23T09:00')).toBe('Hồ sơ H53.1-261123-0001 đã được tiếp nhận');

  const published = await administrator.press(draft, `${TOLD}/cong-bo`, day('2026-11-25'));
  expect(published.location).toBe(`${TOLD}?phien-ban=2`);
  expect(await subjectTold('2026-11-24T09:00')).toBe('Hồ sơ H53.1-261123-0001 đã được tiếp nhận');
  expect(await subjectTold('2026-11-25T09:00')).toBe('Đã tiếp nhận hồ sơ H53.1-261123-0001');

  office.house.setClock('2026-11-26T08:00');
  const late = await anAdministrator();
  const old = await late.get(`${TOLD}?phien-ban=1`);
  expect((await late.press(old, `${TOLD}/dung-lai`, day('2026-11-26'))).location).toBe(`${TOLD}?phien-ban=3`);
  expect(await subjectTold('2026-11-26T09:00')).toBe('Hồ sơ H53.1-261123-0001 đã được tiếp nhận');
  expect((await late.get(TOLD)).body).toContain('dùng lại phiên bản 1');

  const entries = await sql<{ type: string; body: string }>`
    select type, sealed::jsonb ->> 'body' as body from journal.entry where type like 'notifications.template%' order by recorded_at`.execute(
    office.house.db,
  );
  expect(entries.rows.map(({ type, body }) => [type, JSON.parse(body)])).toEqual([
    ['notifications.template-drafted', { code: 'test.told', base: 1 }],
    [
      'notifications.template-published',
      { code: 'test.told', version: 2, valid_from: '2026-11-25', copied_from: null },
    ],
    ['notifications.template-published', { code: 'test.told', version: 3, valid_from: '2026-11-26', copied_from: 1 }],
  ]);
});

test('the next start leaves the published words in force; what the pack has since waits to be taken over', async () => {
  const { db } = office.house.platform;
  const versions = async () =>
    (
      await sql<{ version: number; origin: string }>`
      select distinct version, origin from notifications.template where code = 'test.told' order by version`.execute(db)
    ).rows;
  const known = (await versions()).length;
  await loadTemplates(db, office.pack);
  expect(await versions()).toHaveLength(known);
  const told = await subjectTold('2026-11-27T09:00');
  writeFileSync(join(office.pack, 'notifications/a.yaml'), office.template.replaceAll('tiếp nhận', 'nhận rồi'));
  await loadTemplates(db, office.pack);
  expect((await versions()).at(-1)).toEqual({ version: known + 1, origin: 'pack' });
  expect(await subjectTold('2026-11-27T09:00')).toBe(told);

  office.house.setClock('2026-11-27T08:00');
  const administrator = await anAdministrator();
  expect((await administrator.get(TOLD)).body).toContain(`lời mới hơn: phiên bản ${known + 1}`);
  const page = await administrator.get(`${TOLD}?phien-ban=${known + 1}`);
  await administrator.press(page, `${TOLD}/dung-lai`, day('2026-11-27'));
  expect(await subjectTold('2026-11-27T09:00')).toBe('Hồ sơ H53.1-261123-0001 đã được nhận rồi');
});

test('what the template is not given, a stray brace, a long text message and a missing language come back with all that was typed', async () => {
  const administrator = await anAdministrator();
  const form = await administrator.get('/quan-tri/mau-thong-bao/test.thanked/sua');
  const page = await administrator.press(form, '/quan-tri/mau-thong-bao/test.thanked/sua', {
    ...TEXTS,
    'subject.vi': 'Chào {name}',
    'body.en': 'Oh {',
    'sms.vi': 'dài '.repeat(40),
    'sms.en': '',
  });
  expect(page.status).toBe(422);
  for (const said of [
    'Chào {name}',
    'không có giá trị <code>{name}</code>',
    'test.thanked',
    'href="#subject-vi"',
    'href="#body-en"',
    'href="#sms-vi"',
    'href="#sms-en"',
  ])
    expect(page.body.toLowerCase()).toContain(said.toLowerCase());
  expect(page.body).toContain('dài dài');
  expect((await administrator.get('/quan-tri/mau-thong-bao/test.thanked')).body).not.toContain('Bản nháp');
});

test('nothing new, a day that has passed or is none, and what somebody else has done meanwhile, are refused with a sentence', async () => {
  const path = '/quan-tri/mau-thong-bao/test.thanked';
  const administrator = await anAdministrator();
  const form = await administrator.get(`${path}/sua`);
  const inForce = {
    'subject.vi': 'Hồ sơ {code} đã được tiếp nhận',
    'subject.en': 'Dossier {code} has been accepted',
    'body.vi': 'Hồ sơ {code} đã được tiếp nhận.\r\n\r\nHẹn trả: {when}.',
    'body.en': 'Dossier {code} has been accepted.',
    'sms.vi': 'Hồ sơ {code} đã được tiếp nhận. Hẹn trả: {when}.',
    'sms.en': 'Dossier {code} accepted.',
  };
  const same = await administrator.press(form, `${path}/sua`, inForce);
  expect([same.status, same.body.includes('không khác gì')]).toEqual([422, true]);

  await administrator.press(form, `${path}/sua`, TEXTS);
  expect((await administrator.press(form, `${path}/sua`, TEXTS)).status).toBe(409);
  const draft = await administrator.get(path);
  for (const from of ['2026-11-22', '2026-02-30', 'x-y-z']) {
    const refused = await administrator.press(draft, `${path}/cong-bo`, day(from));
    expect([from, refused.status]).toEqual([from, 422]);
  }
  await administrator.press(await administrator.get(`${path}/sua`), `${path}/sua`, { ...TEXTS, 'subject.vi': 'Khác' });
  expect((await administrator.press(draft, `${path}/cong-bo`, day('2026-11-24'))).status).toBe(409);
  expect((await administrator.press(draft, `${path}/bo-nhap`)).status).toBe(409);
  const fresh = await administrator.get(path);
  expect((await administrator.press(fresh, `${path}/bo-nhap`)).location).toBe(path);
  expect((await administrator.get(path)).body).not.toContain(`${path}/bo-nhap`);
});

test('unknown templates and versions are not found, and nobody but an administrator edits', async () => {
  const administrator = await anAdministrator();
  for (const path of [
    '/quan-tri/mau-thong-bao/x.y',
    '/quan-tri/mau-thong-bao/x.y/sua',
    `${TOLD}?phien-ban=99`,
    `${TOLD}?phien-ban=a`,
  ])
    expect([path, (await administrator.get(path)).status]).toEqual([path, 404]);
  const officer = await browse(office.house, server, { as: { role: 'TN' } });
  expect((await officer.get(TOLD)).status).toBe(404);
});
