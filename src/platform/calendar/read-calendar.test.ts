import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPackFolder } from '../pack/read-yaml.ts';
import { readCalendar } from './read-calendar.ts';

const pack = join(import.meta.dirname, '../../../provinces/tay-ninh');
const files = readPackFolder(pack, 'calendar');
const hours = readFileSync(join(pack, 'calendar/hours.yaml'), 'utf8');

const aYear = (rows: string, year = 2030) => ({ name: `days-off-${year}.yaml`, text: `year: ${year}\n${rows}` });
const none = 'days-off: []\n';
const holiday = (from: string, to = from) =>
  `days-off:\n  - { title: { vi: Lễ, en: Feast }, from: ${from}, to: ${to}, source: thử }\n`;
const swap = (off: string, works: string) => `${none}swaps:\n  - { off: ${off}, works: ${works}, source: thử }\n`;

const faultsOf = (...given: { name: string; text: string }[]) =>
  (readCalendar(given).faults ?? []).map(({ code, at }) => `${code} ${at}`);
const withHours = (text: string) => faultsOf({ name: 'hours.yaml', text }, aYear(none));
const withYear = (rows: string) => faultsOf({ name: 'hours.yaml', text: hours }, aYear(rows));

test('the pack’s calendar reads, whatever the order of its files, and covers 2020 to 2035', () => {
  const { calendar } = readCalendar(files);
  expect(calendar?.covers).toEqual({ from: '2020-01-01', to: '2035-12-31' });
  expect(readCalendar(files.toReversed()).calendar?.digest).toBe(calendar?.digest);
});

test('any change of the data is another version', () => {
  const changed = files.map((file) =>
    file.name.endsWith('2026.yaml') ? { ...file, text: file.text.replace('2026-08-22', '2026-08-15') } : file,
  );
  expect(readCalendar(changed).calendar?.digest).not.toBe(readCalendar(files).calendar?.digest);
});

test('a plain year is well', () => {
  expect(withYear(none)).toEqual([]);
  expect(withYear(holiday('2030-02-01', '2030-02-08'))).toEqual([]);
  expect(withYear(swap('2030-05-02', '2030-05-11'))).toEqual([]);
  expect(withYear(swap('2030-12-31', '2030-12-28'))).toEqual([]);
});

const inFile = 'days-off-2030.yaml: ';

test.each([
  ['a day that does not exist', holiday('2030-02-30'), `calendar.day ${inFile}2030-02-30`],
  ['a day of another year', holiday('2031-02-01'), `calendar.day ${inFile}2031-02-01`],
  ['a run backwards', holiday('2030-02-05', '2030-02-01'), `calendar.run ${inFile}2030-02-05 - 2030-02-01`],
  ['a run of months', holiday('2030-02-01', '2030-06-01'), `calendar.run ${inFile}2030-02-01 - 2030-06-01`],
  ['a Sunday swapped off', swap('2030-05-05', '2030-05-11'), 'calendar.swap-off 2030-05-05'],
  ['a Monday worked in exchange', swap('2030-05-02', '2030-05-06'), 'calendar.swap-works 2030-05-06'],
  [
    'a day in two rows',
    `${holiday('2030-05-01')}swaps:\n  - { off: 2030-05-01, works: 2030-05-11, source: thử }\n`,
    'calendar.day-twice 2030-05-01',
  ],
])('%s is found', (_, rows, expected) => {
  expect(withYear(rows)).toContain(expected);
});

test.each([
  ['not YAML', 'year: [', 'pack.yaml'],
  ['no mapping', 'hôm nay', 'pack.shape'],
  ['a missing source', 'year: 2030\ndays-off:\n  - { title: { vi: Lễ, en: Feast }, from: 2030-01-01 }\n', 'pack.shape'],
  [
    'a title in one language',
    'year: 2030\ndays-off:\n  - { title: { vi: Lễ }, from: 2030-01-01, source: thử }\n',
    'pack.shape',
  ],
  ['a word too many', `year: 2030\n${none}holidays: []\n`, 'pack.shape'],
  ['another year than its name', `year: 2031\n${none}`, 'calendar.year'],
])('a year’s file with %s is refused with its name', (_, text, code) => {
  const faults = faultsOf({ name: 'hours.yaml', text: hours }, { name: 'days-off-2030.yaml', text });
  expect(faults).not.toEqual([]);
  for (const line of faults) expect(line.startsWith(`${code} days-off-2030.yaml`)).toBe(true);
});

test.each([
  [
    'a working day of 450 minutes',
    "'13:30-17:00'",
    "'13:30-16:30'",
    'calendar.not-480-minutes hours.yaml: office-hours 2020-01-01',
  ],
  ['windows that overlap', "'13:30-17:00'", "'11:00-14:30'", 'calendar.windows hours.yaml: office-hours 2020-01-01'],
  ['rows out of order', 'from: 2025-07-01', 'from: 2018-01-01', 'calendar.rows hours.yaml: late-receipt 2018-01-01'],
  ['a row from no day', 'from: 2025-07-01', 'from: 2025-06-31', 'calendar.rows hours.yaml: late-receipt 2025-06-31'],
])('hours with %s are found', (_, before, after, expected) => {
  expect(withHours(hours.replace(before, after))).toContain(expected);
});

test('a week without a working day, a time of 25:00 and a unit with faulty hours are refused', () => {
  const everyDay = '[sunday, monday, tuesday, wednesday, thursday, friday, saturday]';
  expect(withHours(hours.replace('[saturday, sunday]', everyDay))[0]).toContain('pack.shape');
  expect(withHours(hours.replace("'13:30-17:00'", "'13:30-25:00'"))[0]).toContain('pack.shape');
  const unit = "units: { H53.99: { office-hours: [{ from: 2020-01-01, windows: ['07:00-11:00'], source: thử }] } }";
  expect(withHours(hours.replace('units: {}', unit))).toEqual([
    'calendar.not-480-minutes hours.yaml: H53.99: office-hours 2020-01-01',
  ]);
});

test('missing, strange and gapped files are named', () => {
  expect(faultsOf(aYear(none))).toEqual(['calendar.file-missing hours.yaml']);
  expect(faultsOf({ name: 'hours.yaml', text: hours })).toEqual(['calendar.file-missing days-off-<year>.yaml']);
  expect(faultsOf({ name: 'calendar/notes.txt', text: '' })).toEqual(['calendar.file-unknown calendar/notes.txt']);
  expect(faultsOf({ name: 'hours.yaml', text: hours }, aYear(none, 2030), aYear(none, 2032))).toEqual([
    'calendar.file-missing days-off-2031.yaml',
  ]);
});

test('no text makes the reader throw', () => {
  const few = files.filter(({ name }) => /hours|2026/.test(name));
  const mangled = fc.tuple(fc.constantFrom(...few), fc.nat(400), fc.string({ maxLength: 12, unit: 'binary' }));
  fc.assert(
    fc.property(mangled, ([file, at, noise]) => {
      const text = file.text.slice(0, at) + noise + file.text.slice(at);
      const { calendar, faults } = readCalendar(few.map((one) => (one === file ? { ...file, text } : one)));
      expect((calendar === undefined) !== (faults === undefined)).toBe(true);
    }),
    { numRuns: 50 },
  );
});
