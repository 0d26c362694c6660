/** How much a ZIP (DOCX, XLSX) unpacks to, found without keeping what comes out: five megabytes may unpack to gigabytes. */
import { inflateRawSync } from 'node:zlib';

export type Unpacking = 'within' | 'too-large' | 'unreadable';

const END = Buffer.from('PK\u0005\u0006', 'latin1');
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** What the fields of a ZIP64 hold, for archives far above what anybody may send. */
const IN_ZIP64 = 0xffffffff;

interface Part {
  readonly method: number;
  readonly packed: Buffer;
  /** What the directory says; it may lie. */
  readonly declared: number;
}

/** Whether all parts together stay within so many bytes. An archive is read only as its readers read it: without bytes before it, without ZIP64. */
export function unpacksWithin(archive: Uint8Array, limit: number): Unpacking {
  const parts = listParts(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength));
  if (!parts) return 'unreadable';
  if (sum(parts.map(({ declared }) => declared)) > limit) return 'too-large';
  // parts that share their bytes would be read as often as there are parts
  if (sum(parts.map(({ packed }) => packed.length)) > archive.length) return 'unreadable';
  let left = limit;
  for (const part of parts) {
    const size = sizeOf(part, left);
    if (typeof size !== 'number') return size;
    left -= size;
  }
  return 'within';
}

/** Stops where there is no more room. */
function sizeOf({ method, packed }: Part, room: number): number | Exclude<Unpacking, 'within'> {
  if (method === STORED) return packed.length > room ? 'too-large' : packed.length;
  if (method !== DEFLATED) return 'unreadable';
  try {
    // one byte more than there is room for, since no room at all is no limit it takes
    const { length } = inflateRawSync(packed, { maxOutputLength: room + 1 });
    return length > room ? 'too-large' : length;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable';
  }
}

function listParts(bytes: Buffer): Part[] | undefined {
  const end = bytes.lastIndexOf(END);
  if (end === -1 || end + 22 > bytes.length) return undefined;
  const start = bytes.readUInt32LE(end + 16);
  if (start + bytes.readUInt32LE(end + 12) !== end) return undefined;
  const parts: Part[] = [];
  for (let at = start; at + 46 <= end && bytes.readUInt32LE(at) === CENTRAL; at = behind(bytes, at)) {
    const part = partAt(bytes, at);
    if (!part) return undefined;
    parts.push(part);
  }
  return parts;
}

/** Behind its name, its extra field and its comment the next entry begins. */
const behind = (bytes: Buffer, at: number): number =>
  at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);

function partAt(bytes: Buffer, at: number): Part | undefined {
  const [length, declared, local] = [20, 24, 42].map((field) => bytes.readUInt32LE(at + field)) as [
    number,
    number,
    number,
  ];
  if ([length, declared, local].includes(IN_ZIP64)) return undefined;
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + length > bytes.length) return undefined;
  return { method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(start, start + length), declared };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
