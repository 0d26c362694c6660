import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Breadcrumb } from './trail.tsx';

test('breadcrumbs are an ordered list in a named landmark', () => {
  expect(renderToString(<Breadcrumb crumbs={[{ label: 'Thủ tục', href: '/thu-tuc' }]} />)).toMatch(
    /<nav[^>]*aria-label="Vị trí của trang"><ol>/,
  );
});
