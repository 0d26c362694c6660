import { expect, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { sealCalendar } from './seal-calendar.ts';
import { dueInstant, dueTime } from './due-time.ts';
import { instant, isoOf } from './instant.ts';
import { parseTerm, type Term } from './term.ts';

const calendar = packCalendar();

const aTerm = (text: string): Term => parseTerm(text).term as Term;

const aPause = (text: string) => {
  const [from = '', to = ''] = text.split('..');
  return to === '' ? { from: instant(from) } : { from: instant(from), to: instant(to) };
};

const anInput = (received: string, term: string, ...pauses: string[]) => ({
  calendar,
  receivedAt: instant(received),
  term: aTerm(term),
  pauses: pauses.map(aPause),
});

const dueOf = (...input: Parameters<typeof anInput>) => isoOf(dueInstant(anInput(...input))).slice(0, -6);

// 2026-03-02 is a Monday in a month without holidays
test.each([
  ['the issue’s example: late on the eve of Tết', '2026-02-12T16:10', '3wd', '2026-02-24T17:00:00'],
  ['same hour the next working day', '2026-03-02T09:00', '1wd', '2026-03-03T09:00:00'],
  ['from an opening: the closing, not the next opening', '2026-03-02T07:00', '1wd', '2026-03-02T17:00:00'],
  ['from the afternoon’s opening: the morning’s closing', '2026-03-02T13:30', '1wd', '2026-03-03T11:30:00'],
  ['at the morning’s closing: from the afternoon', '2026-03-02T11:30', '1wd', '2026-03-03T11:30:00'],
  ['in the lunch break: from the afternoon', '2026-03-02T12:10', '2wd', '2026-03-04T11:30:00'],
  ['before the opening', '2026-03-02T05:00', '1wd', '2026-03-02T17:00:00'],
  ['at 15:00 exactly: not after', '2026-03-02T15:00', '1wd', '2026-03-03T15:00:00'],
  ['a second after 15:00', '2026-03-02T15:00:01', '1wd', '2026-03-03T17:00:00'],
  ['a thousandth of a second after 15:00', '2026-03-02T15:00:00.001', '1wd', '2026-03-03T17:00:00'],
  ['at the closing', '2026-03-02T17:00', '1wd', '2026-03-03T17:00:00'],
  ['at night', '2026-03-02T23:59', '1wd', '2026-03-03T17:00:00'],
  ['after midnight', '2026-03-03T00:01', '1wd', '2026-03-03T17:00:00'],
  ['late on Friday', '2026-03-06T16:59', '1wd', '2026-03-09T17:00:00'],
  ['on Saturday morning', '2026-03-07T10:00', '1wd', '2026-03-09T17:00:00'],
  ['on Sunday after 15:00', '2026-03-08T16:00', '1wd', '2026-03-09T17:00:00'],
  ['seconds and milliseconds are kept', '2026-03-02T09:00:30.250', '1wd', '2026-03-03T09:00:30.250'],
  ['ten days over two weekends', '2026-03-02T10:15', '10wd', '2026-03-16T10:15:00'],
  ['within the day', '2026-03-02T09:00', '0wd', '2026-03-02T17:00:00'],
  ['within the day, late', '2026-03-02T15:30', '0wd', '2026-03-03T17:00:00'],
  ['within the day, on a rest day', '2026-03-07T09:00', '0wd', '2026-03-09T17:00:00'],
  ['hours', '2026-03-02T10:00', '8h', '2026-03-03T10:00:00'],
  ['hours to the morning’s closing', '2026-03-02T10:30', '1h', '2026-03-02T11:30:00'],
  ['hours over lunch', '2026-03-02T11:00', '1h', '2026-03-02T14:00:00'],
  ['forty hours are five working days', '2026-03-02T09:00', '40h', '2026-03-09T09:00:00'],
])('working time, %s', (_, received, term, due) => {
  expect(dueOf(received, term)).toBe(due);
});

test.each([
  ['New Year and the day swapped for it', '2025-12-31T14:00', '2026-01-05T14:00:00'],
  ['the Saturday worked for 2 January', '2026-01-09T14:00', '2026-01-10T14:00:00'],
  ['Tết', '2026-02-13T14:00', '2026-02-23T14:00:00'],
  ['Hùng Kings’ Day on a Sunday and the day in lieu', '2026-04-24T14:00', '2026-04-28T14:00:00'],
  ['30 April and 1 May', '2026-04-29T14:00', '2026-05-04T14:00:00'],
  ['the Saturday worked for 31 August', '2026-08-21T14:00', '2026-08-22T14:00:00'],
  ['National Day with the swapped Monday', '2026-08-28T14:00', '2026-09-03T14:00:00'],
  ['24 November works until decided otherwise', '2026-11-23T14:00', '2026-11-24T14:00:00'],
])('one working day over %s', (_, received, due) => {
  expect(dueOf(received, '1wd')).toBe(due);
});

test.each([
  ['received on a worked Saturday', '2026-08-22T09:00', '1wd', '2026-08-24T09:00:00'],
  ['received late on a worked Saturday', '2026-08-22T15:30', '1wd', '2026-08-24T17:00:00'],
  ['received in Tết', '2026-02-17T09:00', '2wd', '2026-02-24T17:00:00'],
  ['days: the day of receipt is not counted', '2026-03-02T09:00', '10d', '2026-03-12T17:00:00'],
  ['days, received at 15:00 exactly', '2026-03-02T15:00', '10d', '2026-03-12T17:00:00'],
  ['days, received after 15:00', '2026-03-02T15:30', '10d', '2026-03-13T17:00:00'],
  ['days, received late on a Friday', '2026-03-06T15:30', '1d', '2026-03-10T17:00:00'],
  ['days, received on a Sunday: as on Monday', '2026-03-01T10:00', '10d', '2026-03-12T17:00:00'],
  ['days that end on a Saturday', '2026-03-04T09:00', '10d', '2026-03-16T17:00:00'],
  ['days that end in Tết', '2026-02-05T10:00', '10d', '2026-02-23T17:00:00'],
  ['days that end on a worked Saturday', '2025-12-31T09:00', '10d', '2026-01-10T17:00:00'],
  ['a month: the same day number', '2026-03-02T09:00', '1m', '2026-04-02T17:00:00'],
  ['a month from the 31st, the 30th a holiday', '2026-03-31T09:00', '1m', '2026-05-04T17:00:00'],
  ['a month from 30 January: 28 February, a Saturday', '2026-01-30T09:00', '1m', '2026-03-02T17:00:00'],
  ['a month to the leap day', '2028-01-31T09:00', '1m', '2028-02-29T17:00:00'],
  ['two months over the year', '2026-12-31T09:00', '2m', '2027-03-01T17:00:00'],
  ['a month, received late on the 31st: from the 1st', '2026-03-31T15:01', '1m', '2026-05-04T17:00:00'],
  ['a year', '2026-03-02T09:00', '12m', '2027-03-02T17:00:00'],
])('%s', (_, received, term, due) => {
  expect(dueOf(received, term)).toBe(due);
});

test.each([
  ['a working day', '3wd', '2026-03-06T09:00:00', ['2026-03-03T10:00..2026-03-04T10:00']],
  ['the lunch break alone', '3wd', '2026-03-05T09:00:00', ['2026-03-03T11:30..2026-03-03T13:30']],
  ['the night alone', '3wd', '2026-03-05T09:00:00', ['2026-03-03T17:00..2026-03-04T07:00']],
  ['no time at all', '3wd', '2026-03-05T09:00:00', ['2026-03-03T10:00..2026-03-03T10:00']],
  ['twice', '3wd', '2026-03-05T11:00:00', ['2026-03-04T08:00..2026-03-04T09:00', '2026-03-03T08:00..2026-03-03T09:00']],
  [
    'overlapping',
    '3wd',
    '2026-03-06T09:00:00',
    ['2026-03-03T10:00..2026-03-03T14:00', '2026-03-03T11:00..2026-03-04T10:00'],
  ],
  [
    'one inside another',
    '3wd',
    '2026-03-06T09:00:00',
    ['2026-03-03T10:00..2026-03-04T10:00', '2026-03-03T11:00..2026-03-03T16:00'],
  ],
  ['from before the start', '3wd', '2026-03-06T09:00:00', ['2026-02-20T09:00..2026-03-03T09:00']],
  ['wholly before the start', '3wd', '2026-03-05T09:00:00', ['2026-02-24T09:00..2026-02-26T09:00']],
  ['from the due time on', '3wd', '2026-03-05T09:00:00', ['2026-03-05T09:00..2026-03-12T09:00']],
  ['a minute before the due time', '3wd', '2026-03-12T09:01:00', ['2026-03-05T08:59..2026-03-12T09:00']],
  [
    'begun while an earlier pause had moved the due time',
    '3wd',
    '2026-03-09T09:00:00',
    ['2026-03-03T10:00..2026-03-04T10:00', '2026-03-05T10:00..2026-03-06T10:00'],
  ],
  ['hours of a day', '8h', '2026-03-03T10:00:00', ['2026-03-02T10:00..2026-03-02T11:00']],
  ['half an hour of a same-day term', '0wd', '2026-03-03T07:30:00', ['2026-03-02T10:00..2026-03-02T10:30']],
  ['a working day of a same-day term', '0wd', '2026-03-03T17:00:00', ['2026-03-02T10:00..2026-03-03T10:00']],
  ['days, within one day', '10d', '2026-03-12T17:00:00', ['2026-03-03T08:00..2026-03-03T16:00']],
  ['days, into the next day', '10d', '2026-03-13T17:00:00', ['2026-03-03T16:00..2026-03-04T08:00']],
  ['days, up to midnight', '10d', '2026-03-12T17:00:00', ['2026-03-03T16:00..2026-03-04T00:00']],
  [
    'days, two pauses that touch are one',
    '10d',
    '2026-03-16T17:00:00',
    ['2026-03-03T16:00..2026-03-04T00:00', '2026-03-04T00:00..2026-03-05T09:00'],
  ],
  ['days, taken up by the weekend at the end', '5d', '2026-03-09T17:00:00', ['2026-03-03T10:00..2026-03-05T10:00']],
  ['days, beyond the weekend', '5d', '2026-03-10T17:00:00', ['2026-03-03T10:00..2026-03-06T10:00']],
  ['days, begun on the last day', '10d', '2026-03-16T17:00:00', ['2026-03-12T16:59..2026-03-16T08:00']],
  ['days, begun at the due time', '10d', '2026-03-12T17:00:00', ['2026-03-12T17:00..2026-03-16T08:00']],
  [
    'days, begun while the end was carried over a weekend',
    '5d',
    '2026-03-10T17:00:00',
    ['2026-03-08T10:00..2026-03-10T10:00'],
  ],
  ['a month by the days it touches', '1m', '2026-04-06T17:00:00', ['2026-03-03T10:00..2026-03-05T10:00']],
])('received on Monday 2 March at 09:00, paused %s', (_, term, due, pauses) => {
  expect(dueOf('2026-03-02T09:00', term, ...pauses)).toBe(due);
});

test('a pause over Tết moves the due time by the working time inside it only', () => {
  expect(dueOf('2026-02-12T08:00', '3wd')).toBe('2026-02-24T08:00:00');
  expect(dueOf('2026-02-12T08:00', '3wd', '2026-02-13T17:00..2026-02-23T07:00')).toBe('2026-02-24T08:00:00');
  expect(dueOf('2026-02-12T08:00', '3wd', '2026-02-13T07:00..2026-02-23T17:00')).toBe('2026-02-26T08:00:00');
});

test('a sub-deadline starts at entry or at the next opening, whatever the hour', () => {
  const answerBy = (received: string) =>
    isoOf(dueInstant({ ...anInput(received, '8h'), lateRule: false })).slice(0, 16);
  expect(answerBy('2026-03-02T16:00')).toBe('2026-03-03T16:00');
  expect(answerBy('2026-03-02T17:30')).toBe('2026-03-03T17:00');
  expect(answerBy('2026-03-07T09:00')).toBe('2026-03-09T17:00');
});

test('an open pause gives the earliest due time, which moves on with the time it is asked at', () => {
  const input = anInput('2026-03-02T09:00', '3wd', '2026-03-03T10:00..');
  expect(dueTime(input)).toMatchObject({ due: instant('2026-03-05T09:00'), provisional: true });
  const later = dueTime({ ...input, asOf: instant('2026-03-04T10:00') });
  expect(later).toMatchObject({ due: instant('2026-03-06T09:00'), provisional: true });
  expect(later.steps.map(({ code }) => code)).toContain('still-paused');
  expect(dueTime({ ...input, asOf: instant('2026-03-02T10:00') }).due).toBe(instant('2026-03-05T09:00'));
});

test('the late-receipt limit is a dated setting', () => {
  const [until, since] = calendar.lateReceipt as [(typeof calendar.lateReceipt)[0], (typeof calendar.lateReceipt)[0]];
  const moved = sealCalendar({ ...calendar, lateReceipt: [until, { ...since, from: '2026-03-03', after: 16 * 60 }] });
  const none = sealCalendar({ ...calendar, lateReceipt: [{ ...until, after: null }] });
  const due = (version: typeof calendar, received: string) =>
    isoOf(dueInstant({ ...anInput(received, '1wd'), calendar: version })).slice(0, 16);
  expect(due(moved, '2026-03-02T15:30')).toBe('2026-03-03T17:00');
  expect(due(moved, '2026-03-03T15:30')).toBe('2026-03-04T15:30');
  expect(due(none, '2026-03-02T15:30')).toBe('2026-03-03T15:30');
  expect(due(none, '2026-03-02T17:30')).toBe('2026-03-03T17:00');
});

test('a term by decision begins where the one before ends; a new date replaces it, and later pauses move it', () => {
  const input = anInput('2026-03-02T09:00', '3wd');
  const due = (...extensions: Parameters<typeof dueInstant>[0]['extensions'] & object) =>
    isoOf(dueInstant({ ...input, extensions })).slice(0, 16);
  expect(due({ by: aTerm('2wd') })).toBe('2026-03-09T09:00');
  expect(due({ by: aTerm('5d') })).toBe('2026-03-10T17:00');
  expect(due({ by: aTerm('2wd') }, { by: aTerm('1m') })).toBe('2026-04-09T17:00');
  const until = { at: instant('2026-03-04T10:00'), until: instant('2026-03-13T17:00') };
  expect(due(until)).toBe('2026-03-13T17:00');
  expect(due(until, { by: aTerm('1wd') })).toBe('2026-03-16T17:00');
  const paused = {
    ...input,
    pauses: [aPause('2026-03-03T08:00..2026-03-03T16:00'), aPause('2026-03-04T09:00..2026-03-05T10:00')],
  };
  expect(isoOf(dueInstant({ ...paused, extensions: [until] })).slice(0, 16)).toBe('2026-03-16T17:00');
});

test('a same-day term extended by one working day ends at the next closing', () => {
  const input = { ...anInput('2026-03-02T07:00', '0wd'), extensions: [{ by: aTerm('1wd') }] };
  expect(isoOf(dueInstant(input))).toBe('2026-03-03T17:00:00+07:00');
});
