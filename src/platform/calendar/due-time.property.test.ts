import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../test/fuzz/runs.ts';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { sealCalendar } from './seal-calendar.ts';
import { dueInstant, dueTime } from './due-time.ts';
import { addDays, dayOf, type Instant, instant, isoOf, weekdayOf } from './instant.ts';
import type { DueInput, Pause } from './reckoning.ts';
import type { Term } from './term.ts';
import { isWorkingTime, workingMilliseconds, workingMinutes } from './working-time.ts';

const calendar = packCalendar();
const office = { calendar };
const RUNS = runs(200, 20_000);

const atBetween = (from: string, to: string, step: number): fc.Arbitrary<Instant> => {
  const [first, last] = [instant(from), instant(to)];
  return fc.integer({ min: 0, max: (last - first) / step - 1 }).map((count) => (first + count * step) as Instant);
};

const aTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ count: fc.nat(25), unit: fc.constant('wd' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 90 }), unit: fc.constant('h' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constant('d' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 3 }), unit: fc.constant('m' as const) }),
);

const pausesBetween = (from: string, to: string, step: number): fc.Arbitrary<Required<Pause>[]> =>
  fc.array(
    fc
      .tuple(atBetween(from, to, step), fc.integer({ min: 0, max: (20 * 86_400_000) / step }))
      .map(([begin, length]) => ({ from: begin, to: (begin + length * step) as Instant })),
    { maxLength: 4 },
  );

const anInput: fc.Arbitrary<Omit<DueInput, 'pauses'> & { readonly pauses: Required<Pause>[] }> = fc.record({
  calendar: fc.constant(calendar),
  receivedAt: atBetween('2026-01-01', '2026-10-01', 1),
  term: aTerm,
  pauses: pausesBetween('2025-12-20', '2026-11-01', 1),
  lateRule: fc.boolean(),
});

test('the same input has the same answer, word for word, also by a calendar written out and read again', () => {
  const again = sealCalendar(JSON.parse(JSON.stringify({ ...calendar, digest: undefined })));
  expect(again.digest).toBe(calendar.digest);
  fc.assert(
    fc.property(anInput, (input) => {
      expect(dueTime({ ...structuredClone(input), calendar: again })).toEqual(dueTime(input));
      expect(dueInstant(input)).toBe(dueTime(input).due);
    }),
    { numRuns: RUNS },
  );
});

test('a due time is the end of a minute that counts: never an opening, never after a closing', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      const due = dueInstant(input);
      expect(workingMilliseconds(office, (due - 1) as Instant, due)).toBe(1);
    }),
    { numRuns: RUNS },
  );
});

test('pausing never moves a due time earlier', () => {
  const aPause = pausesBetween('2025-12-20', '2026-11-01', 1);
  fc.assert(
    fc.property(anInput, aPause, (input, more) => {
      const before = dueInstant(input);
      expect(dueInstant({ ...input, pauses: [...input.pauses, ...more] })).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: RUNS },
  );
});

test('an open pause never gives a later due time than the same pause once it has ended', () => {
  fc.assert(
    fc.property(anInput, fc.nat(20), fc.nat(20), (input, early, late) => {
      const from = (input.receivedAt + 3_600_000) as Instant;
      const [first, last] = [Math.min(early, late), Math.max(early, late)].map((days) => from + days * 86_400_000);
      const open = dueInstant({ ...input, pauses: [...input.pauses, { from }], asOf: first as Instant });
      const ended = dueInstant({ ...input, pauses: [...input.pauses, { from, to: last as Instant }] });
      expect(open).toBeLessThanOrEqual(ended);
    }),
    { numRuns: RUNS },
  );
});

test('no term ends inside a pause', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      const due = dueInstant(input);
      expect(input.pauses.filter(({ from, to }) => from < due && due < to)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  // found by chance: the last day's pause lasted beyond its closing
  const pauses = [{ from: instant('2026-03-12T09:00'), to: instant('2026-03-12T17:30') }];
  const term = { count: 10, unit: 'd' } as const;
  expect(isoOf(dueInstant({ calendar, receivedAt: instant('2026-03-02T09:00'), term, pauses }))).toBe(
    '2026-03-13T17:00:00+07:00',
  );
});

test('the order of pauses does not matter, nor into how many they are cut', () => {
  const cut = ({ from, to }: Required<Pause>) => {
    const middle = Math.floor((from + to) / 2) as Instant;
    return [
      { from: middle, to },
      { from, to: middle },
    ];
  };
  fc.assert(
    fc.property(anInput, (input) => {
      expect(dueInstant({ ...input, pauses: input.pauses.flatMap(cut) })).toBe(dueInstant(input));
    }),
    { numRuns: RUNS },
  );
});

test('a longer term never ends earlier; of working time, exactly by what it is longer', () => {
  fc.assert(
    fc.property(anInput, fc.integer({ min: 1, max: 5 }), (input, more) => {
      const shorter = input.term.count === 0 ? { ...input, term: { ...input.term, count: 1 } } : input;
      const longer = { ...input, term: { ...shorter.term, count: shorter.term.count + more } };
      const [first, last] = [dueInstant(shorter), dueInstant(longer)];
      expect(last).toBeGreaterThanOrEqual(first);
      const perUnit = { wd: 480, h: 60, d: 0, m: 0 }[input.term.unit];
      if (perUnit === 0 || input.pauses.some(({ to }) => to > first)) return;
      expect(workingMinutes(office, first, last)).toBeCloseTo(more * perUnit, 6);
    }),
    { numRuns: RUNS },
  );
});

test('who hands in later is never due earlier, of whom both were paused only once they had handed in', () => {
  fc.assert(
    fc.property(anInput, fc.integer({ min: 0, max: 5 * 86_400_000 }), (input, delay) => {
      const receivedAt = (input.receivedAt + delay) as Instant;
      const pauses = input.pauses.filter(({ from }) => from >= receivedAt);
      expect(dueInstant({ ...input, pauses, receivedAt })).toBeGreaterThanOrEqual(dueInstant({ ...input, pauses }));
    }),
    { numRuns: RUNS },
  );
});

test('a day whose nature would change the due time is named when no document confirms it', () => {
  const doubtful = Object.entries(calendar.days).filter(
    ([day, special]) => !special.confirmed && day >= '2027-01-01' && weekdayOf(day) % 6 !== 0,
  );
  expect(doubtful.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(
      fc.constantFrom(...doubtful),
      fc.integer({ min: -20, max: 1 }),
      aTerm,
      ([day, special], shift, term) => {
        const receivedAt = instant(`${addDays(day, shift)}T09:00`);
        const flipped = sealCalendar({
          ...calendar,
          days: { ...calendar.days, [day]: { ...special, works: !special.works } },
        });
        const { due, unconfirmed } = dueTime({ calendar, receivedAt, term });
        if (dueInstant({ calendar: flipped, receivedAt, term }) === due) return;
        expect(unconfirmed.some((one) => 'from' in one && one.from <= day && day <= one.to)).toBe(true);
      },
    ),
    { numRuns: RUNS },
  );
});

// A second reckoning, minute by minute, of the rules as they are written: it shares no code with the first.
const DAY = 1440;
const OFF_2026 = (
  '01-01 01-02 02-14 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 ' +
  '04-26 04-27 04-30 05-01 08-29 08-30 08-31 09-01 09-02'
).split(' ');
const WORKED_2026 = ['01-10', '08-22'];
const yearStart = Date.parse('2026-01-01T00:00:00+07:00');

const minutesThatCount = new Uint8Array(365 * DAY);
const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
for (let day = 0; day < 365; day++) {
  const counts = dayCounts(dayIn.format(yearStart + day * DAY * 60_000));
  for (let minute = 0; minute < DAY; minute++) {
    const inside = (minute >= 420 && minute < 690) || (minute >= 810 && minute < 1020);
    minutesThatCount[day * DAY + minute] = counts && inside ? 1 : 0;
  }
}

function dayCounts(day: string): number {
  if (WORKED_2026.includes(day.slice(5))) return 1;
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(day));
  return OFF_2026.includes(day.slice(5)) || weekday === 'Sat' || weekday === 'Sun' ? 0 : 1;
}

