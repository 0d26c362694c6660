import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { CommaList } from './comma-list.tsx';

test('each term stays whole and the text reads as it was written', () => {
  const html = renderToString(<CommaList text="tạm trú, tách hộ" />);
  expect(html).toContain('<span class="vc-whole">tạm trú,</span>');
  expect(html.replace(/<[^>]+>/g, '').trim()).toBe('tạm trú, tách hộ');
});
