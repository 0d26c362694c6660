import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { AT_ONCE } from '../../../test/harness/post-office.ts';
import { instant } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { deliverDue } from './deliver.ts';
import { eraseDeliveries, listDeliveries } from './ledger.ts';
import { type Notice, notify } from './notify.ts';
import { optOutPath } from './opt-out-link.ts';
import { REPORT_PATH } from './report-route.ts';

let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse({ SMS_KEY: 'shared', SMS_URL: 'http://127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1:1' });
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});
beforeEach(() => house.setClock('2026-11-23T09:00'));

async function tell(changes: Partial<Notice> = {}): Promise<string> {
  const subjectId = newId();
  await house.platform.db.transaction().execute((trx) =>
    notify(trx, {
      to: { accountId: null },
      template: 'dossiers.stopped',
      values: () => ({ code: 'H53.1-261123-0001', procedure: 'Cấp phép', place: 'Ủy ban', reason: '<b>mưa</b>' }),
      subjectId,
      entryId: newId(),
      at: instant('2026-11-23T09:00'),
      link: '/tra-cuu?ma=H53.1-261123-0001',
      simulated: false,
      ...changes,
    }),
  );
  return subjectId;
}

const deliveriesAbout = async (subjectId: string) =>
  (await listDeliveries(house.platform.db, { limit: 100 })).filter((one) => one.subject_id === subjectId);

test.each(['vi', 'en'] as const)('a citizen reads what they were told and marks it as read (%s)', async (locale) => {
  const accountId = await anAccount(house, 'citizen');
  const subjectId = await tell({ to: { accountId } });
  const citizen = await browse(house, server, { as: 'citizen', locale });
  const page = await citizen.get('/thong-bao');
  expect(page.body).toContain('H53.1-261123-0001');
  expect(page.body).toContain('&lt;b>mưa&lt;/b>');
  const id = (await deliveriesAbout(subjectId)).find(({ channel }) => channel === 'in-app')?.id;
  expect(page.body).toContain(`/thong-bao/${id}/da-doc`);
  expect((await citizen.press(page, `/thong-bao/${id}/da-doc`)).location).toBe('/thong-bao');
  const after = await citizen.get('/thong-bao');
  expect(after.body).not.toContain(`/thong-bao/${id}/da-doc`);
  await tell({ to: { accountId } });
  await citizen.press(await citizen.get('/thong-bao'), '/thong-bao/da-doc');
  expect((await citizen.get('/thong-bao')).body).not.toContain('/da-doc"');
});

test('every page has a bell that counts what is not read, to ninety-nine', async () => {
  const accountId = await anAccount(house, { role: 'VT' });
  const officer = await browse(house, server, { as: { role: 'VT' } });
  const bell = async () => /<span class="vc-count">([^<]+)</.exec((await officer.get('/tai-khoan/phien')).body)?.[1];
  expect(await bell()).toBeUndefined();
  await tell({ to: { accountId } });
  const erased = await tell({ to: { accountId } });
  expect(await bell()).toBe('2');
  await eraseDeliveries(house.platform.db, erased);
  expect(await bell()).toBe('1');
  for (let i = 0; i < 100; i++) await tell({ to: { accountId } });
  expect(await bell()).toBe('99+');
  await officer.press(await officer.get('/thong-bao'), '/thong-bao/da-doc');
  expect(await bell()).toBeUndefined();
});

test('a long list goes on by key', async () => {
  const accountId = await anAccount(house, 'business');
  for (let i = 0; i < 21; i++) await tell({ to: { accountId } });
  const business = await browse(house, server, { as: 'business' });
  const next = /href="(\/thong-bao\?truoc=[^"]+)"/.exec((await business.get('/thong-bao')).body)?.[1] ?? '';
  const page = await business.get(next);
  expect(page.body.match(/<article class="vc-rows"/g)).toHaveLength(1);
  expect((await business.get('/thong-bao?truoc=hỏng')).status).toBe(200);
});

test('nothing of somebody else is marked, and a guest is asked to sign in', async () => {
  const subjectId = await tell({ to: { accountId: await anAccount(house, 'citizen') } });
  const id = (await deliveriesAbout(subjectId)).find(({ channel }) => channel === 'in-app')?.id ?? '';
  const business = await browse(house, server, { as: 'business' });
  await business.press(await business.get('/thong-bao'), '/thong-bao/da-doc');
  expect((await deliveriesAbout(subjectId)).find((one) => one.id === id)?.read_at).toBeNull();
  expect((await (await browse(house, server)).get('/thong-bao')).location).toBe('/dang-nhap?tiep=%2Fthong-bao');
});

