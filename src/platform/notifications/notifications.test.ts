import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { type MailServer, startMailServer } from '../../../test/harness/mail-server.ts';
import { instant } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { createAccount } from '../identity/account.ts';
import { programActor } from '../identity/signed-in.ts';
import type { Mode, Platform } from '../system/platform.ts';
import { deliverDue } from './deliver.ts';
import { countUnread, listNotifications, markRead } from './inbox.ts';
import { type Delivery, eraseDeliveries, listDeliveries } from './ledger.ts';
import { listVersion, loadTemplates } from './load-templates.ts';
import { type Notice, notify } from './notify.ts';
import { listPreferences, optOutByLink, savePreferences } from './opt-out.ts';
import { readOptOut } from './opt-out-link.ts';
import { retryDelivery } from './retry.ts';

let house: House;
let mail: MailServer;
let sms: RunningSimulator;
let refused: number | undefined;
const pack = mkdtempSync(join(tmpdir(), 'vamco-pack-'));
const actor = programActor('test');

const TEMPLATE = `code: test.told
kind: legal
valid_from: '2020-01-01'
values: [code, when]
subject: {vi: 'Hồ sơ {code} đã được tiếp nhận', en: 'Dossier {code} has been accepted'}
body:
  vi: |-
    Hồ sơ {code} đã được tiếp nhận.

    Hẹn trả: {when}.
  en: 'Dossier {code} has been accepted.'
sms: {vi: 'Hồ sơ {code} đã được tiếp nhận. Hẹn trả: {when}.', en: 'Dossier {code} accepted.'}
`;
const COURTESY = TEMPLATE.replace('test.told', 'test.thanked').replace('legal', 'courtesy');

beforeAll(async () => {
  mail = await startMailServer(() => refused);
  sms = await startSimulator('sms', { API_KEY: 'key', TRAVEL_MS: '1' });
  house = await aHouse({ SMTP_URL: mail.url, SMS_URL: sms.url, SMS_KEY: 'key', PUBLIC_URL: 'https://dvc.example' });
  mkdirSync(join(pack, 'notifications'));
  writeFileSync(join(pack, 'notifications/a.yaml'), TEMPLATE);
  writeFileSync(join(pack, 'notifications/b.yaml'), COURTESY);
  await loadTemplates(house.platform.db, pack);
});
afterAll(async () => {
  await house.close();
  await sms.stop();
  await mail.stop();
});
beforeEach(() => {
  refused = undefined;
  mail.mails.length = 0;
  house.setClock('2026-11-23T09:00');
});
afterEach(async () => {
  await sql`update notifications.delivery set state = 'kept', next_at = null where next_at is not null`.execute(
    house.db,
  );
});

const platformIn = (mode: Mode, changes: Partial<Platform['config']> = {}): Platform => ({
  ...house.platform,
  mode,
  config: { ...house.platform.config, ...changes },
});

const notice = (changes: Partial<Notice> = {}): Notice => ({
  to: { contact: { email: 'hoa@hop-thu.example', phone: '0900 000 001' } },
  template: 'test.told',
  values: () => ({ code: 'H53.1-261123-0001', when: '17 giờ 00 phút ngày 26/11/2026' }),
  subjectId: newId(),
  entryId: newId(),
  at: instant('2026-11-23T09:00'),
  link: '/tra-cuu?ma=H53.1-261123-0001',
  simulated: false,
  ...changes,
});

const tell = (given: Notice): Promise<number> => house.platform.db.transaction().execute((trx) => notify(trx, given));

async function toldOf(subjectId: string): Promise<Delivery[]> {
  const rows = await listDeliveries(house.platform.db, { limit: 100 });
  return rows.filter((row) => row.subject_id === subjectId).sort((a, b) => a.channel.localeCompare(b.channel));
}

