import { inflateSync } from 'node:zlib';
import Pdfkit from 'pdfkit';
import { expect, test } from 'vitest';
import { paintPages } from './paint-pages.ts';
import { paperAnswer } from './paper-answer.ts';
import { encodePng } from './png.ts';

const COLOURS = ['red', 'lime', 'blue', 'yellow', 'cyan', 'magenta', 'black'];

/** Each page half as high as wide and all of one colour. */
async function aPdf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new Pdfkit({ size: [400, 200], margin: 0, ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (let page = 0; page < pages; page++) {
    if (page > 0) document.addPage();
    document.rect(0, 0, 400, 200).fill(COLOURS[page] ?? 'white');
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

interface Read {
  readonly width: number;
  readonly height: number;
  at(column: number, row: number): readonly number[];
}

function readPng(png: Uint8Array): Read {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const length = bytes.readUInt32BE(33);
  const rows = inflateSync(bytes.subarray(41, 41 + length));
  return {
    width,
    height,
    at: (column, row) => [...rows.subarray(row * (width * 3 + 1) + 1 + column * 3).subarray(0, 3)],
  };
}

test('pixels come out of a picture as they went in', () => {
  const data = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 255]);
  const read = readPng(encodePng({ width: 2, height: 2, data }));
  expect([read.width, read.height, read.at(0, 0), read.at(1, 0), read.at(0, 1), read.at(1, 1)]).toEqual([
    2,
    2,
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [9, 8, 7],
  ]);
});

test('the pages of a paper stand one under the other, in their colours', async () => {
  const read = readPng((await paintPages(await aPdf(2))) ?? Buffer.alloc(0));
  expect([read.width, read.height]).toEqual([900, 450 + 12 + 450]);
  expect(read.at(450, 225)).toEqual([255, 0, 0]);
  expect(read.at(450, 456)).toEqual([0xb8, 0xb8, 0xb8]);
  expect(read.at(450, 700)).toEqual([0, 255, 0]);
});

test('of a long paper the first five pages are drawn', async () => {
  const read = readPng((await paintPages(await aPdf(7))) ?? Buffer.alloc(0));
  expect(read.height).toBe(5 * 450 + 4 * 12);
});

test('what cannot be read gives no picture, and the next paper is drawn all the same', async () => {
  const [broken, locked, good] = await Promise.all([
    paintPages(Buffer.from('%PDF-1.7 và không gì nữa')),
    paintPages(await aPdf(1, { userPassword: 'secret' })),
    paintPages(await aPdf(1)),
  ]);
  expect([broken, locked]).toEqual([undefined, undefined]);
  expect(readPng(good ?? Buffer.alloc(0)).at(1, 1)).toEqual([255, 0, 0]);
});

test('a paper is opened, kept or drawn as it is asked for', async () => {
  const bytes = await aPdf(1);
  const asked = (query: Record<string, string>, type = 'application/pdf', paper: Uint8Array = bytes) =>
    paperAnswer({ query, locale: 'vi' }, { bytes: paper, type, name: 'giấy.pdf' });
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(await asked({})).toMatchObject({ kind: 'file', type: 'application/pdf', inline: true });
  expect(await asked({ tai: '1' })).toMatchObject({ kind: 'file', type: 'application/pdf', inline: false });
  expect(await asked({ anh: '1' })).toMatchObject({ kind: 'file', type: 'image/png' });
  expect(await asked({ anh: '1' }, 'image/jpeg')).toMatchObject({ kind: 'file', type: 'image/jpeg', bytes });
  expect(await asked({ anh: '1' }, docx)).toEqual({ kind: 'not-found' });
  expect(await asked({}, docx)).toMatchObject({ kind: 'file', inline: false });
  const sorry = await asked({ anh: '1' }, 'application/pdf', Buffer.from('%PDF-'));
  expect(sorry).toMatchObject({ kind: 'file', type: 'image/svg+xml' });
  expect(sorry.kind === 'file' && Buffer.from(sorry.bytes).toString()).toContain('Hãy mở tệp.');
});
