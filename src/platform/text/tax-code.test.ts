import { expect, test } from 'vitest';
import { readTaxCode } from './tax-code.ts';

test.each([
  ['0100109106', '0100109106'],
  ['0100112437', '0100112437'],
  ['0301472704', '0301472704'],
  ['0301472704-001', '0301472704-001'],
  ['0301472704001', '0301472704-001'],
  ['072185000123', '072185000123'],
])('%s is a tax code', (written, code) => {
  expect(readTaxCode(written).value).toBe(code);
});

test.each([
  ['0100109107', 'text.tax-code-check'],
  ['1010109106', 'text.tax-code-check'],
  ['0301472704-000', 'text.tax-code-check'],
  ['010010910', 'text.tax-code'],
  ['abc', 'text.tax-code'],
])('%s is refused with %s', (written, code) => {
  expect(readTaxCode(written).fault?.code).toBe(code);
});
