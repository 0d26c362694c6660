import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FilterBar } from './filter-bar.tsx';

test('filtering keeps what else the URL holds', () => {
  const html = renderToString(<FilterBar action="/can-bo" filters={[]} keep={{ 'sap-xep': 'han' }} />);
  expect(html).toContain('<input type="hidden" name="sap-xep" value="han"');
});

test('a day and a code are typed, and each has a name', () => {
  const typed = [{ name: 'ngay', label: 'Ngày', value: '2026-11-23', type: 'date' }] as const;
  const html = renderToString(<FilterBar action="/quan-tri" filters={[]} typed={typed} />);
  expect(html).toMatch(/<input[^>]*type="date"[^>]*name="ngay"[^>]*value="2026-11-23"[^>]*aria-label="Ngày"/);
});