function dueMinuteByMinute(
  received: number,
  term: Term,
  pauses: readonly { from: number; to: number }[],
  late: boolean,
) {
  const dayOfMinute = (minute: number) => Math.floor(minute / DAY);
  let start = received;
  if (late && received % DAY > 900) start = (dayOfMinute(received) + 1) * DAY;
  while (minutesThatCount[start] === 0) start++;
  let left = { wd: 480, h: 60, d: 0, m: 0 }[term.unit] * term.count;
  if (term.count === 0)
    for (let m = start; dayOfMinute(m) === dayOfMinute(start); m++) left += minutesThatCount[m] ?? 0;
  for (let minute = start; ; minute++) {
    const paused = pauses.some(({ from, to }) => from <= minute && minute < to);
    if (!paused && minutesThatCount[minute] === 1 && --left === 0) return minute + 1;
  }
}

test('working time agrees with counting minute by minute', () => {
  const MINUTE = 60_000;
  const minuteOf = (at: Instant) => (at - yearStart) / MINUTE;
  const received = atBetween('2026-01-01', '2026-06-01', MINUTE);
  const workingTerm = aTerm.filter(({ unit }) => unit === 'wd' || unit === 'h');
  const pauses = pausesBetween('2026-01-01', '2026-07-01', MINUTE);
  fc.assert(
    fc.property(received, workingTerm, pauses, fc.boolean(), (receivedAt, term, pauses, lateRule) => {
      const counted = dueMinuteByMinute(
        minuteOf(receivedAt),
        term,
        pauses.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) })),
        lateRule,
      );
      const due = dueInstant({ calendar, receivedAt, term, pauses, lateRule });
      expect(isoOf(due)).toBe(isoOf((yearStart + counted * MINUTE) as Instant));
    }),
    { numRuns: RUNS },
  );
});

test('terms in days agree with a count on the fingers where no pause comes near the end', () => {
  const received = atBetween('2026-01-01', '2026-06-01', 60_000);
  fc.assert(
    fc.property(received, fc.integer({ min: 30, max: 60 }), fc.nat(9), fc.nat(9), (receivedAt, count, gap, length) => {
      const start =
        isWorkingTime(office, receivedAt) && receivedAt % 86_400_000 <= 8 * 3_600_000 ? receivedAt : undefined;
      fc.pre(start !== undefined);
      const from = (receivedAt + gap * 86_400_000) as Instant;
      const to = (from + length * 86_400_000) as Instant;
      let day = dayOf(receivedAt);
      for (let left = count + length; left > 0; left--) day = addDays(day, 1);
      while (dayCounts(day) === 0) day = addDays(day, 1);
      const due = dueInstant({ calendar, receivedAt, term: { count, unit: 'd' }, pauses: [{ from, to }] });
      expect(isoOf(due)).toBe(`${day}T17:00:00+07:00`);
    }),
    { numRuns: RUNS },
  );
});