async function aCitizen(changes: { locale?: 'vi' | 'en'; demo?: boolean } = {}): Promise<string> {
  const made = await createAccount(house.platform.db, actor, {
    kind: 'citizen',
    name: 'Nguyễn Thị Hoa',
    email: `hoa-${newId()}@hop-thu.example`,
    phone: '0900000002',
    at: instant('2026-11-01T08:00'),
    ...changes,
  });
  if (made.kind !== 'created') throw new Error(made.code);
  return made.accountId;
}

test('an e-mail arrives as text and HTML with strict headers, once for an entry', async () => {
  const given = notice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  expect(await tell(given)).toBe(1);
  expect(await tell(given)).toBe(0);
  await deliverDue(platformIn('production'));
  await deliverDue(platformIn('production'));

  expect(mail.mails).toHaveLength(1);
  const [arrived] = mail.mails;
  const [row] = await toldOf(given.subjectId);
  expect(arrived?.to).toEqual(['hoa@hop-thu.example']);
  expect(arrived?.headers).toMatchObject({
    subject: 'Hồ sơ H53.1-261123-0001 đã được tiếp nhận',
    'message-id': `<${row?.id}@localhost>`,
    'auto-submitted': 'auto-generated',
    'content-language': 'vi',
    date: 'Mon, 23 Nov 2026 02:00:00 +0000',
  });
  // what the law has us tell, to somebody without an account: there is no other way, and so no way out
  expect(arrived?.headers['list-unsubscribe']).toBeUndefined();
  expect(arrived?.text).toContain('Hẹn trả: 17 giờ 00 phút ngày 26/11/2026.');
  expect(arrived?.text).toContain('https://dvc.example/tra-cuu?ma=H53.1-261123-0001');
  expect(arrived?.html).toContain('<html lang="vi">');
  expect(arrived?.html).not.toMatch(/<script|<img|style=/);
  // nothing but ASCII in the header, no line over 998
  expect(arrived?.raw.split('\r\n\r\n')[0]).toMatch(/^[\x20-\x7e\r\n\t]+$/);
  expect(row).toMatchObject({ state: 'sent', attempts: 1, error: null });
});

test('in a demonstration an e-mail says in subject and text that it is simulated', async () => {
  await tell(notice({ to: { contact: { email: 'hoa@hop-thu.example' } } }));
  await deliverDue(house.platform);
  expect(mail.mails[0]?.headers.subject).toBe('[Mô phỏng] Hồ sơ H53.1-261123-0001 đã được tiếp nhận');
  expect(mail.mails[0]?.text).toContain('không có giá trị pháp lý');
});

test('what people write can start no header and no markup', async () => {
  const given = notice({
    to: { contact: { email: 'hoa@hop-thu.example' } },
    values: () => ({ code: 'x\r\nBcc: all@hop-thu.example', when: '<b onload=1>{code}</b>' }),
  });
  await tell(given);
  await deliverDue(platformIn('production'));
  expect(mail.mails[0]?.headers.bcc).toBeUndefined();
  expect(mail.mails[0]?.to).toEqual(['hoa@hop-thu.example']);
  expect(mail.mails[0]?.headers.subject).toBe('Hồ sơ x Bcc: all@hop-thu.example đã được tiếp nhận');
  expect(mail.mails[0]?.html).toContain('&lt;b onload=1>{code}&lt;/b>');
  for (const email of [
    'a@b@c.example',
    'hoa\r\nBcc: x@y.example',
    'hoa@localhost',
    '<hoa@y.example>',
    'a b@y.example',
    '"a"@y.example',
  ]) {
    expect(await tell(notice({ to: { contact: { email } } })), email).toBe(0);
  }
});

