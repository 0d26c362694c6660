import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { type Instant, instant, isoOf } from '../calendar/instant.ts';
import { workingMilliseconds } from '../calendar/working-time.ts';
import { checkExtension, dueOf, dueInstantOf, notStarted, readClock, type Started, turnClock } from './clock.ts';
import { clockRefusals } from './clock-refusals.ts';
import type { ClockEventDraft } from './decision.ts';
import type { ClockEventKind } from './tables.ts';

const office = { calendar: packCalendar() };

const event = (kind: ClockEventKind, at: string, more: Partial<ClockEventDraft> = {}): ClockEventDraft => ({
  kind,
  at: instant(at),
  ...more,
});

// Monday
const started = event('started', '2026-03-02T09:00', { term: '3wd' });
const paused = event('paused', '2026-03-03T10:00', { reason: 'financial-obligation' });
const resumed = event('resumed', '2026-03-04T10:00');

function stateOf(...events: ClockEventDraft[]): Started {
  const state = readClock(events);
  if (state.kind === 'refusal' || state.status === 'not-started') throw new Error(JSON.stringify(state));
  return state;
}

const dueText = (...events: ClockEventDraft[]) =>
  isoOf(dueInstantOf(stateOf(...events), office) ?? (0 as Instant)).slice(0, 16);

test('before acceptance the clock has not started and nothing is due', () => {
  expect(readClock([])).toBe(notStarted);
  expect(dueInstantOf(notStarted, office)).toBeNull();
  expect(dueOf(notStarted, office, instant('2026-03-02T09:00'))).toBeUndefined();
});

test('a started clock runs, a paused one has no due time, a resumed one is due later by the pause', () => {
  expect(stateOf(started).status).toBe('running');
  expect(dueText(started)).toBe('2026-03-05T09:00');
  const waiting = stateOf(started, paused);
  expect(waiting).toMatchObject({ status: 'paused', reason: 'financial-obligation' });
  expect(dueInstantOf(waiting, office)).toBeNull();
  expect(stateOf(started, paused, resumed)).toMatchObject({ status: 'running', reason: undefined });
  expect(dueText(started, paused, resumed)).toBe('2026-03-06T09:00');
});

test('while paused, the due time asked for is the earliest possible at that time', () => {
  const waiting = stateOf(started, paused);
  const earliest = dueOf(waiting, office, instant('2026-03-04T10:00'));
  expect(earliest).toMatchObject({ due: instant('2026-03-06T09:00'), provisional: true });
});

test('once the dossier is complete, the term starts from zero and forgets pauses and extensions', () => {
  const restarted = event('restarted', '2026-03-10T15:30');
  const extended = event('extended', '2026-03-04T11:00', { term: '2wd' });
  expect(dueText(started, paused, resumed, extended, restarted)).toBe('2026-03-13T17:00');
  expect(dueText(started, paused, restarted)).toBe('2026-03-13T17:00');
  expect(dueText(started, paused, event('restarted', '2026-03-10T15:30', { term: '1wd' }))).toBe('2026-03-11T17:00');
});

test('a decision gives more time or a new date, and a later pause moves that too', () => {
  expect(dueText(started, event('extended', '2026-03-04T11:00', { term: '2wd' }))).toBe('2026-03-09T09:00');
  const newDate = event('extended', '2026-03-04T11:00', { until: instant('2026-03-12T17:00') });
  expect(dueText(started, newDate)).toBe('2026-03-12T17:00');
  const later = [event('paused', '2026-03-09T08:00'), event('resumed', '2026-03-10T08:00')];
  expect(dueText(started, newDate, ...later)).toBe('2026-03-13T17:00');
  expect(stateOf(started, newDate).extensions).toHaveLength(1);
});

test('a stopped clock says when, closes an open pause, and keeps its due time to be judged by', () => {
  const stopped = stateOf(started, paused, event('stopped', '2026-03-04T10:00'));
  expect(stopped).toMatchObject({ status: 'stopped', stoppedAt: instant('2026-03-04T10:00') });
  expect(isoOf(dueInstantOf(stopped, office) as Instant)).toBe('2026-03-06T09:00:00+07:00');
  expect(dueOf(stopped, office, instant('2027-01-01'))).toMatchObject({
    due: instant('2026-03-06T09:00'),
    provisional: false,
  });
});

