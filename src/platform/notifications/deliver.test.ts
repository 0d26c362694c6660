import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aNotice, aPostOffice, type PostOffice } from '../../../test/harness/post-office.ts';
import { instant } from '../calendar/instant.ts';
import { programActor } from '../identity/signed-in.ts';
import { deliverDue } from './deliver.ts';
import { retryDelivery } from './retry.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await aPostOffice();
}, 120_000);
afterAll(() => office.close());
beforeEach(() => office.clear());

const actor = programActor('test');

test('an e-mail arrives as text and HTML with strict headers, once for an entry', async () => {
  const given = aNotice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  expect(await office.tell(given)).toBe(1);
  expect(await office.tell(given)).toBe(0);
  await deliverDue(office.platformIn('production'));
  await deliverDue(office.platformIn('production'));

  expect(office.mail.mails).toHaveLength(1);
  const [arrived] = office.mail.mails;
  const [row] = await office.toldOf(given.subjectId);
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
  await office.tell(aNotice({ to: { contact: { email: 'hoa@hop-thu.example' } } }));
  await deliverDue(office.house.platform);
  expect(office.mail.mails[0]?.headers.subject).toBe('[Mô phỏng] Hồ sơ H53.1-261123-0001 đã được tiếp nhận');
  expect(office.mail.mails[0]?.text).toContain('không có giá trị pháp lý');
});

test('what people write can start no header and no markup', async () => {
  const given = aNotice({
    to: { contact: { email: 'hoa@hop-thu.example' } },
    values: () => ({ code: 'x\r\nBcc: all@hop-thu.example', when: '<b onload=1>{code}</b>' }),
  });
  await office.tell(given);
  await deliverDue(office.platformIn('production'));
  expect(office.mail.mails[0]?.headers.bcc).toBeUndefined();
  expect(office.mail.mails[0]?.to).toEqual(['hoa@hop-thu.example']);
  expect(office.mail.mails[0]?.headers.subject).toBe('Hồ sơ x Bcc: all@hop-thu.example đã được tiếp nhận');
  expect(office.mail.mails[0]?.html).toContain('&lt;b onload=1>{code}&lt;/b>');
  for (const email of [
    'a@b@c.example',
    'hoa\r\nBcc: x@y.example',
    'hoa@localhost',
    '<hoa@y.example>',
    'a b@y.example',
    '"a"@y.example',
  ]) {
    expect(await office.tell(aNotice({ to: { contact: { email } } })), email).toBe(0);
  }
});

test('a mail server that is busy is asked again later, one that refuses for good is not', async () => {
  const busy = aNotice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  await office.tell(busy);
  office.refuse(451);
  await deliverDue(office.platformIn('production'));
  expect(await office.toldOf(busy.subjectId)).toMatchObject([
    { state: 'queued', attempts: 1, next_at: instant('2026-11-23T09:01') },
  ]);
  const job = await sql<{
    at: number;
  }>`select run_at as at from graphile_worker._private_jobs where key = 'notifications.deliver'`.execute(
    office.house.db,
  );
  expect(job.rows).toHaveLength(1);

  office.refuse(undefined);
  office.house.setClock('2026-11-23T09:00:59');
  await deliverDue(office.platformIn('production'));
  expect(office.mail.mails).toHaveLength(0);
  office.house.setClock('2026-11-23T09:01');
  await deliverDue(office.platformIn('production'));
  expect(await office.toldOf(busy.subjectId)).toMatchObject([{ state: 'sent', attempts: 2 }]);

  const gone = aNotice({ to: { contact: { email: 'di-roi@hop-thu.example' } } });
  await office.tell(gone);
  office.refuse(550);
  await deliverDue(office.platformIn('production'));
  expect(await office.toldOf(gone.subjectId)).toMatchObject([{ state: 'failed', attempts: 1 }]);
});

