import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Encoding, ENCODINGS, writeStatementFile } from '../../../../simulators/bank/statement-file.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { readStatement } from './read-statement.ts';

const entry = {
  transactionId: 'FT1',
  direction: 'in',
  bin: '970415',
  account: '113366668888',
  amount: 16_000,
  content: 'Nguyễn Thị Lựa nộp lệ phí VC0123456789ABCDEF',
  bookedAt: '2026-11-22T02:05:00.000Z',
  requestId: null,
} as const;
const line = {
  account: '113366668888',
  transaction: 'FT1',
  direction: 'in',
  amount: 16_000,
  content: entry.content,
  reference: 'VC0123456789ABCDEF',
  bookedAt: instant('2026-11-22T09:05'),
};
const of = (text: string) => readStatement(Buffer.from(text), '1');

test.each(ENCODINGS)('the bank’s file in %s gives the same lines, Vietnamese letters whole', (encoding: Encoding) => {
  const read = readStatement(
    writeStatementFile([entry, { ...entry, transactionId: 'FT2', direction: 'out' }], encoding),
    '',
  );
  expect(read).toEqual({ lines: [line, { ...line, transaction: 'FT2', direction: 'out' }], faults: [] });
});

test.each([
  [
    'a comma, the bank’s name above, a total below',
    'NGAN HANG A\nTransaction Date,Transaction ID,Credit,Debit,Description\n22/11/2026,A1,"16,000",,x\n,,"16,000",,Tổng\n',
  ],
  [
    'a tab, no column of debits',
    'Ngày giao dịch\tMã giao dịch\tGhi có\tDiễn giải\n2026-11-22 00:00\tA1\t16000,00\tx\n',
  ],
])('is tolerant of %s', (_, text) => {
  const read = of(text);
  expect(read.refused).toBeUndefined();
  expect(read).toMatchObject({ lines: [{ transaction: 'A1', amount: 16_000, account: '1' }], faults: [] });
});

test('a line that cannot be read is named, the others are kept', () => {
  const read = of(
    'Date;Transaction;Credit;Debit;Content\n31/02/2026;A1;1;;x\n22/11/2026;A2;một;;x\n22/11/2026;A3;1;2;x\n22/11/2026;A4;5;;x\n',
  );
  expect(read).toMatchObject({
    lines: [{ transaction: 'A4' }],
    faults: [
      { line: 2, fault: 'time' },
      { line: 3, fault: 'amount' },
      { line: 4, fault: 'amount' },
    ],
  });
});

test.each([
  ['', 'empty'],
  ['a;b\n1;2\n', 'headings'],
  ['"never closed', 'not-csv'],
])('%j is refused as %s', (text, refused) => {
  expect(of(text)).toEqual({ refused });
});

test('whatever bytes are sent, reading them ends in lines, faults or a refusal', () => {
  const head = Buffer.from('Date;Transaction;Credit;Debit;Content\n');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, headed) => {
      const read = readStatement(headed ? Buffer.concat([head, bytes]) : bytes, '1');
      expect(read.refused ?? read.lines).toBeDefined();
    }),
    { numRuns: 300 },
  );
});
