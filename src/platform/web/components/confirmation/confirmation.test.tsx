import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Confirmation } from './confirmation.tsx';

test("the news is the page's heading, and the code does not break", () => {
  const html = renderToString(<Confirmation title="Đã gửi." codeLabel="Mã" code="H53.15-261123-0001" />);
  expect(html).toMatch(/<h1[^>]*>Đã gửi\.<\/h1>/);
  expect(html).toContain('<strong class="vc-whole">H53.15-261123-0001</strong>');
});
