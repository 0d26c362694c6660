import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { AlertBand } from './alert-band.tsx';

test('the level is a word and an icon, not only a colour', () => {
  expect(renderToString(<AlertBand level={4} title="Bão" text="Tin 13:30" />)).toMatch(
    /data-level="4"><svg.*<\/svg>Cấp 4/,
  );
});
