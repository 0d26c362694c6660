import { readdirSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ICON_STROKES } from '../../icons/icon-strokes.ts';
import { Icon } from './icon.tsx';

test('an icon is hidden from assistive technology and takes the colour of its words', () => {
  expect(renderToString(<Icon name="search" />)).toMatch(/stroke="currentColor".*aria-hidden="true" focusable="false"/);
});

test('a big icon is drawn with a thinner stroke', () => {
  expect(renderToString(<Icon name="home" size={28} />)).toContain('stroke-width="1.5"');
  expect(renderToString(<Icon name="home" />)).toContain('stroke-width="1.75"');
});

test('the strokes are those of the SVG files in the repository', () => {
  const files = readdirSync(new URL('../../icons/', import.meta.url)).filter((name) => name.endsWith('.svg'));
  expect(files.map((name) => name.slice(0, -4)).sort()).toEqual(Object.keys(ICON_STROKES).sort());
});
