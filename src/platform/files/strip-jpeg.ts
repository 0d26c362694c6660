/** JPEG (ITU-T T.81, annex B): keeps the segments a decoder needs, drops Exif, XMP, IPTC, comments and everything after the picture. */
import { orientationBlock, orientationOf } from './exif-orientation.ts';

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];

/** Undefined when the segments cannot be followed to the end of the picture. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let scanned = false;
  for (let offset = 2; ; ) {
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset += 1;
    const marker = bytes[offset + 1];
    if (bytes[offset] !== 0xff || marker === undefined) return undefined;
    if (marker === EOI) return scanned ? assemble(kept, orientation) : undefined;
    const end = segmentEnd(bytes, offset);
    if (end === undefined) return undefined;
    const segment = bytes.subarray(offset, end);
    if (isNeeded(marker, segment)) kept.push(segment);
    else if (marker === APP1 && startsWith(segment, 'Exif\0\0')) orientation = orientationOf(segment.subarray(10));
    offset = end;
    if (marker !== SOS) continue;
    scanned = true;
    const scanEnd = endOfScan(bytes, offset);
    kept.push(bytes.subarray(offset, scanEnd));
    // A file cut off inside the picture shows what arrived: it gets its missing end.
    if (scanEnd === bytes.length) return assemble(kept, orientation);
    offset = scanEnd;
  }
}

function assemble(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const upright = orientation === 1 ? [] : [exifSegment(orientationBlock(orientation))];
  return new Uint8Array(Buffer.concat([Uint8Array.of(0xff, SOI), ...upright, ...kept, Uint8Array.of(0xff, EOI)]));
}

function exifSegment(tiff: Uint8Array): Uint8Array {
  const length = 2 + 6 + tiff.length;
  return Buffer.concat([
    Uint8Array.of(0xff, APP1, length >> 8, length & 0xff),
    Buffer.from('Exif\0\0', 'latin1'),
    tiff,
  ]);
}

function segmentEnd(bytes: Uint8Array, offset: number): number | undefined {
  const [high, low] = [bytes[offset + 2], bytes[offset + 3]];
  if (high === undefined || low === undefined) return undefined;
  const length = high * 256 + low;
  const end = offset + 2 + length;
  return length >= 2 && end <= bytes.length ? end : undefined;
}

/** Tables, frames and scans; of the application segments the size and colour ones: JFIF, ICC profile, Adobe's colour transform. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === APP0) return startsWith(segment, 'JFIF\0');
  if (marker === APP2) return startsWith(segment, 'ICC_PROFILE\0');
  if (marker === APP14) return startsWith(segment, 'Adobe');
  return !(marker >= APP0 && marker <= APP15) && marker !== COM;
}

const startsWith = (segment: Uint8Array, text: string): boolean =>
  Buffer.from(segment.subarray(4, 4 + text.length)).toString('latin1') === text;

/** The next marker that is not part of the scan: after 0xff a zero stands for itself and D0-D7 restart the decoder. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let offset = from; offset < bytes.length - 1; offset++) {
    const next = bytes[offset + 1] ?? 0;
    if (bytes[offset] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return offset;
  }
  return bytes.length;
}
