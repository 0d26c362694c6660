/** Canonical JSON: one text for one value, so that two programs hash the same bytes. Rules in docs/adr/0002-journal-entry-bytes.md. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Keys sorted by UTF-16 code unit, no white space, `undefined` members left out, strings escaped as RFC 8259 demands and no further.
 * Numbers must be safe integers: a fraction prints differently in other languages, so it is refused with TypeError.
 */
export const canonicalJson = (value: Json): string => write(value, writeWhole);

/** One text for one value within this program: as canonical JSON, with fractions as JavaScript prints them. For digests that nobody else recomputes. */
export const sortedJson = (value: Json): string => write(value, String);

function writeWhole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON holds whole numbers only, not ${value}`);
  return String(value === 0 ? 0 : value);
}

function write(value: Json, writeNumber: (value: number) => string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'number') return writeNumber(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => write(item, writeNumber)).join(',')}]`;
  const object = value as { readonly [key: string]: Json | undefined };
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(object[key] as Json, writeNumber)}`);
  return `{${members.join(',')}}`;
}
