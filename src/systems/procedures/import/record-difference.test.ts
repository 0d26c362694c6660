import { expect, test } from 'vitest';
import type { ImportedRecord } from './imported-record.ts';
import { differencesOf } from './record-difference.ts';

const aRecord = (changes: Partial<ImportedRecord> = {}): ImportedRecord => ({
  kind: 'detail',
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: { code: 'G15-TP07', name: 'Hộ tịch' },
  state: 'ACTIVE',
  promulgatedBy: 'Bộ Tư pháp',
  executedBy: 'Ủy ban nhân dân cấp xã',
  results: ['Giấy khai sinh', 'Bản sao'],
  channels: [
    { method: 'online', term: { value: '1wd' }, fees: [], note: '' },
    { method: 'counter', term: { value: '1wd' }, fees: [{ type: 'FEE', value: 8000, text: '' }], note: '' },
  ],
  ...changes,
});

test.each([
  ['nothing', {}, []],
  ['a name', { name: 'Khai sinh' }, [{ field: 'name', before: ['Đăng ký khai sinh'], after: ['Khai sinh'] }]],
  [
    'one line of a list, and only that',
    { results: ['Giấy khai sinh', 'Trích lục'] },
    [{ field: 'results', before: ['Bản sao'], after: ['Trích lục'] }],
  ],
  [
    'the order of a list',
    { results: ['Bản sao', 'Giấy khai sinh'] },
    [{ field: 'results', before: ['Giấy khai sinh', 'Bản sao'], after: ['Bản sao', 'Giấy khai sinh'] }],
  ],
  [
    'a line that was there once and is there twice',
    { results: ['Giấy khai sinh', 'Bản sao', 'Bản sao'] },
    [{ field: 'results', before: [], after: ['Bản sao'] }],
  ],
  [
    'a term and a fee',
    {
      channels: [
        { method: 'online', term: { value: '2wd' }, fees: [], note: '' },
        { method: 'counter', term: { value: '1wd' }, fees: [{ type: 'FEE', value: 10000, text: '' }], note: '' },
      ],
    },
    [
      {
        field: 'channels',
        before: ['Trực tuyến; 1 ngày làm việc', 'Trực tiếp; 1 ngày làm việc; phí, lệ phí 8000 (FEE)'],
        after: ['Trực tuyến; 2 ngày làm việc', 'Trực tiếp; 1 ngày làm việc; phí, lệ phí 10000 (FEE)'],
      },
    ],
  ],
  [
    'what is gone and what is new',
    { field: { name: '' }, requirements: 'Không' },
    [
      { field: 'field', before: ['Hộ tịch – G15-TP07'], after: [] },
      { field: 'requirements', before: [], after: ['Không'] },
    ],
  ],
] as const)('tells %s', (_, changes, told) => {
  expect(differencesOf(aRecord(), aRecord(changes as Partial<ImportedRecord>))).toEqual(told);
});
