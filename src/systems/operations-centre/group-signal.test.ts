import { expect, test } from 'vitest';
import { instant } from '../../platform/calendar/instant.ts';
import { findIncidentFor, type GroupingRule, type OpenIncident, type PlacedSignal } from './group-signal.ts';

const at = (time: string) => instant(`2026-11-23T${time}`);
const TAN_LAP = { lat: 11.6778, lon: 106.0397 };
/** 1.1 km north of it. */
const NORTH = { lat: 11.6877, lon: 106.0397 };

const rule: GroupingRule = { metres: 2000, minutes: 120 };

const signal = (changes: Partial<PlacedSignal> = {}): PlacedSignal => ({
  kind: 'fire',
  simulated: false,
  point: NORTH,
  areaId: 'tan-lap',
  unitId: null,
  at: at('14:00'),
  ...changes,
});

const open = (changes: Partial<OpenIncident> = {}): OpenIncident => ({
  id: 'first',
  kind: 'fire',
  simulated: false,
  isDrill: false,
  point: TAN_LAP,
  areaId: 'tan-lap',
  unitId: null,
  firstAt: at('12:48'),
  lastAt: at('13:10'),
  ...changes,
});

test.each<[string, Partial<PlacedSignal>, Partial<OpenIncident>, Partial<GroupingRule>, boolean]>([
  ['near in place, time and kind', {}, {}, {}, true],
  ['of another kind', { kind: 'flood' }, {}, {}, false],
  ['further away than the rule says', {}, {}, { metres: 1000 }, false],
  ['at the very edge in time', { at: at('15:10') }, {}, {}, true],
  ['a minute beyond the edge', { at: at('15:11') }, {}, {}, false],
  ['heard late, of before the incident began', { at: at('10:48') }, {}, {}, true],
  ['of long before', { at: at('10:47') }, {}, {}, false],
  ['simulated, beside a real one', { simulated: true }, {}, {}, false],
  ['simulated, beside a simulated one', { simulated: true }, { simulated: true }, {}, true],
  ['real, beside one of a drill', {}, { isDrill: true }, {}, false],
  ['without a point, in the same commune', { point: null }, {}, {}, true],
  ['without a point, in another commune', { point: null, areaId: 'tan-bien' }, {}, {}, false],
  ['with a point, where the incident has none', {}, { point: null }, {}, true],
  [
    'without any place, of the same unit',
    { point: null, areaId: null, unitId: 'u' },
    { areaId: null, unitId: 'u' },
    {},
    true,
  ],
  ['without any place, of nobody', { point: null, areaId: null }, { areaId: null }, {}, false],
  ['where the unit decides, of the same one', { unitId: 'u' }, { unitId: 'u' }, { metres: 0 }, true],
  ['where the unit decides, of another in the same commune', { unitId: 'u' }, { unitId: 'w' }, { metres: 0 }, false],
])('a signal %s: one incident or two', (_, sent, known, changed, isOne) => {
  expect(findIncidentFor(signal(sent), [open(known)], { ...rule, ...changed })).toBe(isOne ? 'first' : undefined);
});

test('of several it joins the nearest, and of several at one place the one spoken of last', () => {
  const near = open({ id: 'near', point: NORTH });
  expect(findIncidentFor(signal(), [open(), near], rule)).toBe('near');
  const later = open({ id: 'later', lastAt: at('13:30') });
  expect(findIncidentFor(signal(), [open(), later], rule)).toBe('later');
  expect(findIncidentFor(signal(), [], rule)).toBeUndefined();
});
