/** The delivery job: takes what is due from the ledger until nothing is, and comes back when the next is. */
import { isLoopback } from '../config/config.ts';
import { addJob } from '../jobs/add-job.ts';
import type { Platform } from '../system/platform.ts';
import { type Mailer, openMailer } from './email.ts';
import { claimDue, type Delivery, findNextDue, type Sent, settle } from './ledger.ts';
import { DELIVER } from './notify.ts';
import { sendSms } from './sms.ts';

export async function deliverDue(platform: Platform): Promise<void> {
  const { db, clock, config } = platform;
  const mailer = config.smtpUrl === undefined ? undefined : openMailer(platform, config.smtpUrl);
  try {
    for (let batch = await claimDue(db, clock()); batch.length > 0; batch = await claimDue(db, clock())) {
      await Promise.all(
        batch.map(async (delivery) => settle(db, delivery, await sendOne(platform, mailer, delivery), clock())),
      );
    }
  } finally {
    mailer?.close();
  }
  const next = await findNextDue(db);
  if (next !== undefined) await addJob(db, DELIVER, {}, { key: DELIVER, runAt: next, keepTime: true });
}

async function sendOne(platform: Platform, mailer: Mailer | undefined, delivery: Delivery): Promise<Sent> {
  const { channel, address, body } = delivery;
  const peer = channel === 'email' ? platform.config.smtpUrl : platform.config.smsUrl;
  if (delivery.simulated) return { kind: 'kept', error: 'simulated' };
  if (peer === undefined) return { kind: 'kept', error: `${channel}.not-set-up` };
  if (delivery.local_only && !isLoopback(new URL(peer).hostname)) return { kind: 'kept', error: 'invented-person' };
  if (address === null || body === null) return { kind: 'failed', error: 'erased' };
  const message = { ...delivery, address, body };
  return mailer && channel === 'email' ? mailer.send(message, platform.clock()) : sendSms(platform, message);
}
