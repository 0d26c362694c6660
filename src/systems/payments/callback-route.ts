/** The bank's callback: believed when signed and recent, answered 2xx when taken, so that the bank stops sending it. */
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { json, post } from '../../platform/http/route.ts';
import { findCallbackFault } from './callback-signature.ts';
import { takeMessage } from './requests.ts';
import type { PaymentTables } from './tables.ts';

const Message = Type.Object({
  eventId: Type.String({ minLength: 1, maxLength: 100 }),
  type: Type.Union([
    Type.Literal('payment.succeeded'),
    Type.Literal('payment.pending'),
    Type.Literal('payment.failed'),
  ]),
  sequence: Type.Integer({ minimum: 0 }),
  reference: Type.String({ minLength: 1, maxLength: 25 }),
  transactionId: Type.String({ minLength: 1, maxLength: 100 }),
  amount: Type.Integer({ minimum: 0 }),
  currency: Type.Literal('VND'),
});

export const CALLBACK_PATH = '/thanh-toan/thong-bao';

export const callbackRoute = post<PaymentTables>(
  CALLBACK_PATH,
  'public',
  async ({ platform, db, clock, headers, raw, json: body }) => {
    const secret = platform.config.bankSecret;
    if (!secret) return json({ code: 'payments.no-bank' }, 404);
    const fault = findCallbackFault(
      [secret],
      {
        body: Buffer.from(raw, 'utf8'),
        timestamp: headers['payment-timestamp'],
        signature: headers['payment-signature'],
      },
      clock(),
    );
    if (fault) return json({ code: fault.code, message: fault.text.vi }, 401);
    if (!Check(Message, body)) return json({ code: 'payments.callback-shape' }, 400);
    const taken = await takeMessage(db, body, clock());
    return taken === 'unknown' ? json({ code: 'payments.reference-unknown' }, 404) : json({ taken });
  },
  { machine: true, perMinute: 3000 },
);
