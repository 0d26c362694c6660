import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mailFaults } from '../../../test/harness/mail-faults.ts';
import { aNotice, aPostOffice, type PostOffice } from '../../../test/harness/post-office.ts';
import { type Instant, instant } from '../calendar/instant.ts';
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
    'message-id': `<${row?.message}@localhost>`,
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
  expect(mailFaults(arrived?.raw ?? '')).toEqual([]);
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
  expect(mailFaults(office.mail.mails[0]?.raw ?? '')).toEqual([]);
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

test('whatever is filled in, a mail keeps the standards and starts no header', async () => {
  const values = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\r', '\n', '\r\nBcc: x@y.example', ':', '=?', '?=', '.\r\n', 'ỡ', 'Đ', ' '),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    ),
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(values, values, async (code, when) => {
      office.mail.mails.length = 0;
      const given = aNotice({ to: { contact: { email: 'hoa@hop-thu.example' } }, values: () => ({ code, when }) });
      await office.tell(given);
      await deliverDue(office.platformIn('production'));
      const [mail] = office.mail.mails;
      expect(mailFaults(mail?.raw ?? '')).toEqual([]);
      expect(Object.keys(mail?.headers ?? {}).sort()).toEqual([
        'auto-submitted',
        'content-language',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
    }),
    { numRuns: 40 },
  );
});

const night = { from: 21 * 60, to: 7 * 60 };
const toHoa = { contact: { email: 'hoa@hop-thu.example' } };
const numbered = (number: number) => () => ({ code: `H53.1-261123-000${number}`, when: 'ngày mai' });

test('at night nothing is sent but what is urgent; the morning brings the rest in their order', async () => {
  office.house.setClock('2026-11-23T23:00');
  const at = instant('2026-11-23T23:00');
  for (const [number, name] of ['a', 'b', 'c'].entries())
    await office.tell(aNotice({ at, to: { contact: { email: `${name}@hop-thu.example` } }, values: numbered(number) }));
  const urgent = aNotice({ at, to: { contact: { email: 'd@hop-thu.example' } }, template: 'test.thanked' });
  await office.tell(urgent);
  await deliverDue(office.waiting({ quiet: night, urgent: ['test.thanked'] }));
  expect(office.mail.mails.map(({ to }) => to[0])).toEqual(['d@hop-thu.example']);
  const job = await sql<{ at: Instant }>`
    select run_at as at from graphile_worker._private_jobs where key = 'notifications.deliver'`.execute(
    office.house.db,
  );
  expect(job.rows).toHaveLength(1);
  office.house.setClock('2026-11-24T06:59');
  await deliverDue(office.waiting({ quiet: night }));
  expect(office.mail.mails).toHaveLength(1);
  office.house.setClock('2026-11-24T07:00');
  await deliverDue(office.waiting({ quiet: night }));
  expect(
    office.mail.mails
      .slice(1)
      .map(({ to }) => to[0] ?? '')
      .sort((a, b) => a.localeCompare(b)),
  ).toEqual(['a@hop-thu.example', 'b@hop-thu.example', 'c@hop-thu.example']);
});

test('a try that failed is not made again at night, and what an administrator sends again waits for the morning too', async () => {
  const given = aNotice({ to: toHoa });
  await office.tell(given);
  office.refuse(451);
  office.house.setClock('2026-11-23T20:59:30');
  await deliverDue(office.waiting({ quiet: night }));
  office.refuse(undefined);
  office.house.setClock('2026-11-23T21:05');
  await deliverDue(office.waiting({ quiet: night }));
  expect(office.mail.mails).toEqual([]);
  expect(await office.toldOf(given.subjectId)).toMatchObject([
    { state: 'queued', attempts: 1, next_at: instant('2026-11-24T07:00') },
  ]);
});

test('what the law has told by a time of its own is not held beyond it, by the night or by waiting for others', async () => {
  office.house.setClock('2026-11-23T23:00');
  const at = instant('2026-11-23T23:00');
  const soon = aNotice({ at, to: { contact: { email: 'a@hop-thu.example' } }, by: instant('2026-11-24T00:30') });
  const later = aNotice({ at, to: { contact: { email: 'b@hop-thu.example' } }, by: instant('2026-11-24T07:30') });
  await office.tell(soon);
  await office.tell(later);
  await deliverDue(office.waiting({ quiet: night, gatherMinutes: 30 }));
  expect(await office.toldOf(soon.subjectId)).toMatchObject([
    { state: 'queued', next_at: instant('2026-11-23T23:30') },
  ]);
  expect(await office.toldOf(later.subjectId)).toMatchObject([
    { state: 'queued', next_at: instant('2026-11-24T07:00') },
  ]);
  office.house.setClock('2026-11-23T23:30');
  await deliverDue(office.waiting({ quiet: night, gatherMinutes: 30 }));
  expect(office.mail.mails.map(({ to }) => to[0])).toEqual(['a@hop-thu.example']);
});

test('ten notices within the window become one mail and one text message; in the portal they stay ten', async () => {
  const accountId = await office.aCitizen();
  const given = Array.from({ length: 10 }, (_, number) =>
    aNotice({
      to: { accountId },
      values: numbered(number),
      at: instant(`2026-11-23T09:0${Math.min(number, 4)}`),
      link: `/ho-so/H53.1-261123-000${number}`,
    }),
  );
  const rules = { gatherMinutes: 5 };
  for (const [number, notice] of given.entries()) {
    office.house.setClock(`2026-11-23T09:0${Math.min(number, 4)}`);
    await office.tell(notice);
    await deliverDue(office.waiting(rules));
  }
  expect(office.mail.mails).toEqual([]);
  office.house.setClock('2026-11-23T09:05');
  await deliverDue(office.waiting(rules));
  expect(office.mail.mails).toHaveLength(1);
  const [mail] = office.mail.mails;
  expect(mail?.headers.subject).toBe('10 thông báo từ Dịch vụ công tỉnh Tây Ninh');
  expect(mailFaults(mail?.raw ?? '')).toEqual([]);
  for (const number of given.keys()) {
    expect(mail?.text).toContain(`* Hồ sơ H53.1-261123-000${number} đã được tiếp nhận`);
    expect(mail?.html).toContain(`https://dvc.example/ho-so/H53.1-261123-000${number}`);
  }
  const rows = (await Promise.all(given.map(({ subjectId }) => office.toldOf(subjectId)))).flat();
  expect(rows.filter(({ channel }) => channel === 'in-app').map(({ state }) => state)).toEqual(
    given.map(() => 'delivered'),
  );
  const texted = rows.filter(({ channel }) => channel === 'sms');
  expect(new Set(texted.map(({ provider_id }) => provider_id)).size).toBe(1);
  const answered = await fetch(`${office.smsUrl}/messages/${texted[0]?.provider_id}`, {
    headers: { authorization: 'Bearer key' },
  });
  expect(await answered.json()).toMatchObject({
    parts: 1,
    text: '10 thong bao: Ho so H53.1-261123-0000 da duoc tiep nhan; Ho so H53.1-261123-0001 da duoc tiep nhan; 8 viec khac. Xem tren cong dich vu cong.',
  });
});

test('who has no account is told all in the text message itself: two that fit go as one, longer ones each alone', async () => {
  const to = { contact: { phone: '0900 000 021' } };
  const tell = async (when: string) => {
    const notices = [1, 2].map((number) =>
      aNotice({ to, values: () => ({ code: `H53.1-261123-000${number}`, when }) }),
    );
    for (const notice of notices) await office.tell(notice);
    await deliverDue(office.waiting({}));
    return (await Promise.all(notices.map(({ subjectId }) => office.toldOf(subjectId)))).flat();
  };
  const short = await tell('mai');
  expect(new Set(short.map(({ provider_id }) => provider_id)).size).toBe(1);
  const long = await tell('17 giờ 00 phút ngày 26/11/2026');
  expect(new Set(long.map(({ provider_id }) => provider_id)).size).toBe(2);
});

test('a mail of several that was not taken is tried again as the same mail, and what came since goes apart', async () => {
  const first = [1, 2].map((number) => aNotice({ to: toHoa, values: numbered(number) }));
  for (const notice of first) await office.tell(notice);
  office.refuse(451);
  await deliverDue(office.waiting({}));
  office.refuse(undefined);
  office.house.setClock('2026-11-23T09:01');
  await office.tell(aNotice({ to: toHoa, values: numbered(3), at: instant('2026-11-23T09:01') }));
  await deliverDue(office.waiting({}));
  const subjects = new Set(office.mail.mails.map(({ headers }) => headers.subject));
  expect(subjects).toEqual(
    new Set(['2 thông báo từ Dịch vụ công tỉnh Tây Ninh', 'Hồ sơ H53.1-261123-0003 đã được tiếp nhận']),
  );
  const message = (await office.toldOf(first[0]?.subjectId ?? ''))[0]?.message;
  expect(office.mail.mails.map(({ headers }) => headers['message-id'])).toContain(`<${message}@localhost>`);
});
