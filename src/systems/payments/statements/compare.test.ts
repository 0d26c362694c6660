import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../../../platform/calendar/instant.ts';
import { compareDay, type Movement } from './compare.ts';

const DAY = '2026-11-22';
const a = (changes: Partial<Movement> = {}): Movement => ({
  id: 'o1',
  direction: 'in',
  transaction: 'FT1',
  reference: 'VC1',
  amount: 16_000,
  at: instant('2026-11-22T09:00'),
  ...changes,
});
const b = (changes: Partial<Movement> = {}): Movement => a({ id: 'b1', ...changes });
const kinds = (ours: Movement[], bank: Movement[]) => compareDay(DAY, { ours, bank }).map(({ kind }) => kind);

test.each<[string, Movement[], Movement[], string[]]>([
  ['the same transaction', [a()], [b()], []],
  ['the same reference and amount under another number', [a({ transaction: null })], [b({ transaction: 'X' })], []],
  ['only our books', [a()], [], ['missing-in-bank']],
  ['only the statement', [], [b()], ['missing-in-ours']],
  ['another amount', [a()], [b({ amount: 15_000 })], ['amount']],
  [
    'another amount, known by reference alone',
    [a({ transaction: null })],
    [b({ transaction: 'X', amount: 1 })],
    ['amount'],
  ],
  ['another day', [a()], [b({ at: instant('2026-11-23T00:01') })], ['date']],
  ['a second transfer with the same text', [a()], [b(), b({ id: 'b2', transaction: 'FT2' })], ['twice']],
  ['money out beside money in', [a()], [b({ direction: 'out' })], ['missing-in-bank', 'missing-in-ours']],
  ['what belongs to the day before', [a({ at: instant('2026-11-21T09:00') })], [], []],
])('%s', (_, ours, bank, expected) => {
  expect(kinds(ours, bank)).toEqual(expected);
});

test('two sides that are the same in any order differ in nothing; each that one side lacks is one difference', () => {
  const movements = fc.uniqueArray(
    fc.record({ n: fc.nat(500), amount: fc.integer({ min: 1, max: 9 }), out: fc.boolean() }),
    { selector: ({ n }) => n, maxLength: 30 },
  );
  fc.assert(
    fc.property(movements, fc.nat(30), (made, lacking) => {
      const of = (side: string): Movement[] =>
        made.map(({ n, amount, out }) =>
          a({ id: `${side}${n}`, transaction: `FT${n}`, reference: `VC${n}`, amount, direction: out ? 'out' : 'in' }),
        );
      expect(kinds(of('o'), of('b').toReversed())).toEqual([]);
      const fewer = of('b').slice(Math.min(lacking, made.length));
      expect(kinds(of('o'), fewer)).toEqual(made.slice(0, made.length - fewer.length).map(() => 'missing-in-bank'));
    }),
  );
});
