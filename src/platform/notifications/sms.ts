/** Text messages through a gateway over HTTP, in the protocol of simulators/sms; a real gateway gets an adapter beside this one. */
import type { Platform } from '../system/platform.ts';
import { smsText } from '../text/sms-text.ts';
import type { Sent } from './claim.ts';
import { type Parcel, parcelSms } from './parcels.ts';

const TIMEOUT_MS = 10_000;

/** Never rejects: what the gateway or the network answers is what became of the try. Our id goes with it, so that a second try sends nothing twice. */
export async function sendSms({ config, mode }: Platform, parcel: Parcel): Promise<Sent> {
  const said = parcelSms(parcel);
  const text = smsText(mode === 'production' ? said : `(Mo phong) ${said}`);
  try {
    const response = await fetch(new URL('/messages', config.smsUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${config.smsKey ?? ''}` },
      body: JSON.stringify({ to: parcel.deliveries[0].address, text, idempotencyKey: parcel.id }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return await readAnswer(response);
  } catch (error) {
    return { kind: 'again', error: `sms.unreachable: ${(error as Error).message}` };
  }
}

async function readAnswer(response: Response): Promise<Sent> {
  const answer = (await response.json().catch(() => ({}))) as { id?: unknown; code?: unknown };
  if (response.ok && typeof answer.id === 'string') return { kind: 'sent', providerId: answer.id };
  const error = `sms.answered-${response.status}: ${typeof answer.code === 'string' ? answer.code : 'without a code'}`;
  // 401 and 403 are our own set-up's fault: the message waits until it is mended.
  const isFinal =
    response.status >= 400 && response.status < 500 && ![401, 403, 408, 425, 429].includes(response.status);
  if (isFinal) return { kind: 'failed', error };
  const seconds = Number(response.headers.get('retry-after'));
  return { kind: 'again', error, ...(seconds > 0 && seconds <= 86_400 ? { afterMs: seconds * 1000 } : {}) };
}
