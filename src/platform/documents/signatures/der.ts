/** DER (ITU-T X.690): the bytes of certificates and signatures, written and read. */

const TAGS = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
} as const;

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(TAGS.sequence, ...parts);
export const set = (...parts: readonly Uint8Array[]): Uint8Array => element(TAGS.set, ...parts);
export const utf8 = (text: string): Uint8Array => element(TAGS.utf8, Buffer.from(text, 'utf8'));
export const octetString = (bytes: Uint8Array): Uint8Array => element(TAGS.octetString, bytes);
export const boolean = (value: boolean): Uint8Array => element(TAGS.boolean, Uint8Array.of(value ? 0xff : 0));

/** `unused` counts the bits of the last byte that do not belong to the string. */
export const bitString = (bytes: Uint8Array, unused = 0): Uint8Array =>
  element(TAGS.bitString, Uint8Array.of(unused), bytes);

/** A positive integer from big-endian bytes. */
export function integer(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const minimal = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return element(TAGS.integer, (minimal[0] ?? 0) > 0x7f ? Uint8Array.of(0) : new Uint8Array(), minimal);
}

/** `2.5.4.3`. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(TAGS.oid, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** `YYYYMMDDHHMMSSZ`, or without the century for years before 2050, as RFC 5280 4.1.2.5 wants. */
export const utcTime = (digits: string): Uint8Array => element(0x17, Buffer.from(digits.slice(2), 'latin1'));

/** Context tag `[n]`, holding whole elements. */
export const explicit = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => element(0xa0 | tag, ...parts);

/** Context tag `[n]` over primitive bytes. */
export const implicit = (tag: number, bytes: Uint8Array): Uint8Array => element(0x80 | tag, bytes);

function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag), lengthBytes(body.length), body]);
}

function lengthBytes(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from([0x80 | bytes.length, ...bytes]);
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** One element as it stands in the bytes. `raw` includes tag and length. */
export interface DerElement {
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly body: Uint8Array;
}

/** The elements laid end to end in these bytes; undefined when they are not DER. */
export function readElements(bytes: Uint8Array): DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const next = readElement(bytes, offset);
    if (!next) return undefined;
    elements.push(next);
    offset += next.raw.length;
  }
  return elements;
}

/** The first element at an offset; what follows it is not looked at (a signature in a PDF is padded with zeros). */
export function readElement(bytes: Uint8Array, offset = 0): DerElement | undefined {
  const [tag, first] = [bytes[offset], bytes[offset + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > 4 || offset + 2 + extra > bytes.length) return undefined;
  const length =
    extra === 0 ? first : bytes.subarray(offset + 2, offset + 2 + extra).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = offset + 2 + extra;
  if (start + length > bytes.length) return undefined;
  return { tag, raw: bytes.subarray(offset, start + length), body: bytes.subarray(start, start + length) };
}

/** `2.5.4.3` from the body of an object identifier. */
export function readOid(body: Uint8Array): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of body) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const first = numbers.shift() ?? 0;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...numbers].join('.');
}
