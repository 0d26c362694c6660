import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aNotice, aPostOffice, type PostOffice } from '../../../test/harness/post-office.ts';
import { type Instant, instant, systemClock } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { programActor } from '../identity/signed-in.ts';
import { deliverDue } from './deliver.ts';
import { countUnread, listNotifications, markRead } from './inbox.ts';
import { eraseDeliveries, eraseOldDeliveries } from './ledger.ts';
import { loadTemplates } from './load-templates.ts';
import { listPreferences, optOutByLink, savePreferences } from './opt-out.ts';
import { readOptOut } from './opt-out-link.ts';
import { retryDelivery } from './retry.ts';
import { listVersion } from './template-versions.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await aPostOffice();
}, 120_000);
afterAll(() => office.close());
beforeEach(() => office.clear());

const actor = programActor('test');

test('a landline gets no text message, and an account without addresses is told in the portal', async () => {
  expect(await office.tell(aNotice({ to: { contact: { phone: '0276 3822233' } } }))).toBe(0);
  const accountId = await office.aCitizen();
  await sql`update identity.account set email = null, phone = null where id = ${accountId}`.execute(office.house.db);
  const given = aNotice({ to: { accountId } });
  expect(await office.tell(given)).toBe(1);
  expect(await office.toldOf(given.subjectId)).toMatchObject([{ channel: 'in-app', state: 'delivered' }]);
});

test('a person reads in the portal, in their language, what they were told, and nobody else does', async () => {
  const accountId = await office.aCitizen({ locale: 'en' });
  const stranger = await office.aCitizen();
  await office.tell(aNotice({ to: { accountId } }));
  await office.tell(aNotice({ to: { accountId }, template: 'test.thanked' }));
  const { db } = office.house.platform;
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
  const { db, secret } = office.house.platform;
  const accountId = await office.aCitizen();
  const at = instant('2026-11-23T09:30');
  const states = async (template: string) => {
    const given = aNotice({ to: { accountId }, template });
    await office.tell(given);
    return Object.fromEntries((await office.toldOf(given.subjectId)).map(({ channel, state }) => [channel, state]));
  };
  await savePreferences(db, actor, { accountId, wanted: { email: false, sms: true }, at });
  expect(await states('test.told')).toEqual({ 'in-app': 'delivered', email: 'suppressed', sms: 'queued' });
  await savePreferences(db, actor, { accountId, wanted: { email: true, sms: true }, at });
  expect(await states('test.thanked')).toEqual({ 'in-app': 'delivered', email: 'queued', sms: 'queued' });

  await deliverDue(office.platformIn('production'));
  const link = /<([^>]+)>/.exec(office.mail.mails.at(-1)?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  expect(office.mail.mails.at(-1)?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
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
  const { db } = office.house.platform;
  const contact = { email: `khach-${newId()}@hop-thu.example` };
  const first = aNotice({ to: { contact }, template: 'test.thanked' });
  await office.tell(first);
  const [row] = await office.toldOf(first.subjectId);
  expect(await optOutByLink(db, row?.id ?? '', instant('2026-11-23T09:30'))).toBe('done');
  const second = aNotice({ to: { contact: { email: contact.email.toUpperCase() } }, template: 'test.thanked' });
  await office.tell(second);
  expect(await office.toldOf(second.subjectId)).toMatchObject([{ state: 'suppressed' }]);
  const legal = aNotice({ to: { contact } });
  await office.tell(legal);
  const [kept] = await office.toldOf(legal.subjectId);
  expect(kept?.state).toBe('queued');
  expect(await optOutByLink(db, kept?.id ?? '', instant('2026-11-23T09:30'))).toBe('nothing');
});

test('nothing about simulated matters or to invented people leaves the machine', async () => {
  const simulated = aNotice({ simulated: true });
  await office.tell(simulated);
  expect((await office.toldOf(simulated.subjectId)).map(({ state }) => state)).toEqual(['kept', 'kept']);
  expect(
    await retryDelivery(office.house.platform.db, actor, {
      id: (await office.toldOf(simulated.subjectId))[0]?.id ?? '',
      at: instant('2026-11-23T10:00'),
    }),
  ).toMatchObject({ code: 'notifications.simulated' });

  const accountId = await office.aCitizen({ demo: true });
  const invented = aNotice({ to: { accountId } });
  await office.tell(invented);
  await deliverDue(office.platformIn('demo', { smtpUrl: 'smtp://mail.example:25', smsUrl: 'https://sms.example' }));
  expect((await office.toldOf(invented.subjectId)).map(({ state, error }) => [state, error])).toEqual([
    ['kept', 'invented-person'],
    ['delivered', null],
    ['kept', 'invented-person'],
  ]);
});

test('erasing a matter erases what was told about it, not that it was told', async () => {
  const accountId = await office.aCitizen();
  const given = aNotice({ to: { accountId } });
  await office.tell(given);
  await eraseDeliveries(office.house.platform.db, given.subjectId);
  expect((await office.toldOf(given.subjectId)).map(({ subject, body, address }) => [subject, body, address])).toEqual(
    [1, 2, 3].map(() => [null, null, null]),
  );
  expect(await listNotifications(office.house.platform.db, accountId, { limit: 10 })).toEqual([]);
  await deliverDue(office.house.platform);
  expect((await office.toldOf(given.subjectId)).map(({ state }) => state)).toEqual(['failed', 'delivered', 'failed']);
});

test('once the term of keeping is over, texts and addresses of everybody go; what still waits to be sent stays', async () => {
  const { db } = office.house.platform;
  const old = aNotice({ to: { accountId: await office.aCitizen() } });
  await office.tell(old);
  await sql`update notifications.delivery set next_at = null, state = 'kept' where subject_id = ${old.subjectId} and next_at is not null`.execute(
    db,
  );
  const waiting = aNotice({ to: { accountId: await office.aCitizen() } });
  await office.tell(waiting);
  const textsOf = async (id: string) =>
    (await office.toldOf(id)).map(({ body, address }) => [body, address].some(Boolean));
  const afterwards = (systemClock() + 60_000) as Instant;
  expect(await eraseOldDeliveries(db, (systemClock() - 60_000) as Instant)).toBe(0);
  expect(await eraseOldDeliveries(db, afterwards)).toBeGreaterThanOrEqual(3);
  expect(await textsOf(old.subjectId)).toEqual([false, false, false]);
  expect(await textsOf(waiting.subjectId)).toEqual([true, false, true]);
  expect(await eraseOldDeliveries(db, afterwards)).toBe(0);
});

test('a changed template becomes a version of its own, an unchanged one stays, and each day has its text', async () => {
  const { db } = office.house.platform;
  await loadTemplates(db, office.pack);
  expect((await listVersion(db, 'test.told'))[0]?.version).toBe(1);
  writeFileSync(
    join(office.pack, 'notifications/a.yaml'),
    office.template.replace('2020-01-01', '2027-01-01').replaceAll('tiếp nhận', 'nhận'),
  );
  await loadTemplates(db, office.pack);
  expect((await listVersion(db, 'test.told'))[0]?.version).toBe(2);
  expect((await listVersion(db, 'test.told', '2026-12-31'))[0]?.version).toBe(1);
  expect((await listVersion(db, 'test.told', '2027-01-01'))[0]?.version).toBe(2);
  await expect(sql`update notifications.template set body = ''`.execute(db)).rejects.toMatchObject({ code: '42501' });
});
