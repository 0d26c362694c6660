import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Pagination } from './pagination.tsx';

test('only the ways that exist are links', () => {
  const first = renderToString(<Pagination summary="1–30" next="?sau=x" />);
  expect(first).toContain('rel="next"');
  expect(first).not.toContain('rel="prev"');
});

test('two lists on a page are told apart', () => {
  expect(renderToString(<Pagination label="Hồ sơ cũ" summary="1" />)).toContain('aria-label="Hồ sơ cũ"');
});
