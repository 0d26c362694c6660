/** The SMS gateway's delivery reports: believed when signed with the key we share, and recent. */
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { json, post } from '../http/route.ts';
import { judgeCallback } from '../http/signed-callback.ts';
import { recordReport } from './ledger.ts';

const Report = Type.Object({
  messageId: Type.String({ minLength: 1, maxLength: 100 }),
  status: Type.Union([Type.Literal('delivered'), Type.Literal('undelivered')]),
});

export const REPORT_PATH = '/thong-bao/tin-nhan/bao-cao';

export const reportRoute = post(
  REPORT_PATH,
  'public',
  async ({ platform, db, clock, headers, raw, json: body }) => {
    const { smsKey } = platform.config;
    if (!smsKey) return json({ code: 'notifications.no-gateway' }, 404);
    const callback = {
      body: Buffer.from(raw, 'utf8'),
      timestamp: headers['sms-timestamp'],
      signature: headers['sms-signature'],
    };
    const wrong = judgeCallback([smsKey], callback, clock());
    if (wrong) return json({ code: `notifications.report-${wrong}` }, 401);
    if (!Check(Report, body)) return json({ code: 'notifications.report-shape' }, 400);
    const { messageId, status } = body as { messageId: string; status: string };
    const known = await recordReport(db, { providerId: messageId, delivered: status === 'delivered', at: clock() });
    // A report may overtake our own note of the message's id: the gateway asks again.
    return known ? json({ taken: true }) : json({ code: 'notifications.message-unknown' }, 404);
  },
  { machine: true, perMinute: 6000 },
);
