import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import { htmlFaults } from '../../../../test/harness/html-faults.ts';
import { aFrame, faultsOf, renderIn, type ServedPages, servePages } from '../../../../test/harness/pages.tsx';
import { type Audience, groups } from './groups.ts';
import { readStyleGuideQuery, StyleGuidePage } from './style-guide-page.tsx';
import { type Scheme, StyleGuideSheet } from './style-guide-sheet.tsx';

let pages: ServedPages;
let browser: Browser;

beforeAll(async () => {
  pages = await servePages();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  pages?.close();
});

const AUDIENCES: Audience[] = ['citizen', 'officer'];
const SCHEMES: Scheme[] = ['light', 'dark'];

describe.each(AUDIENCES)('components on %s pages', (audience) => {
  test('they are valid HTML', async () => {
    expect(
      await htmlFaults(renderIn(aFrame(pages.assets), <StyleGuideSheet audience={audience} scheme="light" />)),
    ).toEqual([]);
  });

  test.each(SCHEMES)('axe finds nothing in %s, and nothing scrolls sideways at 320 px', async (scheme) => {
    const address = pages.put(
      `/${audience}-${scheme}`,
      renderIn(aFrame(pages.assets), <StyleGuideSheet audience={audience} scheme={scheme} />),
    );
    expect(await faultsOf(browser, address, { width: 1280, scheme })).toEqual([]);
    expect(await faultsOf(browser, address, { width: 320, scheme })).toEqual([]);
  });
});

test('the check is not blind: a page with planted faults is found out', async () => {
  const planted =
    '<!doctype html><html lang="vi"><title>x</title><main><h1>x</h1><input><p class="wide" style="width:2000px">x</p><div style="width:3000px">x</div></main></html>';
  const faults = await faultsOf(
    browser,
    pages.put('/planted', planted.replace('</title>', '</title><svg width="900" height="1"></svg>')),
    {
      width: 320,
      scheme: 'light',
    },
  );
  expect(faults.join('\n')).toContain('label: input');
  expect(faults.join('\n')).toContain('Content Security Policy');
  expect(faults.join('\n')).toContain('scrolls sideways');
  expect((await htmlFaults('<p id="a"></p><p id="a"></p>')).join('\n')).toContain('no-dup-id');
});

test('both modes stand side by side, each a page of its own', async () => {
  for (const scheme of ['sang', 'toi']) {
    const { audience, scheme: asked } = readStyleGuideQuery({ cho: 'can-bo', nen: scheme });
    const sheet = <StyleGuideSheet audience={audience} scheme={asked ?? 'light'} />;
    pages.put(`/quan-tri/giao-dien?cho=can-bo&nen=${scheme}`, renderIn(aFrame(pages.assets), sheet));
  }
  const page = <StyleGuidePage audience="officer" path="/quan-tri/giao-dien" />;
  const address = pages.put('/quan-tri/giao-dien', renderIn(aFrame(pages.assets), page));
  expect(await faultsOf(browser, address, { width: 1280, scheme: 'light' })).toEqual([]);
});

test('every component has its place in the guide, its examples and its criteria', () => {
  const folder = new URL('../components/', import.meta.url);
  const folders = readdirSync(folder);
  expect([...new Set(groups.map((group) => group.folder))].sort()).toEqual(folders.sort());
  for (const name of folders) expect(readdirSync(new URL(`${name}/`, folder))).toContain('README.md');
});

test('no component carries a style attribute or a script of its own', () => {
  const html = AUDIENCES.map((audience) =>
    renderIn(aFrame(pages.assets), <StyleGuideSheet audience={audience} scheme="light" />),
  ).join('');
  expect(html).not.toMatch(/<[^>]+\sstyle=/);
  expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
  expect(html).not.toContain('<script');
});
