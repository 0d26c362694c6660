import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Tabs } from './tabs.tsx';

test('the present queue is marked, and only it', () => {
  const html = renderToString(
    <Tabs
      label="Hàng đợi"
      tabs={[
        { label: 'Của tôi', href: '/a', current: true },
        { label: 'Quá hạn', href: '/b', count: '3', late: true },
      ]}
    />,
  );
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
});
