/** Following ids: the id of a further act of the same press, timer or form, so that sending it again repeats none of them. */
import { createHash } from 'node:crypto';

/** A UUID (version 5 in form) that the same parts always give. */
export function followingId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