test('a person chooses how they are told, and the journal keeps the choice', async () => {
  const citizen = await browse(house, server, { as: 'citizen' });
  const page = await citizen.get('/thong-bao/tuy-chon');
  expect(page.body).toContain('…678');
  expect(page.body).not.toContain('912345678');
  const saved = await citizen.press(page, '/thong-bao/tuy-chon', { email: 'true' });
  expect(saved.location).toBe('/thong-bao/tuy-chon?da-luu=1');
  expect((await citizen.get(saved.location ?? '')).body).toContain('Đã lưu lựa chọn của bạn.');
  const subjectId = await tell({ to: { accountId: await anAccount(house, 'citizen') } });
  const told = (await deliveriesAbout(subjectId)).map(({ channel, state }) => `${channel} ${state}`);
  expect(told.sort()).toEqual(['in-app delivered', 'sms suppressed']);
  await citizen.press(page, '/thong-bao/tuy-chon', { email: 'true', sms: 'true' });
  const entries = await sql<{ body: string }>`
    select sealed::jsonb ->> 'body' as body from journal.entry where type = 'notifications.preference-changed'
      and subject_id = ${await anAccount(house, 'citizen')} order by recorded_at
  `.execute(house.db);
  expect(entries.rows.map(({ body }) => JSON.parse(body))).toEqual([
    { channel: 'sms', wanted: false },
    { channel: 'sms', wanted: true },
  ]);
});

