/** Successions: who takes over from an area or a unit that has ended. What is not written down is unknown. */
import type { Succession, SuccessionRow } from './definition.ts';

type Named = (name: string, day?: string) => string;

/** A lookup by key. `keyed` turns the name in a row into the key of a successor that begins on the given day, or of the one that ended. */
export function successionsOf(
  rows: readonly SuccessionRow[],
  keyed: Named = (name) => name,
): (key: string) => Succession {
  const byKey = new Map(
    rows.flatMap((row) => row.from.map((from) => [keyed(from), successionOf(row, keyed)] as const)),
  );
  return (key) => byKey.get(key) ?? { kind: 'unknown' };
}

function successionOf(row: SuccessionRow, keyed: Named): Succession {
  const { day, source, confirm } = row;
  const why = { day, ...(source && { source }), ...(confirm && { confirm }) };
  const to = (row.to ?? []).map((name) => keyed(name, day));
  if (row.byPlace) return { kind: 'by-place', ...why };
  if (row.bySubject) return { kind: 'by-subject', to, ...why };
  return to[0] === undefined ? { kind: 'unknown' } : { kind: 'one', to: to[0], ...why };
}
