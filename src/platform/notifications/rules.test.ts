import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '../calendar/instant.ts';
import { packFolderOf } from '../config/project-root.ts';
import { quietUntil, readRules } from './rules.ts';

const night = { from: 21 * 60, to: 7 * 60 };

test.each([
  ['2026-11-23T20:59:59', undefined],
  ['2026-11-23T21:00', '2026-11-24T07:00'],
  ['2026-11-23T23:59', '2026-11-24T07:00'],
  ['2026-12-31T23:00', '2027-01-01T07:00'],
  ['2026-11-24T00:00', '2026-11-24T07:00'],
  ['2026-11-24T06:59', '2026-11-24T07:00'],
  ['2026-11-24T07:00', undefined],
])('at %s the night ends at %s', (at, until) => {
  expect(quietUntil(night, instant(at))).toBe(until === undefined ? undefined : instant(until));
});

test('a rest at noon ends the same day, and without quiet hours there is no night', () => {
  const noon = { from: 12 * 60, to: 13 * 60 };
  expect(quietUntil(noon, instant('2026-11-23T12:30'))).toBe(instant('2026-11-23T13:00'));
  expect(quietUntil(noon, instant('2026-11-23T21:30'))).toBeUndefined();
  expect(quietUntil(undefined, instant('2026-11-23T23:30'))).toBeUndefined();
  expect(quietUntil({ from: 0, to: 0 }, instant('2026-11-23T00:00'))).toBeUndefined();
});

function packWith(rules: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-rules-'));
  mkdirSync(join(folder, 'notifications'));
  writeFileSync(join(folder, 'notification-rules.yaml'), rules);
  return folder;
}

test("the province's rules are usable; a time that is none, and an urgent template that is not there, are told", () => {
  const rules = readRules(packFolderOf('tay-ninh'));
  expect(rules).toMatchObject({ quiet: night, gatherMinutes: 5 });
  const names = new Set(Object.values(rules.given).flat());
  expect([...names].filter((name) => !rules.examples[name])).toEqual([]);
  expect(readRules(packWith('gather_minutes: 0\nurgent: []\nexamples: {}\n'))).toEqual({
    gatherMinutes: 0,
    urgent: [],
    given: {},
    examples: {},
  });
  expect(() =>
    readRules(packWith("quiet_hours: {from: '24:00', to: '07:00'}\ngather_minutes: 0\nurgent: []\nexamples: {}\n")),
  ).toThrow('quiet_hours');
  expect(() => readRules(packWith('gather_minutes: 0\nurgent: [dossiers.thanked]\nexamples: {}\n'))).toThrow(
    'dossiers.thanked',
  );
});