test.each<[string, string, ClockEventDraft[]]>([
  ['pausing before the start', 'not-started', [paused]],
  ['starting twice', 'already-started', [started, started]],
  ['starting without a term', 'term', [event('started', '2026-03-02T09:00')]],
  ['starting with a term that is none', 'term', [event('started', '2026-03-02T09:00', { term: '3 ngày' })]],
  ['pausing what is paused', 'paused', [started, paused, paused]],
  ['resuming what runs', 'not-paused', [started, event('resumed', '2026-03-03T10:00')]],
  ['an event before the last', 'out-of-order', [started, paused, event('resumed', '2026-03-03T09:59')]],
  [
    'anything after the end',
    'stopped',
    [started, event('stopped', '2026-03-03T10:00'), event('restarted', '2026-03-04T10:00')],
  ],
  ['an extension by nothing', 'extension', [started, event('extended', '2026-03-03T10:00')]],
  [
    'an extension by both',
    'extension',
    [started, event('extended', '2026-03-03T10:00', { term: '1wd', until: instant('2026-03-12T17:00') })],
  ],
  ['an extension by no days', 'term', [started, event('extended', '2026-03-03T10:00', { term: '0wd' })]],
])('%s is refused', (_, code, events) => {
  expect(readClock(events)).toMatchObject({ kind: 'refusal', code: `cases.clock-${code}` });
});

test.each([
  ['earlier than the due time', '2026-03-05T08:00', 'not-later'],
  ['the due time itself', '2026-03-05T09:00', 'not-later'],
  ['on a Saturday', '2026-03-07T09:00', 'outside-hours'],
  ['at lunch', '2026-03-06T12:00', 'outside-hours'],
  ['in the evening', '2026-03-06T17:01', 'outside-hours'],
  ['at an opening', '2026-03-06T13:30', 'outside-hours'],
])('a new due time %s is refused', (_, until, code) => {
  const extension = event('extended', '2026-03-03T10:00', { until: instant(until) });
  expect(checkExtension(stateOf(started), extension, office)?.code).toBe(`cases.clock-extension-${code}`);
});

test.each(['2026-03-05T09:01', '2026-03-06T11:30', '2026-03-06T17:00'])('a new due time of %s is taken', (until) => {
  const extension = event('extended', '2026-03-03T10:00', { until: instant(until) });
  expect(checkExtension(stateOf(started), extension, office)).toBeUndefined();
  expect(dueText(started, extension)).toBe(until);
});

test('a late dossier may get a new date, but not one that has passed', () => {
  const late = (until: string) => event('extended', '2026-03-10T10:00', { until: instant(until) });
  expect(checkExtension(stateOf(started), late('2026-03-06T10:00'), office)?.code).toBe(
    'cases.clock-extension-not-later',
  );
  expect(checkExtension(stateOf(started), late('2026-03-12T10:00'), office)).toBeUndefined();
});

const anEvent: fc.Arbitrary<ClockEventDraft> = fc.record({
  kind: fc.constantFrom<ClockEventKind>('started', 'paused', 'resumed', 'restarted', 'extended', 'stopped'),
  at: fc.integer({ min: 0, max: 60 * 24 * 90 }).map((minutes) => (instant('2026-01-05') + minutes * 60_000) as Instant),
  term: fc.constantFrom(undefined, '3wd', '8h', '10d', '1m', '0wd', 'x'),
});
const anyEvents = fc.array(anEvent, { maxLength: 12 }).map((events) => events.sort((a, b) => a.at - b.at));

test('any events give a state or a refusal that has its sentence; the same ones give the same', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const state = readClock(events);
      expect(readClock(structuredClone(events))).toEqual(state);
      if (state.kind === 'refusal') expect(clockRefusals[state.code]?.text.vi).toBeTruthy();
    }),
    { numRuns: 200 },
  );
});

/** Takes each event that is lawful and leaves the others out: what a case that is acted on goes through. */
const lawfulOf = (events: readonly ClockEventDraft[]): ClockEventDraft[] => {
  const taken: ClockEventDraft[] = [{ kind: 'started', at: instant('2026-01-05'), term: '5wd' }];
  for (const one of events) {
    if (turnClock(stateOf(...taken), one).kind === 'clock') taken.push(one);
  }
  return taken;
};

test('through any lawful life, a clock is due at the end of a minute that counts', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const due = dueInstantOf(stateOf(...lawfulOf(events)), office);
      if (due !== null) expect(workingMilliseconds(office, (due - 1) as Instant, due)).toBe(1);
    }),
    { numRuns: 200 },
  );
});

test('through any lawful life, only a restart can make a due time earlier', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const lawful = lawfulOf(events);
      lawful.forEach(({ kind, at }, index) => {
        if (index === 0 || kind === 'restarted') return;
        const before = dueOf(stateOf(...lawful.slice(0, index)), office, at)?.due ?? 0;
        const after = dueOf(stateOf(...lawful.slice(0, index + 1)), office, at)?.due ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      });
    }),
    { numRuns: 200 },
  );
});
