/** The rows of the builder write conditions and read them back; what is more than rows stays text. */
import { expect, test } from 'vitest';
import { readRows, type Rows, writeRows } from './rows.ts';
import type { Value } from './vocabulary.ts';

const value = (path: string, type: string): Value => ({ path, type, label: path, words: [], rows: [] });
const values = [
  value('dossier.supplements', 'int'),
  value('dossier.status', 'string'),
  value('dossier.due_at', 'instant'),
  value('dossier.reachable', 'bool'),
  value('act.written', 'strings'),
  value('clock.now', 'instant'),
];

test.each([
  ['dossier.supplements >= 2'],
  ['dossier.status == "open" && dossier.supplements > 1'],
  ['dossier.reachable || !answered(dossier.due_at)'],
  ['!dossier.reachable'],
  ['"reason" in act.written && !("slip" in act.written)'],
  ['dossier.due_at <= clock.now'],
  ['dossier.due_at < timestamp("2026-11-23T00:00:00+07:00")'],
])('%s is read and written back', (source) => {
  const rows = readRows(source, values);
  expect(rows && writeRows(rows, values)).toBe(source);
});

test.each([
  ['dossier.supplements >= 1 && (dossier.reachable || dossier.status == "open")'],
  ['dossier.reachable && dossier.reachable || dossier.reachable'],
  ['dossier.supplements + 1 > 2'],
  ['dossier.unknown == 1'],
  ['dossier.status == "a && b"'],
])('%s stays text', (source) => {
  expect(readRows(source, values)).toBeUndefined();
});

test.each([
  ['a number that is none', { path: 'dossier.supplements', operator: '>=', value: 'hai' }],
  ['a day that is none', { path: 'dossier.due_at', operator: '<', value: 'mai' }],
  ['nothing', { path: 'dossier.status', operator: '==', value: '' }],
])('a row compared with %s writes nothing', (_, row) => {
  const rows: Rows = { join: 'all', rows: [row] };
  expect(writeRows(rows, values)).toBeUndefined();
});

test('quotes in a value do not end it', () => {
  const rows: Rows = { join: 'all', rows: [{ path: 'dossier.status', operator: '==', value: '" || true || "' }] };
  expect(writeRows(rows, values)).toBe('dossier.status == "\\" || true || \\""');
});
