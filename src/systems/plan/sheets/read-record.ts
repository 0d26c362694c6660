/** Reading a record: what a form or a line of a file says, cell by cell, into the one text each kind of cell is kept as. Pure. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { readDecimal, readWholeNumber } from '../../../platform/text/money.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { fold } from '../../../platform/text/fold.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export type Cells = Readonly<Record<string, string>>;

export interface CellFault {
  /** Key of the column; `code` for the code. */
  readonly column: string;
  readonly message: Required<LocalText>;
}

export interface ReadRecord {
  readonly code: string;
  readonly cells: Cells;
  readonly faults: readonly CellFault[];
}

/** Codes that exist, by sheet, and of targets. */
export type KnownCodes = ReadonlyMap<string, ReadonlySet<string>>;

const say = (vi: string, en: string): Required<LocalText> => ({ vi, en });
const MISSING = say('Còn thiếu.', 'Is missing.');
const SAYINGS = {
  code: say(
    'Mã gồm chữ, số, dấu chấm, gạch, gạch chéo; tối đa 60 ký tự.',
    'A code has letters, digits, dots, dashes, slashes; at most 60.',
  ),
  money: say(
    'Nhập số tiền nguyên đồng, không âm, ví dụ 1.500.000.000.',
    'Enter whole đồng from 0, such as 1500000000.',
  ),
  whole: say('Nhập số nguyên không âm.', 'Enter a whole number from 0.'),
  decimal: say('Nhập một số không âm, ví dụ 62,5.', 'Enter a number from 0, such as 62,5.'),
  day: say('Nhập ngày, ví dụ 31/10/2026.', 'Enter a day, such as 31/10/2026.'),
  year: say('Nhập năm, ví dụ 2026.', 'Enter a year, such as 2026.'),
  long: say('Quá 1.000 ký tự.', 'More than 1,000 characters.'),
} as const;
const MOST_LETTERS = 1000;

export function readRecord(
  sheet: Sheet,
  typed: { readonly code: string; readonly cells: Cells },
  known: KnownCodes,
): ReadRecord {
  const code = clean(typed.code);
  const faults: CellFault[] = /^[\p{L}\p{N}][\p{L}\p{N}./_ -]{0,59}$/u.test(code)
    ? []
    : [{ column: 'code', message: code === '' ? MISSING : SAYINGS.code }];
  const cells: Record<string, string> = {};
  for (const column of sheet.columns) {
    const text = clean(typed.cells[column.key] ?? '');
    if (text === '') {
      if (!column.optional) faults.push({ column: column.key, message: MISSING });
      continue;
    }
    const read = readCell(column, text, known);
    if (typeof read === 'string') cells[column.key] = read;
    else faults.push({ column: column.key, message: read });
  }
  return { code, cells, faults };
}

const clean = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

function readCell(column: SheetColumn, text: string, known: KnownCodes): string | Required<LocalText> {
  if (text.length > MOST_LETTERS) return SAYINGS.long;
  if (column.kind === 'money' || column.kind === 'whole') {
    const { value } = readWholeNumber(text);
    return value === undefined || value < 0 ? SAYINGS[column.kind] : String(value);
  }
  if (column.kind === 'decimal') {
    const { value } = readDecimal(text);
    return value === undefined || value < 0 ? SAYINGS.decimal : String(value);
  }
  if (column.kind === 'year') return /^(19|20)\d\d$/.test(text) ? text : SAYINGS.year;
  if (column.kind === 'day') return readDay(text) ?? SAYINGS.day;
  if (column.kind === 'choice') return readChoice(column, text);
  if (column.kind === 'ref' || column.kind === 'refs') return readRefs(column, text, known);
  return text;
}

/** `31/10/2026`, `2026-10-31`. */
function readDay(text: string): string | undefined {
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = typed ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}` : text;
  return isDay(day) ? day : undefined;
}

/** By its value or by its label in either language. */
function readChoice({ options = [] }: SheetColumn, text: string): string | Required<LocalText> {
  const same = (one: string): boolean => fold(one) === fold(text);
  const found = options.find(({ value, label }) => same(value) || same(label.vi) || same(label.en));
  if (found) return found.value;
  const list = (locale: 'vi' | 'en') => options.map(({ label }) => label[locale]).join(', ');
  return say(`Chọn một trong: ${list('vi')}.`, `One of: ${list('en')}.`);
}

function readRefs({ kind, of = '' }: SheetColumn, text: string, known: KnownCodes): string | Required<LocalText> {
  const codes =
    kind === 'ref'
      ? [text]
      : text
          .split(/[,;]/)
          .map(clean)
          .filter((one) => one !== '');
  const missing = codes.filter((code) => !known.get(of)?.has(code));
  if (missing.length === 0) return [...new Set(codes)].join(', ');
  const list = missing.join(', ');
  return say(
    `Không có mã này: ${list}. Hãy nhập bảng kia trước.`,
    `There is no such code: ${list}. Enter that sheet first.`,
  );
}
