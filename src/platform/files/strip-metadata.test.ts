import * as fc from 'fast-check';
import Pdfkit from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { pixelsOf, testWithPoppler } from '../../../test/harness/pdf-reader.ts';
import { bareJpeg, exifBlock, photo, png, SECRETS, webp } from '../../../test/harness/sample-images.ts';
import { orientationOf } from './exif-orientation.ts';
import type { FileType } from './file-type.ts';
import { sniffFile } from './sniff.ts';
import { stripMetadata } from './strip-metadata.ts';

const PICTURES: [FileType, Uint8Array][] = [
  ['jpeg', photo()],
  ['png', png({ traces: true })],
  ['webp', webp({ traces: true })],
];

describe.each(PICTURES)('a %s picture', (type, bytes) => {
  test('holds place, maker and notes before, and none of them after', () => {
    const has = (file: Uint8Array) => SECRETS.filter((secret) => Buffer.from(file).includes(secret));
    expect(has(bytes).length).toBeGreaterThan(1);
    expect(has(stripped(bytes, type))).toEqual([]);
  });

  test('stays what it is, and is left alone the second time', async () => {
    const once = stripped(bytes, type);
    expect((await sniffFile(once, { name: '' }, 'photo')).type).toBe(type);
    expect(stripped(once, type)).toEqual(once);
  });

  test('cut off or changed anywhere is stripped of its traces or refused, never an error', () => {
    const damage = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length));
    fc.assert(
      fc.property(damage, ([at, value, length]) => {
        const damaged = Uint8Array.from(bytes.subarray(0, length));
        if (at < damaged.length) damaged[at] = value;
        const { bytes: kept, fault } = stripMetadata(damaged, type);
        expect(fault?.code ?? kept?.length).toSatisfy(
          (answer) => answer === 'files.image-damaged' || Number(answer) > 0,
        );
      }),
      { numRuns: 200 },
    );
  });
});

test('a photo keeps every segment a decoder reads, and which way is up', () => {
  const kept = Buffer.from(stripped(photo(6), 'jpeg'));
  const [head, orientation, rest] = [kept.subarray(0, 2), kept.subarray(2, 38), kept.subarray(38)];
  expect(Buffer.concat([head, rest]).equals(bareJpeg())).toBe(true);
  expect(orientation.subarray(0, 4).toString('hex')).toBe('ffe10022');
  expect(orientationOf(orientation.subarray(10))).toBe(6);
  expect(Buffer.from(stripped(photo(1), 'jpeg')).equals(bareJpeg())).toBe(true);
});

test('a picture keeps its pixels: PNG and WebP lose chunks only', () => {
  expect(stripped(webp({ traces: true }), 'webp')).toEqual(new Uint8Array(webp({ traces: false })));
  const plain = Buffer.from(png({ traces: false }));
  const kept = Buffer.from(stripped(png({ traces: true }), 'png'));
  expect(kept.includes(plain.subarray(plain.indexOf('IDAT') - 4))).toBe(true);
  expect(orientationOf(kept.subarray(kept.indexOf('eXIf') + 4))).toBe(3);
});

test('a photo cut off inside the picture gets its end, one cut off before it is refused', () => {
  const whole = bareJpeg();
  expect(stripped(whole.subarray(0, whole.length - 3), 'jpeg').at(-1)).toBe(0xd9);
  expect(stripMetadata(whole.subarray(0, 60), 'jpeg').fault?.code).toBe('files.image-damaged');
});

test('orientation is read in both byte orders and never beyond the block', () => {
  expect(orientationOf(exifBlock(8))).toBe(8);
  expect(orientationOf(exifBlock(9))).toBe(1);
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      (bytes) => orientationOf(bytes) >= 1 && orientationOf(Buffer.concat([Buffer.from('II*\0'), bytes])) <= 8,
    ),
  );
});

test('what is no picture is handed on as it came', () => {
  const pdf = Buffer.from('%PDF-1.7');
  expect(stripMetadata(pdf, 'pdf').bytes).toBe(pdf);
});

testWithPoppler('another program draws the same pixels from the stripped photo', async () => {
  const before = pixelsOf(await onPage(photo(1)));
  expect(pixelsOf(await onPage(Buffer.from(stripped(photo(1), 'jpeg'))))).toEqual(before);
  expect(new Set(before.subarray(-3 * 2000)).size).toBeGreaterThan(1);
});

function stripped(bytes: Uint8Array, type: FileType): Uint8Array {
  const { bytes: kept, fault } = stripMetadata(bytes, type);
  if (!kept) throw new Error(fault.code);
  return kept;
}

/** A PDF page that is the picture and nothing else. */
function onPage(jpeg: Uint8Array): Promise<Uint8Array> {
  const doc = new Pdfkit({ size: [64, 64], margin: 0 });
  doc.image(Buffer.from(jpeg), 0, 0, { width: 64, height: 64 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.end();
  });
}
