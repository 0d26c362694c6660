import { expect, test } from 'vitest';
import { instant } from '../../calendar/instant.ts';
import { versionAt, type VersionHead } from './template-version.ts';

const pack = (version: number, validFrom: string, publishedAt: string): VersionHead => ({
  version,
  validFrom,
  origin: 'pack',
  publishedAt: instant(publishedAt),
});
const own = (version: number, validFrom: string, publishedAt: string): VersionHead => ({
  ...pack(version, validFrom, publishedAt),
  origin: 'administrator',
});

const FORMS = [pack(1, '1900-01-01', '2026-11-01T08:00'), pack(2, '2025-09-15', '2026-11-01T08:00')];

test.each([
  ['a paper from before templates were kept has the form of its day', FORMS, '2020-03-02T09:00', 1],
  ['and that of the rule since then', FORMS, '2025-09-15T00:00', 2],
  [
    'a wording that the pack mends later is not that of an older paper',
    [...FORMS, pack(3, '2025-09-15', '2026-12-01T08:00')],
    '2026-11-20T09:00',
    2,
  ],
  [
    'nor of one from before templates were kept',
    [...FORMS, pack(3, '2025-09-15', '2026-12-01T08:00')],
    '2026-10-20T09:00',
    2,
  ],
  ['but of a newer one', [...FORMS, pack(3, '2025-09-15', '2026-12-01T08:00')], '2026-12-02T09:00', 3],
  [
    'an old form that is mended stays the old form',
    [...FORMS, pack(3, '1900-01-01', '2026-12-01T08:00')],
    '2026-12-02T09:00',
    2,
  ],
  [
    'an administrator’s counts from its day',
    [...FORMS, own(3, '2026-12-01', '2026-11-20T08:00')],
    '2026-11-30T23:59',
    2,
  ],
  ['from the first minute of it', [...FORMS, own(3, '2026-12-01', '2026-11-20T08:00')], '2026-12-01T00:00', 3],
  ['and not for a paper of that morning', [...FORMS, own(3, '2026-11-20', '2026-11-20T10:00')], '2026-11-20T09:59', 2],
  ['nor for one of the same minute', [...FORMS, own(3, '2026-11-20', '2026-11-20T10:00')], '2026-11-20T10:00', 2],
  [
    'the pack’s later version waits to be taken over',
    [...FORMS, own(3, '2026-11-20', '2026-11-20T10:00'), pack(4, '2025-09-15', '2026-12-01T08:00')],
    '2026-12-02T09:00',
    3,
  ],
  [
    'one that came before the administrator’s day holds until then, one that came after it was published does not',
    [...FORMS, own(3, '2026-12-20', '2026-11-20T10:00'), pack(4, '2025-09-15', '2026-12-01T08:00')],
    '2026-12-02T09:00',
    2,
  ],
] as const)('%s', (_, versions, at, expected) => {
  expect(versionAt<VersionHead>(versions, instant(at))?.version).toBe(expected);
});

test('there is none before the first day of any', () => {
  expect(versionAt([own(1, '2026-12-01', '2026-11-01T08:00')], instant('2026-11-20T09:00'))).toBeUndefined();
});
