/** Delivery reports: what became of a message, told to whoever sent it, with a signature and a few tries. */
import { setTimeout as pause } from 'node:timers/promises';
import { postSigned } from '../signed-callback.ts';
import { type Message, treatmentOf } from './gateway.ts';

export interface ReportSettings {
  /** Empty: nobody wants reports. */
  readonly url: string;
  readonly secret: string;
  /** Milliseconds until a message is on the phone; ten times that for late ones. */
  readonly travelMs: number;
}

const RETRY_DELAYS_MS = [0, 500, 2000, 10_000];

/** Lets the message travel, then reports. Resolves when the report is taken or given up. */
export async function deliver(message: Message, settings: ReportSettings): Promise<void> {
  const treatment = treatmentOf(message.to);
  await pause(treatment === 'late' ? settings.travelMs * 10 : settings.travelMs);
  message.status = treatment === 'undelivered' ? 'undelivered' : 'delivered';
  if (!settings.url || treatment === 'silent') return;

  const body = JSON.stringify({
    messageId: message.id,
    to: message.to,
    status: message.status,
    at: new Date().toISOString(),
  });
  await Promise.all(Array.from({ length: treatment === 'reported-twice' ? 2 : 1 }, () => report(body, settings)));
}

async function report(body: string, { url, secret }: ReportSettings): Promise<void> {
  for (const delay of RETRY_DELAYS_MS) {
    await pause(delay);
    const status = await postSigned({ url, prefix: 'sms', secret, timestamp: Math.floor(Date.now() / 1000), body });
    if (status !== undefined && status >= 200 && status < 300) return;
  }
}
