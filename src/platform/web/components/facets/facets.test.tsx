import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Facets } from './facets.tsx';

test('an option that is chosen says that following it takes it back', () => {
  const html = renderToString(
    <Facets facets={[{ label: 'Cấp', options: [{ label: 'Xã', count: '3', href: '?', chosen: true }] }]} />,
  );
  expect(html).toContain('Đang chọn, bấm để bỏ: ');
});
