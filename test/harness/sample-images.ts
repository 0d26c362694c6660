/** Real little pictures made by hand, with the traces that cameras leave in them. */
import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** GPS position, camera and a note as they stand in files: what must not survive. */
export const SECRETS = [
  'GPS-11.3153-106.1028',
  'CameraMaker',
  'Chụp tại nhà riêng',
  'http://ns.adobe.com/xap/1.0/',
] as const;

/** A TIFF block as cameras write it: orientation and maker in the directory, the position behind it. */
export function exifBlock(orientation: number): Buffer {
  const block = Buffer.alloc(8 + 2 + 24 + 4);
  block.write('II', 0, 'latin1');
  block.writeUInt16LE(42, 2);
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(2, 8);
  block.writeUInt16LE(0x010f, 10);
  block.writeUInt16LE(2, 12);
  block.writeUInt32LE(12, 14);
  block.writeUInt32LE(38, 18);
  block.writeUInt16LE(0x0112, 22);
  block.writeUInt16LE(3, 24);
  block.writeUInt32LE(1, 26);
  block.writeUInt16LE(orientation, 30);
  return Buffer.concat([block, ascii('CameraMaker\0'), ascii(SECRETS[0])]);
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** The segments that make the picture: 16 x 16 grey, baseline, four blocks of one shade each (ITU-T T.81). */
function jpegPicture(): Buffer {
  // One code of one bit for "difference 0", one of two bits for "difference of 5 bits"; AC knows only "end of block".
  const dc = Buffer.from([0x00, 1, 1, ...Array<number>(14).fill(0), 0, 5]);
  const ac = Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0]);
  // 10 10101 0 (up 21) | 0 0 | 0 0 | 10 01010 0 (down 21), padded with ones.
  const scan = Buffer.from([0b1010_1010, 0b0000_1001, 0b0100_1111]);
  return Buffer.concat([
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(16)])),
    segment(0xc0, Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0])),
    segment(0xc4, dc),
    segment(0xc4, ac),
    segment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    scan,
  ]);
}

const JFIF = segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 1, 0, 72, 0, 72, 0, 0])]));
const ICC = segment(0xe2, Buffer.concat([ascii('ICC_PROFILE\0'), Buffer.from([1, 1]), Buffer.alloc(16, 7)]));

/** As a phone saves it: Exif, XMP, IPTC, a comment, a colour profile, and a second picture with its own Exif after the end. */
export function photo(orientation = 6): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    JFIF,
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exifBlock(orientation)])),
    segment(0xe1, Buffer.concat([ascii(`${SECRETS[3]}\0<x:xmpmeta/>`)])),
    segment(0xed, Buffer.concat([ascii('Photoshop 3.0\0'), Buffer.from(SECRETS[2])])),
    ICC,
    segment(0xfe, Buffer.from(SECRETS[2])),
    jpegPicture(),
    Buffer.from([0xff, 0xd9]),
    segment(0xe1, Buffer.concat([ascii('Exif\0\0'), exifBlock(1)])),
  ]);
}

/** The same picture with nothing beside it. */
export const bareJpeg = (): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), JFIF, ICC, jpegPicture(), Buffer.from([0xff, 0xd9])]);

const chunk = (type: string, body: Buffer): Buffer => {
  const inner = Buffer.concat([ascii(type), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(inner));
  return Buffer.concat([length, inner, sum]);
};

/** 4 x 4 RGB; with `traces`, an Exif block, texts and a time. */
export function png({ traces }: { traces: boolean }): Uint8Array {
  const rows = Buffer.concat(
    Array.from({ length: 4 }, (_, row) => Buffer.from([0, ...Array.from({ length: 12 }, (_, x) => row * 40 + x)])),
  );
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0]);
  const extra = [
    chunk('eXIf', exifBlock(3)),
    chunk('tEXt', Buffer.from(`Comment\0${SECRETS[2]}`)),
    chunk('tIME', Buffer.alloc(7, 1)),
  ];
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    ...(traces ? extra : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
    ...(traces ? [Buffer.from(SECRETS[0])] : []),
  ]);
}

/** 1 x 1, lossless, in an extended file; with `traces`, Exif and XMP. */
export function webp({ traces }: { traces: boolean }): Uint8Array {
  const riffChunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const flags = Buffer.from([traces ? 0x0c : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([
    ascii('WEBP'),
    riffChunk('VP8X', flags),
    riffChunk('VP8L', Buffer.from('2f00000000073034ff7f', 'hex')),
    ...(traces ? [riffChunk('EXIF', exifBlock(1)), riffChunk('XMP ', ascii(SECRETS[3]))] : []),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
