/**
 * Where the signatures of a PDF lie in its bytes. A signature stands in the file uncompressed, with the byte range it
 * covers (ISO 32000-1, 12.8.1), so it is found without reading the document's structure: strangers send files here, and
 * a PDF library that follows broken structure can be made to run out of memory.
 */
import { type Instant, instant } from '../../calendar/instant.ts';

export interface FoundSignature {
  readonly field: string | undefined;
  readonly signedAt: Instant | undefined;
  /** The covered bytes are 0 to `holeStart` and `holeEnd` to `end`; the hole between them holds the signature itself. */
  readonly holeStart: number;
  readonly holeEnd: number;
  readonly end: number;
  /** The CMS block with its padding; undefined when the hole holds anything but one hexadecimal string. */
  readonly contents: Uint8Array | undefined;
}

// A paper of ours has two; each one costs a digest of the whole file.
const MOST = 16;
const LONGEST_DICTIONARY = 4096;
// Ours are 24 kB; one with its chain, revocation lists and time stamps stays far below this.
const LONGEST_HOLE = 1024 * 1024;

export function findSignatures(bytes: Uint8Array): FoundSignature[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: FoundSignature[] = [];
  for (let at = file.indexOf('/ByteRange'); at >= 0 && found.length < MOST; at = file.indexOf('/ByteRange', at + 1)) {
    const signature = signatureAt(file, at);
    if (signature) found.push(signature);
  }
  return found.sort((a, b) => a.end - b.end);
}

function signatureAt(file: Buffer, at: number): FoundSignature | undefined {
  const range = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text(file, at, at + 100));
  if (!range) return undefined;
  const [holeStart = 0, holeEnd = 0, length = 0] = range.slice(1).map(Number);
  const end = holeEnd + length;
  if (!(holeStart > 0 && holeStart < holeEnd && holeEnd < end && end <= file.length)) return undefined;
  const dictionary = dictionaryAround(file, at, holeStart, holeEnd);
  return {
    field: fieldOf(file, dictionary.reference),
    signedAt: timeIn(dictionary.text),
    holeStart,
    holeEnd,
    end,
    contents: hexIn(file, holeStart, holeEnd),
  };
}

/** One string and nothing else: spaces or a second string in the hole would be room for what nobody signed. */
function hexIn(file: Buffer, start: number, end: number): Uint8Array | undefined {
  if (end - start > LONGEST_HOLE || (end - start) % 2 !== 0) return undefined;
  const hole = text(file, start, end);
  if (!/^<[0-9a-f]+>$/.test(hole) && !/^<[0-9A-F]+>$/.test(hole)) return undefined;
  return Buffer.from(hole.slice(1, -1), 'hex');
}

/** The signature's dictionary without the hole, and the object number by which its field refers to it. */
function dictionaryAround(
  file: Buffer,
  at: number,
  holeStart: number,
  holeEnd: number,
): { text: string; reference?: string } {
  const before = text(file, Math.max(0, at - LONGEST_DICTIONARY), at);
  const opening = [...before.matchAll(/(\d+) (\d+) obj\b/g)].at(-1);
  const inner = at < holeStart ? text(file, at, Math.min(holeStart, at + LONGEST_DICTIONARY)) : '';
  const from = Math.max(at, holeEnd);
  const after = text(file, from, Math.min(file.length, from + LONGEST_DICTIONARY));
  const closing = after.indexOf('endobj');
  const own = `${before.slice(opening?.index ?? before.length)}${inner}${closing < 0 ? '' : after.slice(0, closing)}`;
  return { text: own, ...(opening ? { reference: `${opening[1]} ${opening[2]} R` } : {}) };
}

/** The name of the field whose value is this signature: `/T (person_signature)` in the object that says `/V 33 0 R`. */
function fieldOf(file: Buffer, reference: string | undefined): string | undefined {
  const at = reference === undefined ? -1 : file.indexOf(`/V ${reference}`);
  if (at < 0) return undefined;
  const before = text(file, Math.max(0, at - LONGEST_DICTIONARY), at);
  const after = text(file, at, Math.min(file.length, at + LONGEST_DICTIONARY));
  const field = `${before.slice(before.lastIndexOf(' obj') + 1)}${after.slice(0, Math.max(0, after.indexOf('endobj')))}`;
  return /\/T\s*\(([\w.-]{1,100})\)/.exec(field)?.[1];
}

/** PDF date (ISO 32000-1, 7.9.4): `D:20261123031530Z`, or with an offset `+07'00'`. */
function timeIn(dictionary: string): Instant | undefined {
  const match = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d))?/.exec(dictionary);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, hours, minutes] = match;
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  try {
    return instant(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const text = (file: Buffer, start: number, end: number): string => file.toString('latin1', start, end);
