/** DOCX files as another program reads them: the words of their document. */
import { inflateRawSync } from 'node:zlib';

export const textInDocx = (bytes: Buffer): string =>
  partOfDocx(bytes, 'word/document.xml')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** One part of the file, `word/document.xml`, found in the central directory of the ZIP. */
export function partOfDocx(bytes: Buffer, name: string): string {
  for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString('utf8');
  }
  throw new Error(`no ${name} in the file`);
}
