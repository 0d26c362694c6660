import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SearchBox } from './search-box.tsx';

test('the field and the button keep their names when only the icon is seen', () => {
  const html = renderToString(<SearchBox action="/thu-tuc" label="Tìm thủ tục" value="khai sinh" />);
  expect(html).toMatch(/<input[^>]*aria-label="Tìm thủ tục"/);
  expect(html).toMatch(/<button[^>]*>.*Tìm<\/span><\/button>/);
});
