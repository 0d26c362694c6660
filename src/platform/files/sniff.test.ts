import { crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { photo, png, webp } from '../../../test/harness/sample-images.ts';
import { cleanFileName, downloadHeaders } from './file-name.ts';
import { ruleOf } from './purpose.ts';
import { sniffFile } from './sniff.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A ZIP with one stored entry, as a package part. */
function zipOf(name: string, content: string): Buffer {
  const [file, body] = [Buffer.from(name), Buffer.from(content)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(body), 14);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(body.length, 22);
  local.writeUInt16LE(file.length, 26);
  return Buffer.concat([local, file, body]);
}

const officeFile = (type: string): Buffer =>
  zipOf('[Content_Types].xml', `<Types><Override PartName="/main.xml" ContentType="${type}.main+xml"/></Types>`);

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Danh sách').addRow(['Họ tên']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a component of a dossier', () => {
  test.each([
    ['pdf', 'giấy chứng sinh.pdf', async () => pdf],
    ['jpeg', 'ảnh.JPG', async () => photo()],
    ['png', 'quét.png', async () => png({ traces: false })],
    ['webp', 'anh.webp', async () => webp({ traces: false })],
    ['docx', 'đơn.docx', async () => officeFile(word)],
    ['xlsx', 'bảng.xlsx', workbook],
  ] as const)('may be a %s, told by its content', async (type, name, make) => {
    expect((await sniffFile(await make(), { name }, 'component')).type).toBe(type);
    expect(
      (await sniffFile(await make(), { name: 'không đuôi', mime: 'application/octet-stream' }, 'component')).type,
    ).toBe(type);
  });

  test.each([
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
    ['an ELF program', Buffer.concat([Buffer.from('\u007fELF', 'latin1'), Buffer.alloc(300, 1)])],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a workbook with macros', officeFile('application/vnd.ms-excel.sheet.macroEnabled')],
    ['a bare ZIP', zipOf('a.txt', 'a')],
    ['plain text', Buffer.from('xin chào')],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['a page that calls itself PDF', Buffer.from('<html>%PDF-1.7</html>')],
  ])('may not be %s, whatever it is called', async (_what, bytes) => {
    const { fault } = await sniffFile(bytes, { name: 'ảnh.pdf', mime: 'application/pdf' }, 'component');
    expect(fault?.code).toBe('files.type-not-allowed');
    expect(fault?.message.vi).toContain('PDF, JPEG, PNG');
  });

  test.each([
    ['ảnh.png', undefined],
    ['ảnh.exe', undefined],
    ['ảnh', 'image/png'],
    ['ảnh.pdf.html', 'image/jpeg'],
  ])('called %s, claimed as %s, is refused when it is a JPEG', async (name, mime) => {
    const { fault } = await sniffFile(photo(), { name, ...(mime === undefined ? {} : { mime }) }, 'component');
    expect(fault?.code).toBe('files.type-mismatch');
    expect(fault?.message.vi).toContain('JPEG');
  });

  test('a version number at the end of a name is not an ending', async () => {
    expect((await sniffFile(pdf, { name: 'Bản vẽ v1.2' }, 'component')).type).toBe('pdf');
  });

  test('of nothing, or of more than the limit, is refused with a sentence', async () => {
    expect((await sniffFile(new Uint8Array(), { name: 'a.pdf' }, 'component')).fault?.code).toBe('files.empty');
    const large = Buffer.concat([pdf, Buffer.alloc(ruleOf('component').limit)]);
    const { fault } = await sniffFile(large, { name: 'a.pdf' }, 'component');
    expect(fault).toMatchObject({ code: 'files.too-large', message: { vi: 'Tệp lớn hơn mức cho phép (10 MB).' } });
  });
});

test('a photo may not be a document, a result only a PDF', async () => {
  expect((await sniffFile(pdf, { name: 'a.pdf' }, 'photo')).fault?.code).toBe('files.type-not-allowed');
  expect((await sniffFile(photo(), { name: 'a.jpg' }, 'result')).fault?.code).toBe('files.type-not-allowed');
});

test('no bytes and no name make the reader fail', async () => {
  const heads = fc.constantFrom(pdf, photo(), webp({ traces: true }), officeFile(word), Buffer.alloc(0));
  await fc.assert(
    fc.asyncProperty(
      heads,
      fc.uint8Array({ maxLength: 200 }),
      fc.string(),
      fc.string(),
      async (head, tail, name, mime) => {
        const { type, fault } = await sniffFile(
          Buffer.concat([head.subarray(0, 40), tail]),
          { name, mime },
          'component',
        );
        expect(type ?? fault?.code).toEqual(expect.any(String));
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  ['C:\\Users\\ánh\\Giấy khai sinh.pdf', 'Giấy khai sinh.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Efdp.exe\u0000.pdf', 'a fdp.exe.pdf'],
  ['.htaccess', 'tep.htaccess'],
  ['', 'tep'],
  ['???.png', 'tep.png'],
  [`${'ệ'.normalize('NFD').repeat(300)}.docx`, `${'ệ'.repeat(115)}.docx`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

test('a download is saved under its Vietnamese name and never shown by guessing', () => {
  expect(downloadHeaders('Đơn "xin" cấp.pdf', 'pdf')).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="on xin cap.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20xin%20c%E1%BA%A5p.pdf`,
    'x-content-type-options': 'nosniff',
  });
});
