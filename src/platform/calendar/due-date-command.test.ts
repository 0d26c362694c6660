import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { answerDueDate, type DueDateOptions } from './due-date-command.ts';

const calendar = packCalendar();
const answer = (options: DueDateOptions) => answerDueDate(options, { calendar, isUnit: () => true });
const dueOf = (options: DueDateOptions) => (answer(options).json as { due: string }).due;
const faultsOf = (options: DueDateOptions) =>
  (answer(options).json as { faults: { code: string; at: string }[] }).faults.map(({ code, at }) => `${at} ${code}`);

const example = { received: '2026-02-12T16:10', term: '3wd' };

test('the example: due time first, then its explanation line by line', () => {
  const { exitCode, text, json } = answer(example);
  expect(exitCode).toBe(0);
  const lines = text.split('\n');
  expect(lines[0]).toBe('2026-02-24T17:00:00+07:00');
  expect(lines[1]).toBe('- Hồ sơ được nhận lúc 16:10 thứ Năm 12/02/2026.');
  expect(json).toMatchObject({
    due: '2026-02-24T17:00:00+07:00',
    steps: expect.arrayContaining([
      {
        code: 'due',
        at: '2026-02-24T17:00:00+07:00',
        text: { vi: 'Hạn trả kết quả: 17:00 thứ Ba 24/02/2026.', en: 'Due: 17:00 Tuesday 24 February 2026.' },
      },
    ]),
  });
});

const page = readFileSync(join(import.meta.dirname, '../../../docs/standards/legal-clock.md'), 'utf8');
const examples = [...page.matchAll(/^\| (20\S+) \| (\S+) \|(?: (\S+))? \| (\S+) \|$/gm)].map((match) => match.slice(1));

test.each(examples)('the example of the docs: received %s, term %s, paused %s', (received, term, pause, due) => {
  expect(dueOf({ received, term, pause: pause ? [pause] : [] })).toBe(`${due}:00+07:00`);
});

test('the docs have their examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

test('in English when asked', () => {
  expect(answer({ ...example, lang: 'en' }).text).toContain('- Due: 17:00 Tuesday 24 February 2026.\n');
});

test('pauses may be given several times, with hours or as whole days', () => {
  expect(
    dueOf({ ...example, pause: ['2026-02-13T07:00..2026-02-13T09:00', '2026-02-23T07:00..2026-02-23T08:00'] }),
  ).toBe('2026-02-25T10:00:00+07:00');
  expect(dueOf({ ...example, pause: ['2026-02-13..2026-02-23'] })).toBe('2026-02-26T17:00:00+07:00');
  expect(dueOf({ ...example, pause: ['2026-02-13..2026-02-13'] })).toBe('2026-02-25T17:00:00+07:00');
});

test.each<[string, DueDateOptions, string]>([
  ['no receipt', { term: '3wd' }, '--received calendar.received'],
  ['a receipt without an hour', { ...example, received: '2026-02-12' }, '--received calendar.received'],
  ['a day that does not exist', { ...example, received: '2026-02-30T09:00' }, '--received calendar.received'],
  [
    'a day the calendar does not know',
    { ...example, received: '2050-01-01T09:00' },
    '--received calendar.received-outside',
  ],
  ['no term', { received: '2026-02-12T16:10' }, '--term calendar.term'],
  ['a wrong term', { ...example, term: '3 ngày' }, '--term calendar.term'],
  ['a term of no hours', { ...example, term: '0h' }, '--term calendar.term-zero'],
  ['a pause without an end', { ...example, pause: ['2026-02-13T07:00..'] }, '--pause calendar.pause'],
  ['a pause of one time', { ...example, pause: ['2026-02-13T07:00'] }, '--pause calendar.pause'],
  ['a pause of three times', { ...example, pause: ['2026-02-13..2026-02-14..2026-02-15'] }, '--pause calendar.pause'],
  ['a pause backwards', { ...example, pause: ['2026-02-14..2026-02-13T08:00'] }, '--pause calendar.pause-order'],
  ['another language', { ...example, lang: 'fr' }, '--lang calendar.language'],
])('%s is told, with exit code 2', (_, options, fault) => {
  expect(faultsOf(options)).toEqual([fault]);
  const { exitCode, text } = answer(options);
  expect(exitCode).toBe(2);
  expect(text.startsWith(`${fault.split(' ')[0]}: `)).toBe(true);
});

test('all mistakes are told together, in both languages', () => {
  const wrong = { received: 'mai', term: 'vài hôm', pause: ['lâu'] };
  expect(faultsOf(wrong)).toHaveLength(3);
  expect(answer({ ...wrong, lang: 'en' }).text).toContain('--received: The day and hour of receipt are needed');
  expect(answer(wrong).text).toContain('--received: Cần ngày và giờ nhận');
});

test('a unit that does not exist is refused, one that does is taken', () => {
  const known = { calendar, isUnit: (code: string) => code === 'H53.15' };
  expect(answerDueDate({ ...example, unit: 'H53.15' }, known).exitCode).toBe(0);
  expect(answerDueDate({ ...example, unit: 'H53.99' }, known)).toMatchObject({
    exitCode: 2,
    json: { faults: [{ code: 'calendar.unit', at: '--unit' }] },
  });
});

test('the longest terms have an answer', () => {
  for (const term of ['9999wd', '9999h', '9999d', '9999m']) expect(answer({ ...example, term }).exitCode).toBe(0);
});

test('nothing an operator can type makes it throw', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('2026-02-12T16:10', '3wd', '2026-02-13..2026-02-14', 'en', '0wd'));
  const options = fc.record(
    { received: text, term: text, unit: text, pause: fc.array(text), lang: text },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(options, (options) => {
      expect([0, 2]).toContain(answer(options).exitCode);
    }),
    { numRuns: 200 },
  );
});
