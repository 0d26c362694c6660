/** Where something was sent, masked: `h…@gmail.com`, `…678`; enough to know one's own. A browser is a number of ours. */
import { maskPhone } from '../identity/mask.ts';
import type { Channel } from './tables.ts';

export const maskAddress = (channel: Channel, address: string): string =>
  channel === 'sms'
    ? maskPhone(address)
    : channel === 'web-push'
      ? `…${address.slice(-4)}`
      : address.replace(/^(.).*@/, '$1…@');
