import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { aNotice, aPostOffice, type PostOffice } from '../../../test/harness/post-office.ts';
import { type Device, type PushReceiver, startPushReceiver } from '../../../test/harness/push-receiver.ts';
import { instant } from '../calendar/instant.ts';
import { deliverDue } from './deliver.ts';
import { programActor } from '../identity/signed-in.ts';
import { isPushService } from './push-services.ts';
import { retryDelivery } from './retry.ts';

let office: PostOffice;
let server: FastifyInstance;
let receiver: PushReceiver;
beforeAll(async () => {
  [office, receiver] = await Promise.all([aPostOffice(), startPushReceiver()]);
  server = await serverOf(office.house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await office.close();
  await receiver.stop();
});
beforeEach(() => office.clear());

const DEVICES = '/thong-bao/thiet-bi';
const newDevice = (): Device => receiver.aDevice(office.house.platform.push?.publicKey ?? '');
const press = async (visitor: Visitor, { endpoint, p256dh, auth }: Pick<Device, 'endpoint' | 'p256dh' | 'auth'>) =>
  visitor.press(await visitor.get(DEVICES), DEVICES, { endpoint, p256dh, auth });
const stopAll = () => sql`delete from notifications.push_subscription`.execute(office.house.db);

/** What the ledger says about the pushes to a citizen who was told something. */
async function tellCitizen(changes: Parameters<typeof aNotice>[0] = {}) {
  const notice = aNotice({ to: { accountId: await anAccount(office.house, 'citizen') }, ...changes });
  await office.tell(notice);
  await deliverDue(office.house.platform);
  return (await office.toldOf(notice.subjectId)).filter(({ channel }) => channel === 'web-push');
}

test('a browser that a person has told shows that something is new, and nothing of it leaves the portal', async () => {
  await stopAll();
  const citizen = await browse(office.house, server, { as: 'citizen' });
  const device = newDevice();
  expect((await press(citizen, device)).location).toBe(`${DEVICES}?da-bat=1`);
  expect((await citizen.get(`${DEVICES}?da-bat=1`)).body).toContain('Trình duyệt này sẽ báo khi có thông báo mới.');
  expect(await tellCitizen()).toMatchObject([{ state: 'sent', error: null, subject: 'Có thông báo mới' }]);
  expect(device.pushed.map(({ said }) => JSON.parse(said))).toEqual([
    { title: 'Có thông báo mới', body: 'Mở cổng dịch vụ công để xem.', url: '/thong-bao' },
  ]);
  const [pushed] = device.pushed;
  expect(pushed?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', topic: 'thong-bao' });
  expect(pushed?.claims.sub).toBe('https://dvc.example');
  expect(pushed?.sealed.toString('latin1')).not.toMatch(/thong-bao|H53/);
});

test('several notices within the window are one push; at night it waits', async () => {
  await stopAll();
  const device = newDevice();
  await press(await browse(office.house, server, { as: 'citizen' }), device);
  const to = { accountId: await anAccount(office.house, 'citizen') };
  for (const time of ['23:00', '23:01', '23:02']) await office.tell(aNotice({ to, at: instant(`2026-11-23T${time}`) }));
  office.house.setClock('2026-11-23T23:05');
  const rules = { quiet: { from: 21 * 60, to: 7 * 60 }, gatherMinutes: 5 };
  const waiting = { ...office.waiting(rules), mode: 'demo' } as const;
  await deliverDue(waiting);
  expect(device.pushed).toHaveLength(0);
  office.house.setClock('2026-11-24T07:00');
  await deliverDue(waiting);
  expect(device.pushed).toHaveLength(1);
});

test.each([404, 410])(
  'a browser that its service no longer knows (%i) is taken off, and the journal says why',
  async (status) => {
    await stopAll();
    const [gone, there] = [newDevice(), newDevice()];
    const citizen = await browse(office.house, server, { as: 'citizen' });
    await press(citizen, gone);
    await press(citizen, there);
    gone.answer(status);
    const states = (await tellCitizen()).map(({ state, error }) => `${state} ${error}`);
    expect(new Set(states)).toEqual(new Set([`failed web-push.answered-${status}`, 'sent null']));
    expect(await tellCitizen()).toMatchObject([{ state: 'sent' }]);
    expect(there.pushed).toHaveLength(2);
    const ended = await sql<{ body: string }>`
    select sealed::jsonb ->> 'body' as body from journal.entry where type = 'notifications.push-ended' order by recorded_at desc limit 1`.execute(
      office.house.db,
    );
    expect(JSON.parse(ended.rows[0]?.body ?? '')).toMatchObject({ why: 'gone' });
  },
);

test('a service that is busy is asked again when it says; one that refuses the message is not, nor is an administrator offered to', async () => {
  await stopAll();
  const device = newDevice();
  await press(await browse(office.house, server, { as: 'citizen' }), device);
  device.answer(429, { 'retry-after': '600' });
  expect(await tellCitizen()).toMatchObject([{ state: 'queued', next_at: instant('2026-11-23T09:10') }]);
  device.answer(201);
  office.house.setClock('2026-11-23T09:10');
  await deliverDue(office.house.platform);
  expect(device.pushed).toHaveLength(1);
  device.answer(413);
  const [refused] = await tellCitizen();
  expect(refused).toMatchObject({ state: 'failed', error: 'web-push.answered-413' });
  const again = { id: refused?.id ?? '', at: instant('2026-11-23T10:00') };
  expect(await retryDelivery(office.house.platform.db, programActor('test'), again)).toMatchObject({
    code: 'notifications.push-not-again',
  });
});

test('a person stops a browser; nobody else can; a shared browser tells only who asked last', async () => {
  await stopAll();
  const [citizen, business] = await Promise.all([
    browse(office.house, server, { as: 'citizen' }),
    browse(office.house, server, { as: 'business' }),
  ]);
  const device = newDevice();
  await press(citizen, device);
  const form = /action="([^"]+\/bo)"/.exec((await citizen.get(DEVICES)).body)?.[1] ?? '';
  expect((await business.get(DEVICES)).body).not.toContain(form);
  await business.send(
    form,
    new URLSearchParams({ csrf: /name="csrf" value="([^"]+)"/.exec((await business.get(DEVICES)).body)?.[1] ?? '' }),
  );
  expect(await tellCitizen()).toHaveLength(1);

  await press(business, device);
  expect(await tellCitizen()).toHaveLength(0);
  await press(citizen, device);
  const page = await citizen.get(DEVICES);
  const own = /action="([^"]+\/bo)"/.exec(page.body)?.[1] ?? '';
  expect((await citizen.press(page, own)).location).toBe(DEVICES);
  expect((await citizen.get(DEVICES)).body).toContain('Chưa có trình duyệt nào nhận thông báo.');
  expect(await tellCitizen()).toHaveLength(0);
});