test("the link in a mail ends such mail with one press or by the mail program's own button; a forged one is nothing", async () => {
  const accountId = await anAccount(house, 'citizen');
  const { secret } = house.platform;
  const sent = async () =>
    (await deliveriesAbout(await tell({ to: { accountId } }))).find((one) => one.channel === 'sms');
  const link = optOutPath(secret, (await sent())?.id ?? '');
  const guest = await browse(house, server);
  const page = await guest.get(link);
  expect(page.body).toContain('Ngừng nhận thông báo qua tin nhắn SMS?');
  expect((await guest.get(link.replace(/thu=[^&]+/, `thu=${newId()}`))).status).toBe(404);
  expect((await guest.get('/thong-bao/ngung')).status).toBe(404);

  // as RFC 8058 has a mail program post: no cookie, no origin, no field of ours
  const oneClick = await server.inject({
    method: 'POST',
    url: link,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(oneClick.statusCode).toBe(303);
  expect((await guest.get(link)).body).toContain('Đã ngừng.');
  expect((await sent())?.state).toBe('suppressed');
});

test('an administrator sees the ledger with masked addresses, narrows it and has what failed sent again', async () => {
  const contact = { phone: '0900000091' };
  const subjectId = await tell({ to: { contact } });
  await sql`update notifications.delivery set state = 'failed', next_at = null, error = 'sms.answered-422' where subject_id = ${subjectId}`.execute(
    house.db,
  );
  const [failed] = await deliveriesAbout(subjectId);
  const administrator = await browse(house, server, { as: 'administrator' });
  const page = await administrator.get('/quan-tri/thong-bao?trang-thai=failed');
  expect(page.body).toContain('…091');
  expect(page.body).not.toContain('900000091');
  expect(page.body).toContain('sms.answered-422');
  const retry = `/quan-tri/thong-bao/${failed?.id}/gui-lai`;
  expect((await administrator.press(page, retry)).location).toBe(`/quan-tri/thong-bao/${failed?.id}`);
  expect((await deliveriesAbout(subjectId))[0]).toMatchObject({ state: 'queued', attempts: 0 });
  expect((await administrator.get('/quan-tri/thong-bao?trang-thai=suppressed')).status).toBe(200);

  const officer = await browse(house, server, { as: { role: 'TN' } });
  expect((await officer.get('/quan-tri/thong-bao')).status).toBe(404);
  expect((await officer.get(`/quan-tri/thong-bao/${failed?.id}`)).status).toBe(404);
});

test('the ledger is narrowed by channel, template, day and the code of a dossier, and goes on by key', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  const contact = { phone: '0900000044', email: 'hep@hop-thu.example' };
  const caseId = newId();
  await sql`insert into cases.case (id, kind, code, title, search, status, channel, simulated, opened_at, changed_at)
    values (${caseId}, 'dossier', 'H53.1-261123-0777', 'Thử', '', 'submitted', 'online', false, '2026-11-23', '2026-11-23')`.execute(
    house.db,
  );
  await tell({ to: { contact }, subjectId: caseId, at: instant('2026-10-05T10:00') });
  const rows = async (query: string) =>
    (await administrator.get(`/quan-tri/thong-bao?${query}`)).body.match(/<tr data-key=/g)?.length ?? 0;
  expect(await rows('ho-so=h53.1-261123-0777')).toBe(2);
  expect(await rows('ho-so=H53.1-261123-0777&kenh=sms')).toBe(1);
  expect(await rows('ho-so=H53.1-261123-0777&trang-thai=failed')).toBe(0);
  expect(await rows('ngay=2026-10-05')).toBe(2);
  expect(await rows('ngay=2026-10-05&mau=dossiers.stopped&kenh=email')).toBe(1);
  expect(await rows('ngay=2026-10-05&mau=dossiers.refused')).toBe(0);
  expect(await rows('ho-so=H53.1-261123-9999')).toBe(0);
  expect(await rows('ngay=31-13&trang-thai=x&kenh=y&truoc=z')).toBe(50);

  const first = await administrator.get('/quan-tri/thong-bao?mau=dossiers.stopped');
  const next = /href="([^"]+)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(next).toContain('mau=dossiers.stopped&truoc=');
  const second = await administrator.get(next);
  const keys = (body: string) => [...body.matchAll(/<tr data-key="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(keys(second.body)[0] ?? '').not.toBe('');
  expect((keys(second.body)[0] ?? '') < (keys(first.body).at(-1) ?? '')).toBe(true);
});

test('to whom it went and what it said is shown only with a purpose, and who saw it is written down', async () => {
  const subjectId = await tell({ to: { contact: { email: 'rat-rieng@hop-thu.example' } } });
  const [delivery] = await deliveriesAbout(subjectId);
  const path = `/quan-tri/thong-bao/${delivery?.id}`;
  const administrator = await browse(house, server, { as: 'administrator' });
  const page = await administrator.get(path);
  expect(page.body).toContain('r…@hop-thu.example');
  expect(page.body).not.toMatch(/rat-rieng|mưa/);
  const readings = async () =>
    (await sql<{ what: string }>`select what from journal.reading where subject_id = ${subjectId}`.execute(house.db))
      .rows;

  const refused = await administrator.press(page, `${path}/hien`, { purpose: '  ' });
  expect(refused.status).toBe(422);
  expect(refused.body).not.toContain('rat-rieng');
  expect(await readings()).toEqual([]);
  const shown = await administrator.press(page, `${path}/hien`, { purpose: 'Người dân hỏi' });
  expect(shown.body).toContain('rat-rieng@hop-thu.example');
  expect(shown.body).toContain('mưa');
  expect(await readings()).toEqual([{ what: `notifications.delivery ${delivery?.id}: Người dân hỏi` }]);
  expect((await administrator.get('/quan-tri/thong-bao/khong-co')).status).toBe(404);
  expect((await administrator.get(`/quan-tri/thong-bao/${newId()}`)).status).toBe(404);
});

test("the gateway's signed reports settle a message once, whatever the order, and nobody else's do", async () => {
  let gateway: RunningSimulator | undefined;
  try {
    const origin = await server.listen({ host: '127.0.0.1', port: 0 });
    gateway = await startSimulator('sms', {
      API_KEY: 'shared',
      REPORT_URL: `${origin}${REPORT_PATH}`,
      REPORT_SECRET: 'shared',
      TRAVEL_MS: '1',
    });
    const config = { ...house.platform.config, smsUrl: gateway.url };
    const subjects = new Map<string, string>();
    for (const number of ['0900000001', '0900000093', '0900000096', '0900000094'])
      subjects.set(number, await tell({ to: { contact: { phone: number } } }));
    await sql`update notifications.delivery set next_at = null, state = 'kept' where next_at is not null and subject_id <> all (${[...subjects.values()]})`.execute(
      house.db,
    );
    const real = () => instant(new Date().toISOString());
    await deliverDue({ ...house.platform, config, notifying: AT_ONCE });
    // the gateway signs with the time of the machine
    house.setClock(new Date(real()).toISOString());
    const stateOf = async (number: string) => (await deliveriesAbout(subjects.get(number) ?? ''))[0];
    const settled = async () =>
      (await stateOf('0900000001'))?.state === 'delivered' &&
      (await stateOf('0900000093'))?.state === 'failed' &&
      (await stateOf('0900000096'))?.state === 'delivered';
    for (let attempt = 0; attempt < 400 && !(await settled()); attempt++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await stateOf('0900000001')).toMatchObject({ state: 'delivered', error: null });
    expect(await stateOf('0900000093')).toMatchObject({ state: 'failed', error: 'sms.undelivered' });
    expect(await stateOf('0900000096')).toMatchObject({ state: 'delivered' });
    expect(await stateOf('0900000094')).toMatchObject({ state: 'sent' });

    const message = await stateOf('0900000094');
    const report = async (body: string, secret: string, at = real()) => {
      const timestamp = String(Math.floor(at / 1000));
      const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const headers = { 'content-type': 'application/json', 'sms-timestamp': timestamp, 'sms-signature': `v1=${mac}` };
      return (await fetch(origin + REPORT_PATH, { method: 'POST', headers, body })).status;
    };
    const body = JSON.stringify({ messageId: message?.provider_id, status: 'delivered' });
    expect(await report(body, 'guessed')).toBe(401);
    expect(await report(body, 'shared', instant('2026-11-23T09:00'))).toBe(401);
    expect(await report('{"messageId":7}', 'shared')).toBe(400);
    expect(await report(JSON.stringify({ messageId: 'none', status: 'delivered' }), 'shared')).toBe(404);
    expect((await stateOf('0900000094'))?.state).toBe('sent');
    expect(await report(body, 'shared')).toBe(200);
    expect(await report(body.replace('delivered', 'undelivered'), 'shared')).toBe(200);
    expect((await stateOf('0900000094'))?.state).toBe('delivered');
  } finally {
    await gateway?.stop();
  }
});
