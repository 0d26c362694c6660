/** The statement as the file that customers download: CSV with semicolons, in one of the encodings that banks' programs write. */
import type { StatementEntry } from './ledger.ts';

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1258'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const HEAD = ['Số tài khoản', 'Ngày giờ giao dịch', 'Số giao dịch', 'Ghi có', 'Ghi nợ', 'Nội dung'];

export function writeStatementFile(entries: readonly StatementEntry[], encoding: Encoding): Buffer {
  const rows = entries.map(({ account, bookedAt, transactionId, direction, amount, content }) => [
    account,
    localTime(bookedAt),
    transactionId,
    direction === 'in' ? dong(amount) : '',
    direction === 'out' ? dong(amount) : '',
    content,
  ]);
  const text = [HEAD, ...rows].map((fields) => fields.map(quoted).join(';')).join('\r\n');
  return encoded(`${text}\r\n`, encoding);
}

const quoted = (field: string): string => (/[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

const dong = (amount: number): string => amount.toLocaleString('vi-VN');

/** `23/11/2026 09:05:00` at UTC+7. */
function localTime(iso: string): string {
  const [day = '', time = ''] = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().split('T');
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 8)}`;
}

function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'windows-1258':
      return inWindows1258(text);
  }
}

/** Tone marks are signs of their own there; hats, breves and horns belong to their letters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

function inWindows1258(text: string): Buffer {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte]),
  );
  const letters = Array.from(text.normalize('NFC')).flatMap((letter) => {
    if (bytes.has(letter)) return [letter];
    const parts = letter.normalize('NFD');
    return [parts.replace(TONES, '').normalize('NFC'), ...(parts.match(TONES) ?? [])];
  });
  return Buffer.from(letters.map((letter) => bytes.get(letter) ?? 0x3f));
}