test('a mail server that is busy is asked again later, one that refuses for good is not', async () => {
  const busy = notice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  await tell(busy);
  refused = 451;
  await deliverDue(platformIn('production'));
  expect(await toldOf(busy.subjectId)).toMatchObject([
    { state: 'queued', attempts: 1, next_at: instant('2026-11-23T09:01') },
  ]);
  const job = await sql<{
    at: number;
  }>`select run_at as at from graphile_worker._private_jobs where key = 'notifications.deliver'`.execute(house.db);
  expect(job.rows).toHaveLength(1);

  refused = undefined;
  house.setClock('2026-11-23T09:00:59');
  await deliverDue(platformIn('production'));
  expect(mail.mails).toHaveLength(0);
  house.setClock('2026-11-23T09:01');
  await deliverDue(platformIn('production'));
  expect(await toldOf(busy.subjectId)).toMatchObject([{ state: 'sent', attempts: 2 }]);

  const gone = notice({ to: { contact: { email: 'di-roi@hop-thu.example' } } });
  await tell(gone);
  refused = 550;
  await deliverDue(platformIn('production'));
  expect(await toldOf(gone.subjectId)).toMatchObject([{ state: 'failed', attempts: 1 }]);
});

test('a server that is away for days ends in failed; an administrator has it sent again', async () => {
  const given = notice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  await tell(given);
  const away = platformIn('production', { smtpUrl: 'smtp://127.0.0.1:1' });
  for (const at of ['23T09:00', '23T09:01', '23T09:06', '23T09:36', '23T11:36', '23T17:36', '24T17:36']) {
    house.setClock(`2026-11-${at}`);
    await deliverDue(away);
  }
  const [failed] = await toldOf(given.subjectId);
  expect(failed).toMatchObject({ state: 'failed', attempts: 7 });
  expect(failed?.error).toContain('ECONNREFUSED');

  const again = { id: failed?.id ?? '', at: instant('2026-11-25T08:00') };
  expect(await retryDelivery(house.platform.db, actor, again)).toEqual({ kind: 'queued' });
  expect(await retryDelivery(house.platform.db, actor, again)).toMatchObject({ code: 'notifications.not-failed' });
  house.setClock('2026-11-25T08:00');
  await deliverDue(platformIn('production'));
  expect(await toldOf(given.subjectId)).toMatchObject([{ state: 'sent', attempts: 1 }]);
  const entry = await sql<{ type: string }>`select type from journal.entry where subject_id = ${failed?.id}`.execute(
    house.db,
  );
  expect(entry.rows).toEqual([{ type: 'notifications.delivery-retried' }]);
});

test('a text message goes out unaccented in one SMS, once for its id', async () => {
  const given = notice({ to: { contact: { phone: '+84 900 000 011' } } });
  await tell(given);
  await deliverDue(platformIn('production'));
  const [row] = await toldOf(given.subjectId);
  expect(row).toMatchObject({ state: 'sent', address: '+84900000011' });
  const sent = await (
    await fetch(`${sms.url}/messages/${row?.provider_id}`, { headers: { authorization: 'Bearer key' } })
  ).json();
  expect(sent).toMatchObject({
    text: 'Ho so H53.1-261123-0001 da duoc tiep nhan. Hen tra: 17 gio 00 phut ngay 26/11/2026.',
    parts: 1,
  });
});

test('a gateway that is busy is asked again under the same key; a number that does not exist has failed', async () => {
  const busy = notice({ to: { contact: { phone: '0900000092' } } });
  const none = notice({ to: { contact: { phone: '0900000091' } } });
  await tell(busy);
  await tell(none);
  for (const at of ['09:00', '09:01', '09:06']) {
    house.setClock(`2026-11-23T${at}`);
    await deliverDue(platformIn('production'));
  }
  expect(await toldOf(busy.subjectId)).toMatchObject([{ state: 'sent', attempts: 3 }]);
  expect(await toldOf(none.subjectId)).toMatchObject([
    { state: 'failed', error: 'sms.answered-422: sms.no-such-number' },
  ]);
});

test('a landline gets no text message, and an account without addresses is told in the portal', async () => {
  expect(await tell(notice({ to: { contact: { phone: '0276 3822233' } } }))).toBe(0);
  const accountId = await aCitizen();
  await sql`update identity.account set email = null, phone = null where id = ${accountId}`.execute(house.db);
  const given = notice({ to: { accountId } });
  expect(await tell(given)).toBe(1);
  expect(await toldOf(given.subjectId)).toMatchObject([{ channel: 'in-app', state: 'delivered' }]);
});

