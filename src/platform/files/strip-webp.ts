/** WebP (RFC 9649): drops the Exif and XMP chunks and says so in the header. */

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_AND_XMP = 0x08 | 0x04;

/** Undefined when a chunk is cut off or the picture is missing. */
export function stripWebp(bytes: Uint8Array): Uint8Array | undefined {
  const tag = (offset: number) => Buffer.from(bytes.subarray(offset, offset + 4)).toString('latin1');
  if (bytes.length < 12 || tag(0) !== 'RIFF' || tag(8) !== 'WEBP') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const kept: Uint8Array[] = [];
  for (let offset = 12; offset < end; ) {
    if (offset + 8 > end) return undefined;
    const size = view.getUint32(offset + 4, true);
    const next = offset + 8 + size + (size % 2);
    if (next > end) return undefined;
    const chunk = bytes.slice(offset, next);
    if (tag(offset) === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~EXIF_AND_XMP;
    if (KEPT.has(tag(offset))) kept.push(chunk);
    offset = next;
  }
  return kept.length === 0 ? undefined : riff(Buffer.concat(kept));
}

function riff(chunks: Buffer): Uint8Array {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(chunks.length + 4, 4);
  return new Uint8Array(Buffer.concat([head, chunks]));
}
