import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SummaryList } from './summary-list.tsx';

test('a change link says what it changes when heard alone', () => {
  const html = renderToString(
    <SummaryList
      rows={[{ label: 'Ngày sinh', value: '05/11/2026', change: { href: '/sua', label: 'Sửa', about: 'ngày sinh' } }]}
    />,
  );
  expect(html).toContain('Sửa<span class="ds-sr-only"> ngày sinh</span>');
});

test('a row without a change has no empty cell', () => {
  expect(renderToString(<SummaryList rows={[{ label: 'Tên', value: 'An' }]} />).match(/<dd/g)).toHaveLength(1);
});
