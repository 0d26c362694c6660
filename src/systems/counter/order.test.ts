import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../platform/calendar/instant.ts';
import { type CallingPlace, canServe, goesFirst, lineUp, runAfter, type Waiting } from './order.ts';

const NOW = 1000 as Instant;
const place: CallingPlace = { id: 'p1', groups: ['a', 'b'], run: 0 };
const somebody = (id: string, changes: Partial<Waiting> = {}): Waiting => ({
  id,
  group: 'a',
  isPriority: false,
  appointmentAt: null,
  rankAt: 0 as Instant,
  forPlace: null,
  ...changes,
});
const idsOf = (line: readonly Waiting[]) => line.map(({ id }) => id).join('');
const asked = { rule: { most_in_a_row: 2 }, at: NOW };

describe('who is called next', () => {
  test('is the one who came first', () => {
    const waiting = [somebody('b', { rankAt: 5 as Instant }), somebody('a', { rankAt: 3 as Instant })];
    expect(idsOf(lineUp(waiting, place, asked))).toBe('ab');
  });

  test('is one with priority before others, but no more in a row than the rule says while others wait', () => {
    const first = ['v', 'w', 'x', 'y', 'z'].map((id) => somebody(id, { isPriority: true, rankAt: 9 as Instant }));
    expect(idsOf(lineUp([...first, somebody('a'), somebody('b')], place, asked))).toBe('vwaxybz');
    expect(idsOf(lineUp([...first, somebody('a')], { ...place, run: 2 }, asked))).toBe('avwxyz');
  });

  test('is one with an appointment from its hour on, and not before', () => {
    const soon = somebody('s', { appointmentAt: (NOW + 1) as Instant, rankAt: 9 as Instant });
    const now = { ...soon, appointmentAt: NOW };
    expect(idsOf(lineUp([soon, somebody('a')], place, asked))).toBe('as');
    expect(idsOf(lineUp([now, somebody('a')], place, asked))).toBe('sa');
  });

  test('is nobody whose group this place does not do, unless they were sent to it', () => {
    const sent = somebody('s', { group: 'c', forPlace: 'p1' });
    const other = somebody('o', { group: 'a', forPlace: 'p2' });
    expect(idsOf(lineUp([somebody('c', { group: 'c' }), sent, other], place, asked))).toBe('s');
  });
});

const anybody = fc.record({
  group: fc.constantFrom('a', 'b', 'c'),
  isPriority: fc.boolean(),
  appointmentAt: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
  rankAt: fc.integer({ min: 0, max: 50 }),
  forPlace: fc.constantFrom(null, null, 'p1', 'p2'),
});
const aLine = fc
  .array(anybody, { maxLength: 40 })
  .map((people) => people.map((one, index) => ({ ...one, id: `t${String(index).padStart(2, '0')}` }) as Waiting));

test('whoever waits: all whom the place can serve are called, each once; like among like by time; nobody is passed over for longer than the rule says', () => {
  const property = fc.property(
    aLine,
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 0, max: 6 }),
    (waiting, most, run) => {
      const at = { ...place, run };
      const line = lineUp(waiting, at, { rule: { most_in_a_row: most }, at: NOW });
      expect(line.map(({ id }) => id).toSorted()).toEqual(
        waiting.filter((one) => canServe(at, one)).map(({ id }) => id),
      );
      for (const first of [true, false]) {
        const like = line.filter((one) => goesFirst(one, NOW) === first).map(({ rankAt }) => rankAt);
        expect(like).toEqual(like.toSorted((a, b) => a - b));
      }
      let row = run;
      line.forEach((one, index) => {
        const othersWait = line.slice(index).some((later) => !goesFirst(later, NOW));
        if (goesFirst(one, NOW)) expect(row < most || !othersWait).toBe(true);
        else expect(row >= most || !line.slice(index).some((later) => goesFirst(later, NOW))).toBe(true);
        row = runAfter(row, one, NOW);
      });
    },
  );
  fc.assert(property, { numRuns: 500 });
});
