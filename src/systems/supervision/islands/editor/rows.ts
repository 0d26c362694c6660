/** Rows of simple comparisons and the condition they are: one value, one comparison, one value given, all or any of them. Pure. */
import type { Value } from './vocabulary.ts';

export interface Row {
  readonly path: string;
  readonly operator: string;
  readonly value: string;
}

export interface Rows {
  readonly join: 'all' | 'any';
  readonly rows: readonly Row[];
}

/** By type of value; `?` and `!?` need no value to compare with. */
export const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  string: ['==', '!=', '?', '!?'],
  day: ['==', '<', '<=', '>', '>=', '?', '!?'],
  int: ['==', '!=', '<', '<=', '>', '>='],
  money: ['==', '!=', '<', '<=', '>', '>='],
  double: ['<', '<=', '>', '>='],
  bool: ['==', '!='],
  instant: ['<', '<=', '>', '>=', '?', '!?'],
  strings: ['has', '!has', '?', '!?'],
};

export const isWithoutValue = (operator: string): boolean => operator === '?' || operator === '!?';

/** Undefined while a row is not complete. */
export function writeRows({ join, rows }: Rows, values: readonly Value[]): string | undefined {
  const parts = rows.map((row) => writeRow(row, typeOf(row.path, values)));
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.join(join === 'all' ? ' && ' : ' || ');
}

function writeRow({ path, operator, value }: Row, type: string | undefined): string | undefined {
  if (type === undefined || !OPERATORS[type]?.includes(operator)) return undefined;
  if (operator === '?') return `answered(${path})`;
  if (operator === '!?') return `!answered(${path})`;
  if (type === 'bool' && value === '') return undefined;
  if (type === 'bool') return (value === 'true') === (operator === '==') ? path : `!${path}`;
  if (operator === 'has' || operator === '!has') {
    const held = `${JSON.stringify(value)} in ${path}`;
    return value === '' ? undefined : operator === 'has' ? held : `!(${held})`;
  }
  const literal = literalOf(value.trim(), type);
  return literal === undefined ? undefined : `${path} ${operator} ${literal}`;
}

const PATH = /^[a-z_]\w*(\.\w+)+$/;

function literalOf(value: string, type: string): string | undefined {
  if (PATH.test(value)) return value;
  switch (type) {
    case 'int':
    case 'money':
      return /^-?\d{1,15}$/.test(value) ? value : undefined;
    case 'double':
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(value) ? (value.includes('.') ? value : `${value}.0`) : undefined;
    case 'instant': {
      const whole = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+07:00` : value;
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(whole)
        ? `timestamp("${whole}")`
        : undefined;
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `"${value}"` : undefined;
    default:
      return value === '' ? undefined : JSON.stringify(value);
  }
}

/** Undefined for what is more than such rows: it stays text. */
export function readRows(source: string, values: readonly Value[]): Rows | undefined {
  if (source.trim() === '') return { join: 'all', rows: [] };
  const join = source.includes('||') ? 'any' : 'all';
  const rows = source.split(join === 'any' ? '||' : '&&').map((part) => readRow(part.trim(), values));
  if (rows.some((row) => row === undefined)) return undefined;
  const read: Rows = { join, rows: rows as Row[] };
  return bare(writeRows(read, values) ?? '') === bare(source) ? read : undefined;
}

const bare = (source: string): string => source.replaceAll("'", '"').replace(/\s+/g, '');

function readRow(part: string, values: readonly Value[]): Row | undefined {
  const asked = /^(!?)answered\(([\w.]+)\)$/.exec(part);
  if (asked) return { path: asked[2] ?? '', operator: asked[1] ? '!?' : '?', value: '' };
  const held = /^(!\()?["']([^"'\\]*)["'] in ([\w.]+)\)?$/.exec(part);
  if (held) return { path: held[3] ?? '', operator: held[1] ? '!has' : 'has', value: held[2] ?? '' };
  const alone = /^(!?)([\w.]+)$/.exec(part);
  if (alone && typeOf(alone[2] ?? '', values) === 'bool')
    return { path: alone[2] ?? '', operator: '==', value: alone[1] ? 'false' : 'true' };
  const compared =
    /^([\w.]+)\s*(==|!=|<=|>=|<|>)\s*(?:timestamp\("([^"]+)"\)|["']([^"'\\]*)["']|(-?[\d.]+)|([\w.]+))$/.exec(part);
  if (!compared) return undefined;
  const [, path = '', operator = '', moment, text, number, other] = compared;
  return { path, operator, value: moment ?? text ?? number ?? other ?? '' };
}

const typeOf = (path: string, values: readonly Value[]): string | undefined =>
  values.find((value) => value.path === path)?.type;
