/** Named subjects: what has a name and no id, such as a template or a setting, gets one made from its name (RFC 9562, version 8). */
import { createHash } from 'node:crypto';
import type { Subject } from './entry.ts';

export function namedSubject(type: string, name: string, space = type): Subject {
  const bytes = createHash('sha256').update(`${space}\n${name}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { type, id };
}
