import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ActionList } from './action-list.tsx';

test('a blocked action stays as text with its reason, and is no stop for the Tab key', () => {
  const html = renderToString(
    <ActionList actions={[{ label: 'Yêu cầu bổ sung', effect: '', does: { blocked: 'đã yêu cầu một lần.' } }]} />,
  );
  expect(html).toContain('Không dùng được: đã yêu cầu một lần.');
  expect(html).not.toMatch(/<(a|button)/);
});

test('a possible action submits its form and says what it causes', () => {
  const does = { name: 'act', value: 'sign', form: 'f' };
  const html = renderToString(<ActionList actions={[{ label: 'Ký', effect: 'Đồng hồ dừng.', does }]} />);
  expect(html).toContain('name="act" value="sign" form="f"');
  expect(html).toContain('Đồng hồ dừng.');
});
