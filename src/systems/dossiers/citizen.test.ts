import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBirthDossier } from '../../../test/harness/dossiers.ts';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { photo, SECRETS } from '../../../test/harness/sample-images.ts';
import { newId } from '../../platform/db/ids.ts';
import { beginDraft } from '../../platform/forms/draft.ts';
import { findFiles, readFileBytes, storeFile } from '../../platform/files/store-file.ts';
import { findProcedure } from '../procedures/index.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let citizen: Visitor;
let stranger: Visitor;
let guest: Visitor;
let accountId: string;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  citizen = await browse(house, server, { as: 'citizen' });
  stranger = await browse(house, server, { as: 'business' });
  guest = await browse(house, server);
  accountId = await anAccount(house, 'citizen');
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const codeOf = async (caseId: string): Promise<string> =>
  (await house.db.selectFrom('cases.case').select('code').where('id', '=', caseId).executeTakeFirstOrThrow()).code;

const aDossier = async (stage: Parameters<typeof aBirthDossier>[1]['stage']) => {
  const caseId = await aBirthDossier(house, { accountId, stage });
  return { caseId, code: await codeOf(caseId) };
};

async function aDraft(): Promise<string> {
  const found = await findProcedure(house.db, '1.001193', '2026-11-23');
  const draft = await beginDraft(house.db, {
    accountId,
    formVersion: found?.version?.id ?? '',
    particulars: { area: '25459', case: '' },
    answers: {},
    at: house.platform.clock(),
  });
  return draft.id;
}

test('a dossier, its papers and its draft are there for their owner and for nobody else', async () => {
  const { code } = await aDossier('accepted');
  const draft = await aDraft();
  const paths = [
    `/ho-so/${code}`,
    `/ho-so/${code}/thoi-han`,
    `/ho-so/${code}/nop-tien`,
    `/ho-so/${code}/rut`,
    `/ho-so/${code}/giay-to/receipt.pdf`,
    `/nop-ho-so/${draft}`,
    `/nop-ho-so/${draft}/child`,
    `/nop-ho-so/${draft}/kiem-tra`,
  ];
  for (const path of paths) {
    expect([path, (await citizen.get(path)).status]).toEqual([path, 200]);
    expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
    expect([path, (await guest.get(path)).status]).toEqual([path, 302]);
  }
});

test('a file opens for who brought it and no other; what a photo tells beside its picture is gone', async () => {
  const stored = await storeFile(house.platform, {
    name: 'giay-chung-sinh.jpg',
    bytes: photo(),
    purpose: 'component',
    owner: { type: 'dossier', id: newId() },
    uploadedBy: accountId,
    at: house.platform.clock(),
  });
  const id = stored.file?.id ?? '';
  const opened = await citizen.get(`/tep/${id}`);
  expect(opened.type).toBe('image/jpeg');
  for (const secret of SECRETS) expect(opened.bytes.includes(secret)).toBe(false);
  expect((await stranger.get(`/tep/${id}`)).status).toBe(404);
  expect((await citizen.get('/tep/khong-phai-tep')).status).toBe(404);
  const [file] = await findFiles(house.platform, { ids: [id] });
  expect(Buffer.from((await readFileBytes(house.config, file?.digest ?? '')) ?? []).equals(opened.bytes)).toBe(true);
});

test('tracking by code needs no account and says nothing about the person', async () => {
  const { code } = await aDossier('supplement-asked');
  const tracked = await guest.get(`/tra-cuu?ma=${code.toLowerCase()}`);
  expect(tracked.body).toContain('đang chờ người nộp bổ sung');
  expect(tracked.body).not.toMatch(/Lúa|NHIÊN|0912345678/);
  expect((await guest.get('/tra-cuu?ma=H53.1-000000-9999')).status).toBe(404);
  expect((await guest.get('/tra-cuu')).status).toBe(200);
});

test('withdrawing is asked once more, happens once, and a page that was too old says what has changed', async () => {
  const { code } = await aDossier('submitted');
  const asked = await citizen.get(`/ho-so/${code}/rut`);
  const sent = await citizen.press(asked, `/ho-so/${code}/rut`, { reason: 'Nộp nhầm.' });
  expect(sent.location).toBe(`/ho-so/${code}`);
  expect((await citizen.press(asked, `/ho-so/${code}/rut`, { reason: 'Nộp nhầm.' })).location).toBe(`/ho-so/${code}`);
  const again = await citizen.press(asked, `/ho-so/${code}/rut`, { reason: 'Khác.' });
  expect(again.status).toBe(422);
  expect((await citizen.get(`/ho-so/${code}`)).body).toContain('đã được rút');
  const late = await aDossier('supplement-asked');
  const old = await citizen.get(`/ho-so/${late.code}/rut`);
  await house.db.updateTable('cases.case').set({ version: 9 }).where('id', '=', late.caseId).execute();
  expect((await citizen.press(old, `/ho-so/${late.code}/rut`)).status).toBe(409);
});

