import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LinkList } from './link-list.tsx';

test('only the title is the link, so that its name is short', () => {
  const html = renderToString(<LinkList rows={[{ href: '/a', title: 'Sinh con', detail: 'Khai sinh' }]} />);
  expect(html).toContain('<a class="vc-link-title" href="/a">Sinh con</a>');
});
