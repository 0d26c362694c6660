import { expect, test } from 'vitest';
import type { ComparedField } from './compared-fields.ts';
import { readClauses, writeClauses } from './simple-condition.ts';

const field = (path: string, type: ComparedField['type']): ComparedField => ({
  path,
  type,
  label: { vi: path },
  options: [],
});
const FIELDS = [
  field('relation', 'text'),
  field('married', 'yes-no'),
  field('children', 'number'),
  field('child.birth_date', 'day'),
  field('papers', 'list'),
];

test.each([
  ["relation == 'mother'"],
  ["relation != 'mother' && married"],
  ['!married || children >= 2'],
  ["child.birth_date > '2026-01-31'"],
  ["'passport' in papers && answered(relation)"],
  ['!answered(child.birth_date)'],
])('%s is rows, and the rows are the same expression', (source) => {
  const read = readClauses(source, FIELDS) ?? expect.fail(source);
  expect(writeClauses(read.clauses, read.join, FIELDS).source).toBe(source);
});

test.each([
  ["relation == 'a' && (married || children > 1)"],
  ['age(child.birth_date, context.today) < 14'],
  ["unknown == 'a'"],
  ["relation in ['a', 'b']"],
  ["married && relation == 'a' || children > 1"],
])('%s stays an expression', (source) => expect(readClauses(source, FIELDS)).toBeUndefined());

test('a day is typed as people write it, a number with its points; what is neither is told', () => {
  const write = (name: string, operator: string, value: string) =>
    writeClauses([{ field: name, operator, value }], 'all', FIELDS);
  expect(write('child.birth_date', 'le', '31/12/2026').source).toBe("child.birth_date <= '2026-12-31'");
  expect(write('children', 'gt', '1.000').source).toBe('children > 1000');
  expect(write('child.birth_date', 'le', '31/2/2026').wrong?.message.vi).toContain('31/12/2026');
  expect(write('children', 'gt', 'hai').wrong?.index).toBe(0);
  expect(write('married', 'gt', 'true').wrong?.message.en).toContain('is or is not');
});