test('a supplement without anything in it is told so, and corrections of what was stated go with it', async () => {
  const { code } = await aDossier('supplement-asked');
  const asked = await citizen.get(`/ho-so/${code}/bo-sung`);
  expect(asked.body).toContain('Giấy chứng sinh bị mờ, chụp lại.');
  const empty = await citizen.press(asked, `/ho-so/${code}/bo-sung`);
  expect(empty.status).toBe(422);
  expect(empty.body).toContain('Hãy chọn ít nhất một tệp');
  const draft = await citizen.press(asked, `/ho-so/${code}/bo-sung/sua`);
  const review = await citizen.get(`${draft.location}/kiem-tra`);
  expect(review.body).not.toContain('Nộp hồ sơ</');
  expect((await citizen.get('/ho-so-cua-toi')).body).not.toContain(draft.location);
});

test('a draft is kept with what was wrong in it, and thrown away when asked', async () => {
  const draft = await aDraft();
  const section = await citizen.get(`/nop-ho-so/${draft}/child`);
  const saved = await citizen.press(section, `/nop-ho-so/${draft}/child`, {
    'child.full_name': 'an nhiên',
    'child.birth_date.day': '31',
    'child.birth_date.month': '2',
    'child.birth_date.year': '2026',
  });
  expect(saved.status).toBe(422);
  expect(saved.body).toContain('value="31"');
  expect((await citizen.get(`/nop-ho-so/${draft}/child`)).body).toMatch(/value="an nhiên"/i);
  const early = await citizen.post(`/nop-ho-so/${draft}/nop`, hidden(section));
  expect(early.location).toBe(`/nop-ho-so/${draft}/kiem-tra`);
  const list = await citizen.get(`/nop-ho-so/${draft}`);
  expect((await citizen.press(list, `/nop-ho-so/${draft}/xoa`)).location).toBe('/ho-so-cua-toi');
  expect((await citizen.get(`/nop-ho-so/${draft}`)).status).toBe(404);
});

test('two pages of one draft: the older one is saved too, and says that it was behind', async () => {
  const draft = await aDraft();
  const first = await citizen.get(`/nop-ho-so/${draft}/situation`);
  const other = await citizen.get(`/nop-ho-so/${draft}/child`);
  await citizen.press(first, `/nop-ho-so/${draft}/situation`, { situation: 'ordinary' });
  const behind = await citizen.press(other, `/nop-ho-so/${draft}/child`, { 'child.full_name': 'Trần An' });
  expect(behind.status).toBe(409);
  expect(behind.body).toContain('Trần An');
});

test('an application begins only where an office is known, and only for what is taken online', async () => {
  const start = await citizen.get('/thu-tuc/1.001193/nop');
  const wrong = await citizen.press(start, '/thu-tuc/1.001193/nop', { area: '00000' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Hãy chọn xã, phường.');
  expect((await citizen.get('/thu-tuc/9.999999/nop')).status).toBe(404);
});

/** Those with a form of their own, and one with the general form. */
const WITH_FORMS = [
  '1.000894',
  '1.004873',
  '1.004222',
  '1.001612',
  '1.013225',
  '1.013831',
  '1.004650',
  '1.001776',
  '2.002043',
];

test('what is taken online can be begun, and every part of its form is a page that is well', async () => {
  for (const code of WITH_FORMS) {
    const start = await citizen.get(`/thu-tuc/${code}/nop`);
    expect([code, start.status]).toEqual([code, 200]);
    const chosen = /name="case" value="([^"]+)"/.exec(start.body)?.[1];
    const begun = await citizen.press(start, `/thu-tuc/${code}/nop`, {
      area: '25459',
      ...(chosen && { case: chosen }),
    });
    expect([code, begun.status]).toEqual([code, 303]);
    const list = await citizen.get(begun.location ?? '');
    const sections = [...list.body.matchAll(/<a class="ds-link" href="(\/nop-ho-so\/[^"?]+\/[^"?]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(sections.length).toBeGreaterThan(0);
    for (const section of sections)
      expect([code, section, (await citizen.get(section)).status]).toEqual([code, section, 200]);
    expect((await citizen.get(`${begun.location}/kiem-tra`)).body).toContain('Còn phần chưa xong');
  }
});

test('each slip is a PDF once something gave it, and not before', async () => {
  const { code } = await aDossier('supplement-asked');
  const pdf = await citizen.get(`/ho-so/${code}/giay-to/supplement-request.pdf`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  for (const none of ['receipt', 'apology', 'refusal', 'register', '..%2f..'])
    expect((await citizen.get(`/ho-so/${code}/giay-to/${none}.pdf`)).status).toBe(404);
});

test('a verification code that is none is answered without a word about others', async () => {
  expect((await guest.get('/xac-minh')).status).toBe(200);
  expect((await guest.get('/xac-minh/7K3M-9QXD-2FHA')).status).toBe(404);
  expect((await guest.get('/xac-minh?ma=khong-phai')).body).toContain('Không có văn bản nào mang mã này');
});

const hidden = (page: { body: string }) => ({ csrf: /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '' });
