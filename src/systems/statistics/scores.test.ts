import { describe, expect, it, test } from 'vitest';
import { fromRoot } from '../../platform/config/project-root.ts';
import { OUTCOMES } from './definitions.ts';
import { readDefinitions, readStatisticsPack } from './pack.ts';
import { bandOf, scoreComponent, scoreIndex, scoreService, scoreStaff, scoreUnit } from './scores.ts';

const { circular01, decision766, counts } = readStatisticsPack(fromRoot('provinces/tay-ninh'));
const index = (number: number) => {
  const found = circular01.indices.find((one) => one.number === number);
  if (!found) throw new Error(`no index ${number}`);
  return found;
};
const component = (key: string) => {
  const found = decision766.groups.flatMap(({ components }) => components).find((one) => one.key === key);
  if (!found) throw new Error(`no component ${key}`);
  return found;
};

describe('Thông tư 01/2018/TT-VPCP', () => {
  it.each([
    // (2 × 7 + 1 × 2) / 10 = 1.6
    ['1', { 'finished-early': 7, 'finished-on-time': 2, 'finished-late': 1 }, 1.6],
    // (2 × 1 + 1 × 1) / 3 = 1
    ['2', { 'parts-early': 1, 'parts-on-time': 1, 'parts-late': 1 }, 1],
    // (2 × 5 + 1 × 2) / 9 = 1.33
    ['3', { 'no-request': 5, 'one-request': 2, 'more-requests': 2 }, 1.3],
    // 1 / 8 = 0.125
    ['4', { 'asked-by-nobody': 0, 'asked-by-one-stop': 1, 'asked-by-others': 7 }, 0.1],
    // a late dossier without a complaint has no points and is no part of the base
    ['7', { 'early-no-complaint': 3, 'on-time-no-complaint': 1, 'finished-late': 9 }, 1.8],
    ['1', {}, null],
  ] as const)('index %s', (number, figures, score) => {
    expect(scoreIndex(index(Number(number)), figures).score).toBe(score);
  });

  it.each([
    [{ offered: 10, 'offered-online': 2, received: 10, 'received-online': 3 }, 2],
    [{ offered: 10, 'offered-online': 2, received: 10, 'received-online': 3, 'received-online-late': 1 }, 0],
    [{ offered: 10, 'offered-online': 1, received: 10, 'received-online': 5 }, 0],
    [{ offered: 10, 'offered-online': 1, received: 100, 'received-online': 15 }, 1],
    [{ offered: 10, 'offered-online': 1, received: 1000, 'received-online': 299 }, 1],
    [{ offered: 10, 'offered-online': 9, received: 100, 'received-online': 14 }, 0],
    [{ offered: 10, 'offered-online': 9, received: 0, 'received-online': 0 }, null],
    [{ offered: 0, received: 5, 'received-online': 5 }, null],
  ] as const)('the ninth index of %o is %s', (figures, score) => {
    expect(scoreIndex(index(9), figures).score).toBe(score);
  });

  it('a unit has no band while an index has no source, and says out of how many points', () => {
    const scored = scoreUnit(circular01, { 'finished-early': 1, 'no-request': 1 });
    expect(scored).toMatchObject({ total: 4, most: 4, band: undefined });
    expect(scored.indices.filter(({ score }) => score === null).map((one) => one.index.number)).toEqual([
      2, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('an officer has one when the five indices are known', () => {
    const figures = {
      'finished-early': 1,
      'parts-on-time': 1,
      'one-request': 1,
      'asked-by-one-stop': 1,
      'early-no-complaint': 1,
    };
    // 2 + 1 + 1 + 1 + 2
    expect(scoreStaff(circular01, figures)).toMatchObject({
      total: 7,
      most: 10,
      band: { vi: 'Hoàn thành 100 % nhiệm vụ' },
    });
    expect(bandOf(circular01.staffBands, 4.9)?.vi).toContain('70 %');
    expect(bandOf(circular01.unitBands, 15)?.vi).toBe('Xuất sắc');
    expect(bandOf(circular01.unitBands, 14.9)?.vi).toBe('Tốt');
    expect(bandOf(circular01.unitBands, 5.9)?.vi).toBe('Yếu');
  });
});

describe('Quyết định 766/QĐ-TTg', () => {
  it.each([
    ['progress', { received: 200, 'received-not-late': 190 }, 19],
    ['progress', { received: 0 }, null],
    // full at half: 12 × 0.3 / 0.5
    ['online', { received: 10, 'received-online-counted': 3 }, 7.2],
    ['online', { received: 10, 'received-online-counted': 6 }, 12],
    ['paid-online', { duty: 4, 'duty-online': 1 }, 1.5],
    ['paid-online', { duty: 0 }, 0],
    // min(2, 2.5 × B)
    ['payable-online', { 'with-fee': 10, 'fee-paid-online': 4 }, 1],
    ['payable-online', { 'with-fee': 10, 'fee-paid-online': 8 }, 2],
    ['payable-online', { 'with-fee': 10, 'fee-paid-online': 10 }, 2],
    ['fee-known', { 'with-fee': 10, 'fee-known': 10 }, 2.5],
    ['electronic-results', { 'finished-with-paper': 3, 'finished-electronic': 3 }, 6],
    ['digital-papers', { received: 8, 'received-digital': 4 }, 2],
    // 6 × 0.45 / 0.9
    ['satisfied', { finished: 20, 'finished-satisfied': 9 }, 3],
    ['satisfied', { finished: 20, 'finished-satisfied': 19 }, 6],
    ['satisfied', { finished: 0 }, 0],
    ['complaints-in-time', { received: 5 }, null],
  ] as const)('%s of %o gives %s', (key, figures, score) => {
    const scored = scoreComponent(component(key), figures).score;
    expect(scored === null ? null : Math.round(scored * 1e6) / 1e6).toBe(score);
  });

  it('an empty denominator that the formula counts as full gives all points', () => {
    const inTime = { ...component('satisfied'), fullAt: 1, empty: 'full' as const };
    expect(scoreComponent(inTime, { finished: 0 })).toMatchObject({ score: 6, share: { ratio: null } });
  });

  it('online payment adds up to 10.5 and counts as 10; what has no source is neither points nor base', () => {
    const full = { duty: 1, 'duty-online': 1, 'with-fee': 1, 'fee-paid-online': 1, 'fee-known': 1 };
    const scored = scoreService(decision766, full);
    expect(scored.groups.find(({ max }) => max === 10)).toMatchObject({ score: 10, most: 10 });
    expect(scored.groups[0]).toMatchObject({ score: null, most: 0 });
    expect(scored.band).toBeUndefined();
  });

  it('the groups make 100 points', () => {
    expect(decision766.groups.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  });
});

test('every way to end stands in one column of what is left, or was never received', () => {
  const columns = ['finished', 'withdrawn', 'stopped', 'not-accepted'].map(
    (key) => counts.counts.find((count) => count.key === key)?.where?.outcome ?? [],
  );
  expect(columns.flat().toSorted()).toEqual([...OUTCOMES].toSorted());
});

test('a definition that names a number that is none is refused, as is one with two ways to its figure', () => {
  const files: Record<string, string> = {
    'periods.yaml': 'rules: [{ key: lich, name: { vi: a, en: a }, cutDay: 1 }]\nopenTable: { least: 5 }',
    'counts.yaml': `source: { vi: a, en: a }
counts: [{ key: received, name: { vi: a, en: a }, when: received, which: offered }]
table: [received, nowhere]
headline: []`,
    'circular-01.yaml': `basis: a
indices:
${Array.from({ length: 9 }, (_, place) => `  - { number: ${place + 1}, name: { vi: a, en: a }, missing: { vi: a, en: a } }`).join('\n')}
staffBands: [{ from: 0, name: { vi: a, en: a } }]
unitBands: [{ from: 0, name: { vi: a, en: a } }]`,
    'decision-766.yaml': 'basis: a\ngroups: []\nbands: [{ from: 0, name: { vi: a, en: a } }]',
  };
  const { faults } = readDefinitions((name) => files[name] ?? '');
  expect(faults?.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'statistics.no-such-count nowhere',
    'statistics.undecided counts received',
  ]);
  expect(readDefinitions(() => 'rules: 3').faults?.length).toBeGreaterThan(0);
});
