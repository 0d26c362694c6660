import { expect, test } from 'vitest';
import { compileCondition, evaluate } from '../conditions/condition.ts';
import { formValues } from './form-values.ts';
import { BIRTH, CONTEXT, formOf } from './test-forms.ts';

const form = formOf(BIRTH);

test.each([
  ["child.born_at != 'home'", {}, true],
  ["child.facility == ''", { child: { born_at: 'home', facility: 'BV' } }, true],
  ["child.facility == 'BV'", { child: { born_at: 'facility', facility: 'BV' } }, true],
  ['days(child.birth_date, context.today) > 60', {}, undefined],
  ['days(child.birth_date, context.today) > 60', { child: { birth_date: '2026-01-01' } }, true],
  ['size(birth_paper) > 0 || pledge', {}, false],
])('%s about %j is %s', (source, answers, value) => {
  const { condition } = compileCondition(form.subject, source);
  expect(condition && evaluate(condition, formValues(form, answers, CONTEXT)).value).toBe(value);
});
