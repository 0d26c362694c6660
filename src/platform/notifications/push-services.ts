/** Push services: the makers of browsers run them; an address anywhere else is not one, and we write to no address a stranger names. */
import { isLoopback } from '../config/config.ts';

const SERVICES =
  /^(?:fcm\.googleapis\.com|(?:[a-z0-9-]+\.)*push\.services\.mozilla\.com|(?:[a-z0-9-]+\.)*push\.apple\.com|(?:[a-z0-9-]+\.)+notify\.windows\.com)$/;

/** `local`: a demonstration may have a receiver on its own machine. */
export function isPushService(endpoint: string, { local }: { readonly local: boolean }): boolean {
  const url = URL.parse(endpoint);
  if (!url || endpoint.length > 1000 || url.username !== '' || url.password !== '') return false;
  if (local && isLoopback(url.hostname)) return true;
  return url.protocol === 'https:' && url.port === '' && SERVICES.test(url.hostname);
}
