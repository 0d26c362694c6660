import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { StatTile } from './stat-tile.tsx';

test('without a value it says that there is no data and shows no number', () => {
  const html = renderToString(<StatTile label="Hài lòng" unit="%" asOf="14:00" />);
  expect(html).toContain('Chưa có số liệu');
  expect(html).not.toContain('%');
});

test('a value of nought is a value', () => {
  expect(renderToString(<StatTile label="Quá hạn" value="0" unit="hồ sơ" asOf="14:00" />)).toMatch(
    /0<span class="vc-stat-unit"> hồ sơ/,
  );
});
