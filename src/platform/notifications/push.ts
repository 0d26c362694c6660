/** Web push: the browser shows that something is new and opens the inbox; what it is about stays in the portal. Encrypted for the browser alone (RFC 8291). */
import webpush from 'web-push';
import { programActor } from '../identity/signed-in.ts';
import type { Platform } from '../system/platform.ts';
import type { Sent } from './claim.ts';
import type { Parcel } from './parcels.ts';
import type { PushKeys } from './push-keys.ts';
import { pushWords } from './push-words.ts';
import { endSubscription, findSubscription, type PushSubscription } from './push-subscriptions.ts';
import { isPushService } from './push-services.ts';

const TIMEOUT_MS = 10_000;
/** A phone that is off for longer finds it in the inbox. */
const KEPT_SECONDS = 86_400;

/** Never rejects. */
export async function sendPush(platform: Platform, keys: PushKeys, parcel: Parcel): Promise<Sent> {
  const [{ address, locale }] = parcel.deliveries;
  const subscription = await findSubscription(platform.db, address ?? '');
  if (!subscription) return { kind: 'failed', error: 'web-push.gone' };
  if (!isPushService(subscription.endpoint, { local: platform.mode !== 'production' }))
    return { kind: 'failed', error: 'web-push.no-service' };
  try {
    const { subject, body: said } = pushWords(locale);
    const { endpoint, headers, body } = encrypt(subscription, keys, { title: subject, body: said, url: '/thong-bao' });
    const response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return await readAnswer(platform, subscription, response);
  } catch (error) {
    return { kind: 'again', error: `web-push.unreachable: ${(error as Error).message}` };
  }
}

function encrypt({ endpoint, p256dh, auth }: PushSubscription, keys: PushKeys, said: object) {
  const details = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(said), {
    vapidDetails: keys,
    TTL: KEPT_SECONDS,
    urgency: 'normal',
    // a second one that waits takes the place of the first
    topic: 'thong-bao',
    contentEncoding: 'aes128gcm',
  });
  const { 'Content-Length': _, ...headers } = details.headers as Record<string, string>;
  return {
    endpoint: details.endpoint,
    headers: stringsOf(headers),
    body: new Uint8Array(details.body ?? Buffer.alloc(0)),
  };
}

const stringsOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

async function readAnswer(platform: Platform, { id }: PushSubscription, response: Response): Promise<Sent> {
  if (response.ok) return { kind: 'sent', providerId: null };
  const error = `web-push.answered-${response.status}`;
  if (response.status === 404 || response.status === 410) {
    await endSubscription(platform.db, programActor('notifications'), { id, why: 'gone', at: platform.clock() });
    return { kind: 'failed', error };
  }
  // 401 and 403 are our own keys' fault: the message waits until they are mended.
  const isFinal =
    response.status >= 400 && response.status < 500 && ![401, 403, 408, 425, 429].includes(response.status);
  if (isFinal) return { kind: 'failed', error };
  const seconds = Number(response.headers.get('retry-after'));
  return { kind: 'again', error, ...(seconds > 0 && seconds <= 86_400 ? { afterMs: seconds * 1000 } : {}) };
}
