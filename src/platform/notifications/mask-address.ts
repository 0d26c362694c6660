/** Where something was sent, masked: `h…@gmail.com`, `…678`; enough to know one's own. */
import { maskPhone } from '../identity/mask.ts';
import type { Channel } from './tables.ts';

export const maskAddress = (channel: Channel, address: string): string =>
  channel === 'sms' ? maskPhone(address) : address.replace(/^(.).*@/, '$1…@');
