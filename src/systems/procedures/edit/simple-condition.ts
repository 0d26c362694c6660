/** Simple conditions: comparisons of one field with one value, all or any of them; read from CEL and written as CEL. Pure. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import type { ComparedField } from './compared-fields.ts';

export interface Clause {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

export const OPERATORS: readonly {
  readonly key: string;
  readonly label: Required<LocalText>;
  readonly cel?: string;
}[] = [
  { key: 'eq', label: { vi: 'là', en: 'is' }, cel: '==' },
  { key: 'ne', label: { vi: 'không phải là', en: 'is not' }, cel: '!=' },
  { key: 'gt', label: { vi: 'lớn hơn, sau', en: 'is more than, after' }, cel: '>' },
  { key: 'ge', label: { vi: 'từ … trở lên', en: 'is at least, from' }, cel: '>=' },
  { key: 'lt', label: { vi: 'nhỏ hơn, trước', en: 'is less than, before' }, cel: '<' },
  { key: 'le', label: { vi: 'đến … trở xuống', en: 'is at most, until' }, cel: '<=' },
  { key: 'answered', label: { vi: 'đã trả lời', en: 'is answered' } },
  { key: 'unanswered', label: { vi: 'chưa trả lời', en: 'is not answered' } },
];

export interface Clauses {
  readonly join: 'all' | 'any';
  readonly clauses: readonly Clause[];
}

/** Undefined for what is more than such comparisons: it stays an expression. */
export function readClauses(source: string, fields: readonly ComparedField[]): Clauses | undefined {
  const join = source.includes('||') ? 'any' : 'all';
  const parts = source.split(join === 'any' ? '||' : '&&').map((part) => part.trim());
  const clauses = parts.map((part) => readClause(part, fields));
  if (clauses.some((one) => one === undefined)) return undefined;
  const read: Clauses = { join, clauses: clauses as Clause[] };
  return plain(writeClauses(read.clauses, join, fields).source ?? '') === plain(source) ? read : undefined;
}

/** Quotes and white space aside, the same text. */
const plain = (source: string): string => source.replaceAll('"', "'").replace(/\s+/g, '');

function readClause(part: string, fields: readonly ComparedField[]): Clause | undefined {
  const type = (path: string) => fields.find((one) => one.path === path)?.type;
  const asked = /^(!?)answered\(([a-z0-9_.]+)\)$/.exec(part);
  if (asked) return known({ field: asked[2] ?? '', operator: asked[1] ? 'unanswered' : 'answered', value: '' }, type);
  const held = /^(!?)['"]([^'"\\]*)['"] in ([a-z0-9_.]+)$/.exec(part.replace(/^!\((.*)\)$/, '!$1'));
  if (held) return known({ field: held[3] ?? '', operator: held[1] ? 'ne' : 'eq', value: held[2] ?? '' }, type);
  const bare = /^(!?)([a-z0-9_.]+)$/.exec(part);
  if (bare && type(bare[2] ?? '') === 'yes-no')
    return { field: bare[2] ?? '', operator: 'eq', value: bare[1] ? 'false' : 'true' };
  const compared = /^([a-z0-9_.]+)\s*(==|!=|>=|<=|>|<)\s*(?:['"]([^'"\\]*)['"]|(-?[0-9.]+))$/.exec(part);
  if (!compared) return undefined;
  const [, field = '', cel, text, number] = compared;
  if (text === '') return undefined;
  const operator = OPERATORS.find((one) => one.cel === cel)?.key ?? '';
  return known({ field, operator, value: type(field) === 'day' ? dayTyped(text ?? '') : (text ?? number ?? '') }, type);
}

const known = (clause: Clause, type: (path: string) => unknown): Clause | undefined =>
  type(clause.field) === undefined ? undefined : clause;

export type Written =
  | { readonly source: string; readonly wrong?: undefined }
  | { readonly wrong: { readonly index: number; readonly message: Required<LocalText> }; readonly source?: undefined };

export function writeClauses(
  clauses: readonly Clause[],
  join: 'all' | 'any',
  fields: readonly ComparedField[],
): Written {
  const parts: string[] = [];
  for (const [index, clause] of clauses.entries()) {
    const field = fields.find((one) => one.path === clause.field);
    const written = field && writeClause(clause, field);
    if (typeof written !== 'string') return { wrong: { index, message: written ?? UNKNOWN } };
    parts.push(written);
  }
  return { source: parts.join(join === 'any' ? ' || ' : ' && ') };
}

function writeClause({ field: path, operator, value }: Clause, { type }: ComparedField): string | Required<LocalText> {
  if (operator === 'answered') return `answered(${path})`;
  if (operator === 'unanswered') return `!answered(${path})`;
  const cel = OPERATORS.find((one) => one.key === operator)?.cel;
  const plainly = cel === '==' || cel === '!=';
  if (cel === undefined) return UNKNOWN;
  if (type === 'yes-no') return !plainly ? ORDERED : (value === 'true') === (cel === '==') ? path : `!${path}`;
  if (type === 'list')
    return !plainly ? ORDERED : cel === '==' ? `${quoted(value)} in ${path}` : `!(${quoted(value)} in ${path})`;
  if (type === 'number') {
    const number = value.replace(/[.\s]/g, '').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(number) ? `${path} ${cel} ${number}` : NUMBER;
  }
  if (type === 'day') {
    const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(value) ?? [];
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(written) ? `${path} ${cel} '${written}'` : DAY;
  }
  if (!plainly) return ORDERED;
  return `${path} ${cel} ${quoted(value)}`;
}

const quoted = (value: string): string => `'${value.replace(/['\\]/g, '')}'`;

const dayTyped = (day: string): string => day.split('-').reverse().join('/');

const UNKNOWN = { vi: 'Chọn câu hỏi và cách so sánh.', en: 'Choose the question and the comparison.' };
const ORDERED = {
  vi: 'Câu hỏi này chỉ so sánh được là hoặc không phải là.',
  en: 'This question can only be compared by is or is not.',
};
const NUMBER = { vi: 'Nhập một số, ví dụ 5.', en: 'Enter a number, such as 5.' };
const DAY = { vi: 'Nhập ngày như 31/12/2026.', en: 'Enter a day such as 31/12/2026.' };