test('a person reads in the portal, in their language, what they were told, and nobody else does', async () => {
  const accountId = await aCitizen({ locale: 'en' });
  const stranger = await aCitizen();
  await tell(notice({ to: { accountId } }));
  await tell(notice({ to: { accountId }, template: 'test.thanked' }));
  const { db } = house.platform;
  const items = await listNotifications(db, accountId, { limit: 10 });
  expect(items.map(({ subject, read }) => [subject, read])).toEqual([
    ['Dossier H53.1-261123-0001 has been accepted', false],
    ['Dossier H53.1-261123-0001 has been accepted', false],
  ]);
  expect(await listNotifications(db, accountId, { before: items[0]?.id, limit: 10 })).toHaveLength(1);
  const at = instant('2026-11-23T10:00');
  await markRead(db, stranger, { only: items[0]?.id ?? '', at });
  expect(await countUnread(db, accountId)).toBe(2);
  await markRead(db, accountId, { only: items[0]?.id ?? '', at });
  expect(await countUnread(db, accountId)).toBe(1);
  await markRead(db, accountId, { at });
  expect(await countUnread(db, accountId)).toBe(0);
});

test('who opts out gets no e-mail, by the page or by the link in one, and may take it back', async () => {
  const { db, secret } = house.platform;
  const accountId = await aCitizen();
  const at = instant('2026-11-23T09:30');
  const states = async (template: string) => {
    const given = notice({ to: { accountId }, template });
    await tell(given);
    return Object.fromEntries((await toldOf(given.subjectId)).map(({ channel, state }) => [channel, state]));
  };
  await savePreferences(db, actor, { accountId, wanted: { email: false, sms: true }, at });
  expect(await states('test.told')).toEqual({ 'in-app': 'delivered', email: 'suppressed', sms: 'queued' });
  await savePreferences(db, actor, { accountId, wanted: { email: true, sms: true }, at });
  expect(await states('test.thanked')).toEqual({ 'in-app': 'delivered', email: 'queued', sms: 'queued' });

  await deliverDue(platformIn('production'));
  const link = /<([^>]+)>/.exec(mail.mails.at(-1)?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  expect(mail.mails.at(-1)?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  const query = new URL(link).searchParams;
  const id = readOptOut(secret, query.get('thu') ?? '', query.get('ky') ?? '');
  expect(id).toBeDefined();
  expect(readOptOut(secret, newId(), query.get('ky') ?? '')).toBeUndefined();
  expect(await optOutByLink(db, id ?? '', at)).toBe('done');
  expect(await optOutByLink(db, id ?? '', at)).toBe('done');
  expect((await listPreferences(db, accountId)).map(({ channel, wanted }) => [channel, wanted])).toEqual([
    ['email', false],
    ['sms', true],
  ]);
  expect((await states('test.thanked')).email).toBe('suppressed');
});

test('a courtesy to an address without an account can be stopped by its link', async () => {
  const { db } = house.platform;
  const contact = { email: `khach-${newId()}@hop-thu.example` };
  const first = notice({ to: { contact }, template: 'test.thanked' });
  await tell(first);
  const [row] = await toldOf(first.subjectId);
  expect(await optOutByLink(db, row?.id ?? '', instant('2026-11-23T09:30'))).toBe('done');
  const second = notice({ to: { contact: { email: contact.email.toUpperCase() } }, template: 'test.thanked' });
  await tell(second);
  expect(await toldOf(second.subjectId)).toMatchObject([{ state: 'suppressed' }]);
  const legal = notice({ to: { contact } });
  await tell(legal);
  const [kept] = await toldOf(legal.subjectId);
  expect(kept?.state).toBe('queued');
  expect(await optOutByLink(db, kept?.id ?? '', instant('2026-11-23T09:30'))).toBe('nothing');
});

test('nothing about simulated matters or to invented people leaves the machine', async () => {
  const simulated = notice({ simulated: true });
  await tell(simulated);
  expect((await toldOf(simulated.subjectId)).map(({ state }) => state)).toEqual(['kept', 'kept']);
  expect(
    await retryDelivery(house.platform.db, actor, {
      id: (await toldOf(simulated.subjectId))[0]?.id ?? '',
      at: instant('2026-11-23T10:00'),
    }),
  ).toMatchObject({ code: 'notifications.simulated' });

  const accountId = await aCitizen({ demo: true });
  const invented = notice({ to: { accountId } });
  await tell(invented);
  await deliverDue(platformIn('demo', { smtpUrl: 'smtp://mail.example:25', smsUrl: 'https://sms.example' }));
  expect((await toldOf(invented.subjectId)).map(({ state, error }) => [state, error])).toEqual([
    ['kept', 'invented-person'],
    ['delivered', null],
    ['kept', 'invented-person'],
  ]);
});

test('without a mail server or a gateway messages are kept, and sent when there is one', async () => {
  const given = notice();
  await tell(given);
  await deliverDue(platformIn('demo', { smtpUrl: undefined, smsUrl: undefined }));
  const rows = await toldOf(given.subjectId);
  expect(rows.map(({ state, error }) => [state, error])).toEqual([
    ['kept', 'email.not-set-up'],
    ['kept', 'sms.not-set-up'],
  ]);
  for (const { id } of rows) await retryDelivery(house.platform.db, actor, { id, at: instant('2026-11-23T09:00') });
  await deliverDue(house.platform);
  expect((await toldOf(given.subjectId)).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('many workers share the ledger: each message goes out once', async () => {
  const given = Array.from({ length: 60 }, (_, i) =>
    notice({ to: { contact: { email: `nguoi-${i}@hop-thu.example` } } }),
  );
  for (const one of given) await tell(one);
  await Promise.all([1, 2, 3].map(() => deliverDue(platformIn('production'))));
  expect(mail.mails).toHaveLength(60);
  expect(new Set(mail.mails.map((one) => one.to[0])).size).toBe(60);
});

test('a batch whose worker died is taken up after its lease, under the same id', async () => {
  const given = notice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  await tell(given);
  await sql`update notifications.delivery set state = 'sending', attempts = 1, next_at = '2026-11-23T09:05:00+07:00' where subject_id = ${given.subjectId}`.execute(
    house.db,
  );
  house.setClock('2026-11-23T09:04');
  await deliverDue(platformIn('production'));
  expect(mail.mails).toHaveLength(0);
  house.setClock('2026-11-23T09:05');
  await deliverDue(platformIn('production'));
  expect(mail.mails).toHaveLength(1);
});

test('erasing a matter erases what was told about it, not that it was told', async () => {
  const accountId = await aCitizen();
  const given = notice({ to: { accountId } });
  await tell(given);
  await eraseDeliveries(house.platform.db, given.subjectId);
  expect((await toldOf(given.subjectId)).map(({ subject, body, address }) => [subject, body, address])).toEqual(
    [1, 2, 3].map(() => [null, null, null]),
  );
  expect(await listNotifications(house.platform.db, accountId, { limit: 10 })).toEqual([]);
  await deliverDue(house.platform);
  expect((await toldOf(given.subjectId)).map(({ state }) => state)).toEqual(['failed', 'delivered', 'failed']);
});

test('a changed template becomes a version of its own, an unchanged one stays, and each day has its text', async () => {
  const { db } = house.platform;
  await loadTemplates(db, pack);
  expect((await listVersion(db, 'test.told'))[0]?.version).toBe(1);
  writeFileSync(
    join(pack, 'notifications/a.yaml'),
    TEMPLATE.replace('2020-01-01', '2027-01-01').replaceAll('tiếp nhận', 'nhận'),
  );
  await loadTemplates(db, pack);
  expect((await listVersion(db, 'test.told'))[0]?.version).toBe(2);
  expect((await listVersion(db, 'test.told', '2026-12-31'))[0]?.version).toBe(1);
  expect((await listVersion(db, 'test.told', '2027-01-01'))[0]?.version).toBe(2);
  await expect(sql`update notifications.template set body = ''`.execute(db)).rejects.toMatchObject({ code: '42501' });
});
