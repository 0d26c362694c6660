/**
 * Reading a bank's statement file: CSV with a line of headings, in the encodings that banks' programs write. UTF-16 and
 * UTF-8 are known by their mark; without one it is UTF-8 if it is well-formed UTF-8, else Windows-1258. Separators are
 * comma, semicolon or tab. docs/standards/bank-statement.md gives the headings.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { findInstant, type Instant } from '../../../platform/calendar/instant.ts';
import { readWholeNumber } from '../../../platform/text/money.ts';
import { fold } from '../../../platform/text/fold.ts';

export interface StatementLine {
  readonly account: string;
  readonly transaction: string;
  readonly direction: 'in' | 'out';
  /** đồng */
  readonly amount: number;
  readonly content: string;
  /** Of a request or a refund of ours, where the content names one. */
  readonly reference: string | null;
  readonly bookedAt: Instant;
}

export type LineFault = 'time' | 'amount' | 'transaction' | 'account';

export type ReadStatement =
  | {
      readonly lines: readonly StatementLine[];
      /** Lines that could not be read, by their number in the file. */
      readonly faults: readonly { readonly line: number; readonly fault: LineFault }[];
      readonly refused?: undefined;
    }
  | { readonly refused: 'not-csv' | 'headings' | 'empty' };

/** Folded headings by which a column is known. */
const HEADINGS: Readonly<Record<Name, readonly string[]>> = {
  account: ['so tai khoan', 'tai khoan', 'account', 'account number'],
  time: ['ngay gio giao dich', 'ngay giao dich', 'thoi gian', 'ngay hieu luc', 'date', 'time', 'transaction date'],
  transaction: ['so giao dich', 'ma giao dich', 'so but toan', 'so tham chieu', 'transaction', 'transaction id'],
  credit: ['ghi co', 'co', 'so tien ghi co', 'credit'],
  debit: ['ghi no', 'no', 'so tien ghi no', 'debit'],
  content: ['noi dung', 'dien giai', 'mo ta', 'content', 'description'],
};
type Name = 'account' | 'time' | 'transaction' | 'credit' | 'debit' | 'content';
/** Without a column of accounts every line is of the account that was named with the file. */
const NEEDED: readonly Name[] = ['time', 'transaction', 'credit', 'content'];

export function readStatement(bytes: Uint8Array, account: string): ReadStatement {
  const text = decode(bytes);
  if (text.trim() === '') return { refused: 'empty' };
  let rows: string[][];
  try {
    rows = parse(text, { delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError) return { refused: 'not-csv' };
    throw error;
  }
  // banks put their name and the period above the headings
  const head = rows.findIndex((row) => NEEDED.every((name) => placeOf(row, name) >= 0));
  const heading = rows[head];
  if (!heading) return { refused: 'headings' };
  const places = Object.fromEntries(
    (Object.keys(HEADINGS) as Name[]).map((name) => [name, placeOf(heading, name)]),
  ) as Record<Name, number>;
  const lines: StatementLine[] = [];
  const faults: { line: number; fault: LineFault }[] = [];
  rows.slice(head + 1).forEach((row, index) => {
    const read = readLine((name) => row[places[name]] ?? '', account);
    if (typeof read === 'string') faults.push({ line: head + index + 2, fault: read });
    else if (read) lines.push(read);
  });
  return { lines, faults };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes).normalize('NFC');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

/** The one that stands most often in the file's first lines. */
function separatorOf(text: string): string {
  const start = text.slice(0, 4000);
  const counted = [';', '\t', ','].map((sign) => ({ sign, count: start.split(sign).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

const placeOf = (row: readonly string[], name: Name): number =>
  row.findIndex((cell) => HEADINGS[name].includes(fold(cell).replaceAll(/\s+/g, ' ').trim()));

/** Undefined for a line that is no transaction, such as a total. */
function readLine(cell: (name: Name) => string, fallback: string): StatementLine | LineFault | undefined {
  const [credit, debit] = [cell('credit'), cell('debit')].map(readAmount);
  const transaction = cell('transaction').replaceAll(/\s/g, '');
  if (transaction === '' && cell('time') === '') return undefined;
  const bookedAt = readTime(cell('time'));
  if (bookedAt === undefined) return 'time';
  if (!/^[\w./-]{1,60}$/.test(transaction)) return 'transaction';
  if (credit === undefined || debit === undefined || credit > 0 === debit > 0) return 'amount';
  const account = cell('account').replaceAll(/\s/g, '') || fallback;
  if (!/^[A-Za-z0-9]{1,19}$/.test(account)) return 'account';
  const content = cell('content').slice(0, 1000);
  return {
    account,
    transaction,
    direction: credit > 0 ? 'in' : 'out',
    amount: credit > 0 ? credit : debit,
    content,
    reference: /(?:VC|HT)[0-9A-F]{16}/.exec(content.toUpperCase().replaceAll(/\s/g, ''))?.[0] ?? null,
    bookedAt,
  };
}

/** `16.000`, `16,000`, `16000,00`, `-16.000`; an empty cell is nothing. */
function readAmount(text: string): number | undefined {
  if (text === '' || text === '-') return 0;
  const value = readWholeNumber(text.replace(/[.,]0{1,2}$/, '')).value;
  return value === undefined ? undefined : Math.abs(value);
}

/** `23/11/2026 09:05:00`, `23-11-2026`, `2026-11-23 09:05`. */
function readTime(text: string): Instant | undefined {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  const [day, month, year] = vietnamese ? vietnamese.slice(1, 4) : (iso?.slice(1, 4).toReversed() ?? []);
  const [hour = '0', minute = '00', second = '00'] = (vietnamese ?? iso)?.slice(4, 7) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const two = (part: string): string => part.padStart(2, '0');
  return findInstant(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`);
}
