/** PNG (ISO/IEC 15948): keeps the chunks that make the picture and its colours, drops Exif, texts, times and what nobody knows. */
import { crc32 } from 'node:zlib';
import { orientationBlock, orientationOf } from './exif-orientation.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Picture, palette, transparency, colour, size and animation. */
const KEPT = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '));

/** Undefined when a chunk is cut off or does not have its checksum. What follows the picture is dropped. */
export function stripPng(bytes: Uint8Array): Uint8Array | undefined {
  if (!SIGNATURE.equals(bytes.subarray(0, 8))) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [SIGNATURE];
  for (let offset = 8; offset + 12 <= bytes.length; ) {
    const end = offset + 12 + view.getUint32(offset);
    if (end > bytes.length) return undefined;
    const body = bytes.subarray(offset + 4, end - 4);
    if (crc32(body) !== view.getUint32(end - 4)) return undefined;
    const type = Buffer.from(body.subarray(0, 4)).toString('latin1');
    if (KEPT.has(type)) kept.push(bytes.subarray(offset, end));
    else if (type === 'eXIf' && orientationOf(body.subarray(4)) !== 1)
      kept.push(exifChunk(orientationOf(body.subarray(4))));
    if (type === 'IEND') return new Uint8Array(Buffer.concat(kept));
    offset = end;
  }
  return undefined;
}

function exifChunk(orientation: number): Uint8Array {
  const body = Buffer.concat([Buffer.from('eXIf', 'latin1'), orientationBlock(orientation)]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(body.length - 4);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
