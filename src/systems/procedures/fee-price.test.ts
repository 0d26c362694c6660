import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fee } from './fee-definition.ts';
import { claimedExemption, isFeeOn, priceOf } from './fee-price.ts';

const ground = { number: '12/2026/NQ-HĐND' };
const fee = (more: Partial<Fee> = {}): Fee => ({
  key: 'phi',
  name: { vi: 'Phí' },
  type: 'fee',
  formula: { kind: 'fixed', amount: 25_000 },
  ...more,
});
const online = {
  key: 'truc-tuyen',
  name: { vi: 'Nộp trực tuyến' },
  percent: 50,
  channels: ['online' as const],
  ground,
};
const poor = { key: 'ho-ngheo', name: { vi: 'Hộ nghèo' }, percent: 100, evidence: { vi: 'Giấy' }, ground };
const ask = { answers: {}, channel: 'online', day: '2026-11-23', exemption: null };
const amount = (one: Fee, more: Partial<typeof ask> = {}) => priceOf(one, { ...ask, ...more })[0]?.amount;

test('an online reduction is data: it lessens what is filed online and nothing else, and is explained', () => {
  const reduced = fee({ reductions: [online] });
  expect(amount(reduced)).toBe(12_500);
  expect(amount(reduced, { channel: 'counter' })).toBe(25_000);
  expect(priceOf(reduced, ask)[0]?.lessened).toEqual({
    from: 25_000,
    by: [{ kind: 'reduction', key: 'truc-tuyen', name: online.name, percent: 50, off: 12_500, ground, confirm: false }],
  });
});

test.each([
  ['2026-06-30', 25_000],
  ['2026-07-01', 12_500],
  ['2026-12-31', 12_500],
  ['2027-01-01', 25_000],
])('a reduction counts on the days of its rule: %s', (day, expected) => {
  expect(amount(fee({ reductions: [{ ...online, from: '2026-07-01', to: '2026-12-31' }] }), { day })).toBe(expected);
});

test('a line of the table counts on its days', () => {
  const lines = [fee({ valid: { to: '2026-06-30' } }), fee({ valid: { from: '2026-07-01' } })];
  const on = (day: string) => lines.map((line) => isFeeOn(line, day));
  expect([on('2026-06-30'), on('2026-07-01')]).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('an exemption counts when it is claimed and granted, and the fee of nothing keeps its reason', () => {
  const exempt = fee({ reductions: [online], exemptions: [poor] });
  const claim = (answers: object) => claimedExemption([exempt], { answers: answers as never, day: ask.day });
  expect([claim({}), claim({ fee_exemption: 'none' }), claim({ fee_exemption: 'bịa' })]).toEqual([null, null, null]);
  expect(claim({ fee_exemption: 'ho-ngheo' })).toBe('ho-ngheo');
  expect(priceOf(exempt, { ...ask, exemption: 'ho-ngheo' })).toMatchObject([
    { amount: 0, lessened: { from: 25_000, by: [{ off: 12_500 }, { kind: 'exemption', off: 12_500 }] } },
  ]);
});

test.each([
  [{ to: 1, way: 'down' }, 33, 6_700],
  [undefined, 33, 6_700],
  [{ to: 1000, way: 'down' }, 33, 6_000],
  [{ to: 1000, way: 'nearest' }, 33, 7_000],
  [{ to: 500, way: 'nearest' }, 33, 6_500],
  [{ to: 1000, way: 'up' }, 33, 7_000],
] as const)('ten thousand less a third is rounded as the rule %j says', (rounding, percent, expected) => {
  const rounded = fee({
    formula: { kind: 'fixed', amount: 10_000 },
    reductions: [{ ...online, percent }],
    ...(rounding && { rounding }),
  });
  expect(amount(rounded)).toBe(expected);
});

test('whatever is taken off, a fee stays whole đồng between nothing and its full amount, and the steps add up', () => {
  const percent = fc.integer({ min: 1, max: 100 });
  const rounding = fc.record({ to: fc.constantFrom(1, 100, 500, 1000), way: fc.constantFrom('down', 'nearest', 'up') });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000_000 }),
      percent,
      percent,
      rounding,
      (full, first, second, rule) => {
        const one = fee({
          formula: { kind: 'fixed', amount: full },
          reductions: [{ ...online, percent: first }],
          exemptions: [{ ...poor, percent: second }],
          rounding: rule as NonNullable<Fee['rounding']>,
        });
        const [priced] = priceOf(one, { ...ask, exemption: 'ho-ngheo' });
        const off = priced?.lessened?.by.reduce((sum, step) => sum + step.off, 0) ?? 0;
        expect(Number.isSafeInteger(priced?.amount)).toBe(true);
        expect(priced?.amount).toBeGreaterThanOrEqual(0);
        expect((priced?.amount ?? 0) + off).toBe(full);
      },
    ),
  );
});