test('a server that is away for days ends in failed; an administrator has it sent again', async () => {
  const given = aNotice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  await office.tell(given);
  const away = office.platformIn('production', { smtpUrl: 'smtp://127.0.0.1:1' });
  for (const at of ['23T09:00', '23T09:01', '23T09:06', '23T09:36', '23T11:36', '23T17:36', '24T17:36']) {
    office.house.setClock(`2026-11-${at}`);
    await deliverDue(away);
  }
  const [failed] = await office.toldOf(given.subjectId);
  expect(failed).toMatchObject({ state: 'failed', attempts: 7 });
  expect(failed?.error).toContain('ECONNREFUSED');

  const again = { id: failed?.id ?? '', at: instant('2026-11-25T08:00') };
  expect(await retryDelivery(office.house.platform.db, actor, again)).toEqual({ kind: 'queued' });
  expect(await retryDelivery(office.house.platform.db, actor, again)).toMatchObject({
    code: 'notifications.not-failed',
  });
  office.house.setClock('2026-11-25T08:00');
  await deliverDue(office.platformIn('production'));
  expect(await office.toldOf(given.subjectId)).toMatchObject([{ state: 'sent', attempts: 1 }]);
  const entry = await sql<{ type: string }>`select type from journal.entry where subject_id = ${failed?.id}`.execute(
    office.house.db,
  );
  expect(entry.rows).toEqual([{ type: 'notifications.delivery-retried' }]);
});

test('a text message goes out unaccented in one SMS, once for its id', async () => {
  const given = aNotice({ to: { contact: { phone: '+84 900 000 011' } } });
  await office.tell(given);
  await deliverDue(office.platformIn('production'));
  const [row] = await office.toldOf(given.subjectId);
  expect(row).toMatchObject({ state: 'sent', address: '+84900000011' });
  const sent = await (
    await fetch(`${office.smsUrl}/messages/${row?.provider_id}`, { headers: { authorization: 'Bearer key' } })
  ).json();
  expect(sent).toMatchObject({
    text: 'Ho so H53.1-261123-0001 da duoc tiep nhan. Hen tra: 17 gio 00 phut ngay 26/11/2026.',
    parts: 1,
  });
});

test('a gateway that is busy is asked again under the same key; a number that does not exist has failed', async () => {
  const busy = aNotice({ to: { contact: { phone: '0900000092' } } });
  const none = aNotice({ to: { contact: { phone: '0900000091' } } });
  await office.tell(busy);
  await office.tell(none);
  for (const at of ['09:00', '09:01', '09:06']) {
    office.house.setClock(`2026-11-23T${at}`);
    await deliverDue(office.platformIn('production'));
  }
  expect(await office.toldOf(busy.subjectId)).toMatchObject([{ state: 'sent', attempts: 3 }]);
  expect(await office.toldOf(none.subjectId)).toMatchObject([
    { state: 'failed', error: 'sms.answered-422: sms.no-such-number' },
  ]);
});

test('without a mail server or a gateway messages are kept, and sent when there is one', async () => {
  const given = aNotice();
  await office.tell(given);
  await deliverDue(office.platformIn('demo', { smtpUrl: undefined, smsUrl: undefined }));
  const rows = await office.toldOf(given.subjectId);
  expect(rows.map(({ state, error }) => [state, error])).toEqual([
    ['kept', 'email.not-set-up'],
    ['kept', 'sms.not-set-up'],
  ]);
  for (const { id } of rows)
    await retryDelivery(office.house.platform.db, actor, { id, at: instant('2026-11-23T09:00') });
  await deliverDue(office.house.platform);
  expect((await office.toldOf(given.subjectId)).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('many workers share the ledger: each message goes out once', async () => {
  const given = Array.from({ length: 60 }, (_, i) =>
    aNotice({ to: { contact: { email: `nguoi-${i}@hop-thu.example` } } }),
  );
  for (const one of given) await office.tell(one);
  await Promise.all([1, 2, 3].map(() => deliverDue(office.platformIn('production'))));
  expect(office.mail.mails).toHaveLength(60);
  expect(new Set(office.mail.mails.map((one) => one.to[0])).size).toBe(60);
});

test('a batch whose worker died is taken up after its lease, under the same id', async () => {
  const given = aNotice({ to: { contact: { email: 'hoa@hop-thu.example' } } });
  await office.tell(given);
  await sql`update notifications.delivery set state = 'sending', attempts = 1, next_at = '2026-11-23T09:05:00+07:00' where subject_id = ${given.subjectId}`.execute(
    office.house.db,
  );
  office.house.setClock('2026-11-23T09:04');
  await deliverDue(office.platformIn('production'));
  expect(office.mail.mails).toHaveLength(0);
  office.house.setClock('2026-11-23T09:05');
  await deliverDue(office.platformIn('production'));
  expect(office.mail.mails).toHaveLength(1);
});
