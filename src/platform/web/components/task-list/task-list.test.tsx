import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { TaskList } from './task-list.tsx';

test('a section that is not open yet has a word and no link', () => {
  const html = renderToString(<TaskList tasks={[{ title: 'Nộp', state: 'not-yet' }]} />);
  expect(html).toContain('Chưa mở');
  expect(html).not.toContain('<a');
});

test('what must be corrected stands out with word and icon', () => {
  expect(renderToString(<TaskList tasks={[{ title: 'Giấy tờ', href: '#g', state: 'wrong' }]} />)).toMatch(
    /data-tone="danger"><svg.*Cần sửa/,
  );
});
