import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { TimeLeftBar } from './time-left-bar.tsx';

test('there is one cell for each day, hidden because the sentence says it all', () => {
  const html = renderToString(<TimeLeftBar sentence="Đã dùng 1 trên 3 ngày." cells={['used', 'left', 'left']} />);
  expect(html.match(/data-state=/g)).toHaveLength(3);
  expect(html).toMatch(/<p>Đã dùng 1 trên 3 ngày\.<\/p><div class="vc-cells"[^>]*aria-hidden="true"/);
});
