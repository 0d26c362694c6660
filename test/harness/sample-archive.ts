/** ZIP archives made for tests: their parts, and what the directory says of the size, true or not. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface SamplePart {
  readonly name: string;
  readonly content: Buffer;
  /** So many times over, without ever holding it all. */
  readonly times?: number;
  /** What the directory claims it unpacks to. */
  readonly claims?: number;
}

export function sampleArchive(parts: readonly SamplePart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, times = 1, claims = content.length * times } of parts) {
    const [file, packed] = [Buffer.from(name), packedTimes(content, times)];
    // what both headers say, from the version needed to the length of the name
    const shared = Buffer.alloc(24);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crcTimes(content, times), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims, 18);
    shared.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.alloc(2), file, packed]);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(offset, 12);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, place, file);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
}

/** A block that is flushed whole may stand as often as wanted; an empty one ends them. */
function packedTimes(content: Buffer, times: number): Buffer {
  const block = deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => block), deflateRawSync(Buffer.alloc(0))]);
}

function crcTimes(content: Buffer, times: number): number {
  let crc = 0;
  for (let time = 0; time < times; time++) crc = crc32(content, crc);
  return crc;
}
