import { expect, test } from 'vitest';
import type { ProcedureDefinition } from '../../procedures/index.ts';
import { offlineWords } from '../pages/offline/offline-words.ts';
import { termOnSlip, termsAtCounter } from './slip-facts.ts';

type Termed = Pick<ProcedureDefinition, 'term' | 'channels' | 'cases'>;
const said = (definition: Termed, locale: 'vi' | 'en' = 'vi'): string => {
  const { feeUnknown: unknown, slipTermOf: inCase } = offlineWords(locale);
  return termOnSlip(definition as ProcedureDefinition, locale, { unknown, inCase });
};
const CASES = [
  { key: 'nha-o', name: { vi: 'Nhà ở riêng lẻ', en: 'Individual house' }, term: { value: '7wd' } },
  { key: 'khac', name: { vi: 'Công trình khác' }, term: { value: '10wd' } },
];

test('the term on the slip names each case whose term is another, and no case that changes nothing', () => {
  const definition: Termed = { term: { value: '10wd' }, channels: [], cases: CASES };
  expect(said(definition)).toBe('10 ngày làm việc; riêng trường hợp “Nhà ở riêng lẻ”: 7 ngày làm việc');
  expect(said(definition, 'en')).toBe('10 working days; in the case “Individual house”: 7 working days');
  expect(said({ term: { value: '7wd' }, channels: [], cases: CASES.slice(0, 1) })).toBe('7 ngày làm việc');
  expect(said({ term: { value: '7wd' }, channels: [] })).toBe('7 ngày làm việc');
});

test('the term of the counter is the one that counts, in every case that has none of its own', () => {
  const definition: Termed = {
    term: { value: '10wd' },
    channels: [{ method: 'counter', term: { value: '5wd' } }],
    cases: [{ key: 'thuong', name: { vi: 'Thông thường' }, term: {} }, ...CASES],
  };
  expect(termsAtCounter(definition as ProcedureDefinition).map(({ value }) => value)).toEqual([
    '5wd',
    '5wd',
    '7wd',
    '10wd',
  ]);
});