test('we write to the push services of browsers and to no address that somebody names', async () => {
  const outside = { local: false };
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://db5p.notify.windows.com/w/?token=abc',
  ])
    expect([endpoint, isPushService(endpoint, outside)]).toEqual([endpoint, true]);
  for (const endpoint of [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com.example/x',
    'https://evil.example/fcm.googleapis.com',
    'https://x@fcm.googleapis.com/',
    'http://127.0.0.1/x',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    `https://fcm.googleapis.com/${'x'.repeat(1000)}`,
    '',
  ])
    expect([endpoint, isPushService(endpoint, outside)]).toEqual([endpoint, false]);

  await stopAll();
  const citizen = await browse(office.house, server, { as: 'citizen' });
  const device = newDevice();
  for (const wrong of [
    { endpoint: 'https://evil.example/x' },
    { p256dh: 'AAAA' },
    { p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url') },
    { auth: 'kurz' },
    { endpoint: '', p256dh: '', auth: '' },
  ])
    expect((await press(citizen, { ...device, ...wrong })).status).toBe(409);
  for (let count = 0; count < 10; count++) await press(citizen, newDevice());
  expect((await press(citizen, newDevice())).body).toContain('Đã có 10 trình duyệt nhận thông báo.');
});

test('without keys there is no push, and the page says so', async () => {
  const { push: _, ...without } = office.house.platform;
  const bare = await serverOf({ ...office.house, platform: without });
  const citizen = await browse(office.house, bare, { as: 'citizen' });
  expect((await citizen.get(DEVICES)).body).toContain('Cổng chưa bật thông báo đẩy.');
  await bare.close();
});
