/** Canonical JSON as docs/standards/journal.md defines it, written a second time from that page. */

/** Undefined when the value cannot stand in a sealed text: a fraction, or a number beyond 2^53 − 1. */
export function canonicalText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? `${value}` : undefined;
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'boolean' || value === null) return `${value}`;
  if (Array.isArray(value)) return enclose('[', value.map(canonicalText), ']');
  const object = value as Record<string, unknown>;
  return enclose(
    '{',
    Object.keys(object)
      .sort()
      .map((name) => {
        const member = canonicalText(object[name]);
        return member === undefined ? undefined : `${canonicalText(name)}:${member}`;
      }),
    '}',
  );
}

const enclose = (open: string, parts: readonly (string | undefined)[], close: string): string | undefined =>
  parts.includes(undefined) ? undefined : open + parts.join(',') + close;
