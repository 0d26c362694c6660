import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FilterBar } from './filter-bar.tsx';

test('filtering keeps what else the URL holds', () => {
  const html = renderToString(<FilterBar action="/can-bo" filters={[]} keep={{ 'sap-xep': 'han' }} />);
  expect(html).toContain('<input type="hidden" name="sap-xep" value="han"');
});
