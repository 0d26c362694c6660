/** Path of a page about the part of the province that is looked at: what leads on from there, and back, stays in it. */
import type { CentreView } from '../centres.ts';

export function inPart(
  path: string,
  { asked }: Pick<CentreView, 'asked'>,
  more: Readonly<Record<string, string>> = {},
) {
  const query = new URLSearchParams({ ...(asked !== '' && { 'dia-ban': asked }), ...more });
  return query.size === 0 ? path : `${path}?${query}`;
}
