import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '../calendar/instant.ts';
import { compileCondition, evaluate } from './condition.ts';
import { bindValues, defineSubject } from './subject.ts';

const subject = defineSubject({
  name: 'Form',
  variables: {
    today: { type: 'day' },
    married: { type: 'bool' },
    years: { type: 'int' },
    area: { type: 'double' },
    due: { type: 'instant' },
    now: { type: 'instant' },
    purposes: { type: 'strings' },
    child: {
      fields: { name: { type: 'string' }, birth: { type: 'day' }, home: { fields: { commune: { type: 'string' } } } },
    },
    periods: { rows: { from: { type: 'day' }, to: { type: 'day' }, kind: { type: 'string' } } },
  },
});

const values = {
  today: '2026-11-23',
  married: false,
  area: 62.5,
  due: instant('2026-11-23T17:00'),
  now: instant('2026-11-23T16:00'),
  purposes: ['a', 'b'],
  child: { name: 'Đặng Hoà', birth: '2026-11-01', home: { commune: '25459' } },
  periods: [
    { from: '2010', to: '2020-05-31', kind: 'permanent' },
    { from: '2020-06-01', kind: 'temporary' },
  ],
};

test.each([
  ['child.birth <= today', true],
  ['!married || years > 3', true],
  ['married && years > 3', false],
  ['age(child.birth, today) < 18', true],
  ['days(child.birth, today) > 60', false],
  ['days(child.birth, today) == 22', true],
  ['add_years(child.birth, 18) == "2044-11-01"', true],
  ['fold(child.name) == "dang hoa"', true],
  ['child.home.commune in ["25459", "25480"]', true],
  ['answered(years) || answered(area)', true],
  ['answered(child.home)', true],
  ['answered(child.birth) && !answered(years)', true],
  ['area > 60.0 && area < 100.0', true],
  ['periods.exists(p, p.kind == "temporary" && !answered(p.to))', true],
  ['periods.filter(p, p.kind == "permanent").size() == 1', true],
  ['periods[0].kind == "permanent"', true],
  ['unbroken(periods, "2012-01-01", today)', true],
  ['unbroken(periods, "2009-01-01", today)', false],
  ['due - now == duration("3600s") && now < due', true],
  ['now.getHours("Asia/Ho_Chi_Minh") == 16', true],
  ['"b" in purposes && size(purposes) == 2', true],
])('%s is %s', (source, result) => {
  const { condition, errors } = compileCondition(subject, source);
  expect(errors).toBeUndefined();
  expect(condition && evaluate(condition, values)).toEqual({ value: result });
});

test.each([
  ['chidl.birth <= today', 'conditions.unknown-name', 'chidl'],
  ['child.brith <= today', 'conditions.unknown-field', 'brith'],
  ['married && years > "3"', 'conditions.unlike-values', 'years > "3"'],
  ['years + 1', 'conditions.not-yes-or-no', 'years + 1'],
  ['years && married', 'conditions.not-yes-or-no', 'years && married'],
  ['married and married', 'conditions.syntax', undefined],
  ['(married', 'conditions.syntax', undefined],
  ['', 'conditions.syntax', undefined],
  ['child.name.matches("(a+)+$")', 'conditions.call-not-allowed', 'child.name.matches("(a+)+$")'],
  ['[1, 2].map(x, x) == [1]', 'conditions.call-not-allowed', undefined],
  ['cel.bind(x, years, x > 1)', 'conditions.call-not-allowed', undefined],
  ['today.split("-").size() == 3', 'conditions.call-not-allowed', undefined],
  ['age(years, today) > 3', 'conditions.wrong-call', 'age(years, today)'],
  ['answered(years + 1)', 'conditions.wrong-call', undefined],
  ['periods.exists(p, periods.exists(q, p.from == q.to))', 'conditions.nested-macro', undefined],
  ['(purposes + purposes).exists(p, p == "a")', 'conditions.joined-lists', undefined],
  [`years in [${'1, '.repeat(100)}1]`, 'conditions.too-large', undefined],
  [`${'('.repeat(60)}married${')'.repeat(60)}`, 'conditions.too-large', undefined],
  [`married${' || married'.repeat(1200)}`, 'conditions.too-long', undefined],
  ['child.constructor == child.constructor', 'conditions.unknown-field', 'constructor'],
])('%.60s is refused with %s', (source, code, place) => {
  const { errors } = compileCondition(subject, source);
  expect(errors?.[0]?.code).toBe(code);
  expect(errors?.[0]?.message.vi).toBeTruthy();
  if (place !== undefined) expect(source.slice(errors?.[0]?.range.start, errors?.[0]?.range.end)).toBe(place);
});

test.each([
  ['years > 3', 'conditions.value-missing'],
  ['periods[7].kind == "x"', 'conditions.value-missing'],
  ['days(child.name, today) > 3', 'conditions.value-missing'],
  ['add_years(today, 99999999999) > today', 'conditions.value-missing'],
  ['1 / (years - years) == 1', 'conditions.value-missing'],
  ['1 / (size(purposes) - 2) == 1', 'conditions.cannot-compute'],
  ['int(child.name) == 1', 'conditions.cannot-compute'],
])('%s can not be decided: %s', (source, code) => {
  const { condition } = compileCondition(subject, source);
  expect(condition && evaluate(condition, values).error?.code).toBe(code);
});

test('values are bound as declared; what is undeclared, mistyped or too long is not there', () => {
  const decide = (source: string, given: object) => {
    const { condition } = compileCondition(subject, source);
    return condition && evaluate(condition, bindValues(subject, { ...given }));
  };
  expect(decide('answered(years)', { years: '7' })).toEqual({ value: false });
  expect(decide('answered(years)', { years: 7 })).toEqual({ value: true });
  expect(decide('answered(years)', { years: 7.5 })).toEqual({ value: false });
  expect(decide('answered(periods)', { periods: Array.from({ length: 101 }, () => ({ from: '2010' })) })).toEqual({
    value: false,
  });
  expect(decide('answered(child.name)', { child: JSON.parse('{"__proto__": {"name": "x"}}') })).toEqual({
    value: false,
  });
});

test('it says which values a condition reads', () => {
  const { condition } = compileCondition(
    subject,
    'married && (age(child.birth, today) < 18 || periods.exists(p, p.kind == child.name))',
  );
  expect(condition?.reads).toEqual(['married', 'child.birth', 'today', 'periods', 'child.name']);
});

test('whatever is typed as a condition, saving and running answer', () => {
  const pieces = fc.constantFrom(
    'married',
    'years',
    'child',
    '.',
    'periods',
    '(',
    ')',
    '"x"',
    '1',
    '>',
    '==',
    '&&',
    '!',
    '[',
    ']',
    'exists',
    'p',
    ',',
    '+',
    '?',
    ':',
    "'",
    '\\',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.object(), (parts, given) => {
      const { condition, errors } = compileCondition(subject, parts.join(' '));
      if (condition === undefined) expect(errors?.length).toBeGreaterThan(0);
      else expect(Object.keys(evaluate(condition, given))).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});
