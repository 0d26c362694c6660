/** The delivery job: takes what is due from the ledger until nothing is, and comes back when the next is. */
import { isLoopback } from '../config/config.ts';
import { addJob } from '../jobs/add-job.ts';
import type { Platform } from '../system/platform.ts';
import { claimParcels, findNextDue, type Sent, settle } from './claim.ts';
import { type Mailer, openMailer } from './email.ts';
import type { Delivery } from './ledger.ts';
import { DELIVER } from './notify.ts';
import type { Parcel } from './parcels.ts';
import { sendPush } from './push.ts';
import { sendSms } from './sms.ts';

export async function deliverDue(platform: Platform): Promise<void> {
  const { db, clock, config, notifying } = platform;
  const mailer = config.smtpUrl === undefined ? undefined : openMailer(platform, config.smtpUrl);
  const claim = () => claimParcels(db, notifying, clock());
  try {
    for (let batch = await claim(); batch.length > 0; batch = await claim()) {
      await Promise.all(batch.map((parcel) => deliver(platform, mailer, parcel)));
    }
  } finally {
    mailer?.close();
  }
  const next = await findNextDue(db);
  if (next !== undefined) await addJob(db, DELIVER, {}, { key: DELIVER, runAt: next, keepTime: true });
}

/** What was erased while it waited has failed; the others go without it. */
async function deliver(platform: Platform, mailer: Mailer | undefined, { id, deliveries }: Parcel): Promise<void> {
  const { db, clock } = platform;
  const erased = parcelOf(
    id,
    deliveries.filter((one) => isErased(one)),
  );
  const whole = parcelOf(
    id,
    deliveries.filter((one) => !isErased(one)),
  );
  if (erased) await settle(db, erased, { kind: 'failed', error: 'erased' }, clock());
  if (whole) await settle(db, whole, await sendOne(platform, mailer, whole), clock());
}

const isErased = ({ address, body }: Delivery): boolean => address === null || body === null;

function parcelOf(id: string, [first, ...others]: readonly Delivery[]): Parcel | undefined {
  return first && { id, deliveries: [first, ...others] };
}

async function sendOne(platform: Platform, mailer: Mailer | undefined, parcel: Parcel): Promise<Sent> {
  const { channel, simulated, local_only } = parcel.deliveries[0];
  if (simulated) return { kind: 'kept', error: 'simulated' };
  // An invented person's addresses may be somebody's; the browser is the one of who sits before it and asked.
  if (channel === 'web-push')
    return platform.push ? sendPush(platform, platform.push, parcel) : { kind: 'kept', error: 'web-push.not-set-up' };
  const peer = channel === 'email' ? platform.config.smtpUrl : platform.config.smsUrl;
  if (peer === undefined) return { kind: 'kept', error: `${channel}.not-set-up` };
  if (local_only && !isLoopback(new URL(peer).hostname)) return { kind: 'kept', error: 'invented-person' };
  return mailer && channel === 'email' ? mailer.send(parcel, platform.clock()) : sendSms(platform, parcel);
}
