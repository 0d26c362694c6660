import { expect, test } from 'vitest';
import { systems } from '../../src/systems.ts';
import { packFolderOf } from '../../src/platform/config/project-root.ts';
import { buildRegistry } from '../../src/platform/system/registry.ts';
import { defineSystem } from '../../src/platform/system/define-system.ts';
import type { JournalMeasure } from '../../src/platform/indicators/measure.ts';
import { readIndicatorFiles, readIndicatorPack } from '../../src/platform/indicators/pack.ts';

const { measures } = buildRegistry(systems);
const packFolder = packFolderOf('tay-ninh');

const one = `
sector: test
name: { vi: Thử, en: Test }
place: 9
indicators:
  - code: test.one
    name: { vi: Một, en: One }
    measure: feedback.ratings
    numerator: score >= 4
    denominator: 'true'
    unit: { vi: '%', en: '%' }
    period: month
    direction: up
    thresholds: { good: 90, warn: 80 }
    source: { vi: Thử, en: Test }
    version: 1
    from: 2026-01-01
`;

const faultsOf = (...changes: readonly [string, string][]) => {
  const text = changes.reduce((all, [from, to]) => all.replace(from, to), one);
  if (changes.some(([from]) => !one.includes(from))) throw new Error('nothing was changed');
  const read = readIndicatorFiles([{ name: 'test.yaml', text }], { measures, packFolder });
  return (read.faults ?? []).map(({ code, at }) => `${code} ${at}`);
};

test('the indicators of the province are sound', () => {
  expect(readIndicatorPack(packFolder, measures).faults).toBeUndefined();
  expect(faultsOf()).toEqual([]);
});

test.each<[string, [string, string], string]>([
  [
    'a measure that is none',
    ['feedback.ratings', 'feedback.dreams'],
    'indicators.no-such-measure test.yaml: test.one: measure',
  ],
  ['a value that is none', ['score >= 4', 'points >= 4'], 'conditions.unknown-name test.yaml: test.one: numerator (1)'],
  [
    'values of another kind',
    ['score >= 4', 'score >= "4"'],
    'conditions.unlike-values test.yaml: test.one: numerator (1)',
  ],
  ['no yes or no', ['score >= 4', 'score + 4'], 'conditions.not-yes-or-no test.yaml: test.one: numerator (1)'],
  ['an open bracket', ['score >= 4', '(score >= 4'], 'conditions.syntax'],
  [
    'names of figures where conditions are meant',
    ['score >= 4', '[received]'],
    'indicators.wants-condition test.yaml: test.one: numerator',
  ],
  [
    'conditions where figures are meant',
    ['feedback.ratings', 'statistics.figures'],
    'indicators.wants-figures test.yaml: test.one: numerator',
  ],
  [
    'thresholds the wrong way round',
    ['direction: up', 'direction: down'],
    'indicators.thresholds-crossed test.yaml: test.one: thresholds',
  ],
  ['a day that is none', ['2026-01-01', '2026-13-01'], 'pack.shape test.yaml: indicators.0.from'],
  ['a word that is none', ['direction: up', 'direction: sideways'], 'pack.shape test.yaml: indicators.0.direction'],
  ['another field', ['version: 1', 'version: 1\n    colour: red'], 'pack.shape test.yaml: indicators.0'],
])('%s is told with its place', (_, change, told) => {
  expect(faultsOf(change).join('\n')).toContain(told);
});

test('a figure that is none, and an indicator that is there twice, are told', () => {
  const changes: [string, string][] = [
    ['feedback.ratings', 'statistics.figures'],
    ['score >= 4', '[received-never]'],
    ["'true'", '[received]'],
  ];
  expect(faultsOf(...changes)).toEqual(['indicators.no-such-figure test.yaml: test.one: numerator']);
  expect(faultsOf(...changes.slice(0, 2), ["'true'", 'received'])).toEqual([
    'indicators.wants-figures test.yaml: test.one: denominator',
    'indicators.no-such-figure test.yaml: test.one: numerator',
  ]);
  const file = { name: 'a.yaml', text: one };
  const twice = readIndicatorFiles([file, { ...file, name: 'b.yaml' }], { measures, packFolder });
  expect(twice.faults?.map(({ code }) => code)).toEqual(['indicators.twice']);
  const count = one.replace("    denominator: 'true'\n", '').replace('version: 1', 'version: 2');
  const both = readIndicatorFiles([file, { name: 'b.yaml', text: count }], { measures, packFolder });
  expect(both.faults?.map(({ code }) => code)).toEqual(['indicators.share-or-count']);
});

test('a measure of entries that nobody declares does not start', () => {
  const measure = {
    kind: 'journal',
    title: { vi: 'x' },
    variables: {},
    entries: ['x.gone'],
    factsOf: () => [],
  } satisfies JournalMeasure;
  const system = defineSystem({ id: 'x', title: { vi: 'x' }, uses: [], measures: { 'x.things': measure } });
  expect(() => buildRegistry([system])).toThrow('x.gone');
});
