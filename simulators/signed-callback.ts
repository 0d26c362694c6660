/** A signed callback: one POST to whoever asked to be told, with proof of who sent it and when. */
import { createHmac } from 'node:crypto';

export interface SignedCallback {
  readonly url: string;
  /** Begins the two headers: `payment` gives `Payment-Timestamp` and `Payment-Signature`. */
  readonly prefix: string;
  readonly secret: string;
  /** Unix seconds that are signed along. */
  readonly timestamp: number;
  readonly body: string;
}

/** The status answered; undefined when nobody answered within 10 seconds. Redirects are not followed. */
export async function postSigned({
  url,
  prefix,
  secret,
  timestamp,
  body,
}: SignedCallback): Promise<number | undefined> {
  const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    [`${prefix}-timestamp`]: String(timestamp),
    [`${prefix}-signature`]: `v1=${mac}`,
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
      return undefined;
    throw error;
  }
}

/** Simulators call nobody outside this machine. */
export function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}
