import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { PaperPreview } from './paper-preview.tsx';

const html = (kind: 'picture' | 'pages', open?: boolean) =>
  renderToString(<PaperPreview title="Xem" name="ảnh.jpg" href="/tep/7" kind={kind} {...(open && { open })} />);

test('the picture is asked for when the preview is opened, not before', () => {
  expect(html('picture')).toMatch(/<details class="vc-preview"><summary>Xem<\/summary>.*<img src="\/tep\/7\?anh=1"/);
  expect(html('picture')).toContain('loading="lazy"');
});

test('the file itself can be opened and kept, and each link says of which paper it is', () => {
  expect(html('picture')).toMatch(/<a class="ds-link" href="\/tep\/7">Mở tệp<span class="ds-sr-only"> ảnh\.jpg</);
  expect(html('picture')).toMatch(
    /<a class="ds-link" href="\/tep\/7\?tai=1">Tải về<span class="ds-sr-only"> ảnh\.jpg</,
  );
});

test('of pages it says that they may not be all', () => {
  expect(html('pages', true)).toContain('tối đa năm trang đầu');
  expect(html('pages', true)).toContain('open');
  expect(html('picture')).not.toContain('năm trang');
});
