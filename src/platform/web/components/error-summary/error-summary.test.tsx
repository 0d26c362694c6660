import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { TextInput } from '../field/text-input.tsx';
import { ErrorSummary } from './error-summary.tsx';

test('without errors there is no summary, so nothing takes the focus on a first visit', () => {
  expect(renderToString(<ErrorSummary errors={[]} />)).toBe('');
});

test('with errors it takes the focus', () => {
  expect(renderToString(<ErrorSummary errors={[{ message: 'Hồ sơ thiếu tờ khai' }]} />)).toMatch(
    /<section[^>]*tabindex="-1" autofocus/,
  );
});

test('each sentence links to the control it is about', () => {
  const summary = renderToString(<ErrorSummary errors={[{ name: 'periods.0.from', message: 'Nhập ngày' }]} />);
  const target = /href="#([^"]+)"/.exec(summary)?.[1];
  expect(renderToString(<TextInput name="periods.0.from" label="Từ" />)).toContain(`id="${target}"`);
});

test('it counts in words that fit one and many', () => {
  expect(renderToString(<ErrorSummary errors={[{ message: 'a' }]} />)).toContain('Có một chỗ cần sửa');
  expect(renderToString(<ErrorSummary errors={[{ message: 'a' }, { message: 'b' }]} />)).toContain('Có 2 chỗ cần sửa');
});
