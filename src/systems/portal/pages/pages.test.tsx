import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { VNode } from 'preact';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import { htmlFaults } from '../../../../test/harness/html-faults.ts';
import { aFrame, faultsOf, renderIn, type ServedPages, servePages } from '../../../../test/harness/pages.tsx';
import { HomePage } from './home-page.tsx';
import { ProcedurePage } from './procedure-page.tsx';
import { SearchPage } from './search-page.tsx';
import { aHomePage, aProcedure, aSearchPage } from './page-samples.ts';

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

const bodies: Record<string, () => VNode> = {
  home: () => <HomePage {...aHomePage()} />,
  procedure: () => (
    <ProcedurePage
      procedure={aProcedure()}
      crumbs={[{ label: { vi: 'Thủ tục' }, href: '/thu-tuc' }]}
      apply="/nop"
      counters="/noi-nop"
    />
  ),
  search: () => <SearchPage {...aSearchPage()} />,
  'search without a result': () => <SearchPage {...aSearchPage()} found={[]} facets={[]} total="0" pages={undefined} />,
};

describe.each(Object.entries(bodies))('%s', (name, body) => {
  test('axe finds nothing and nothing scrolls sideways, in both modes, from 320 px to 1440 px', async () => {
    const address = pages.put(`/${name.replaceAll(' ', '-')}`, renderIn(aFrame(pages.assets), body()));
    for (const look of [
      { width: 320, scheme: 'light' },
      { width: 320, scheme: 'dark' },
      { width: 1440, scheme: 'light' },
      { width: 1440, scheme: 'dark' },
    ] as const) {
      expect(await faultsOf(browser, address, look)).toEqual([]);
    }
  });

  test('it is valid HTML in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      expect(await htmlFaults(renderIn(aFrame(pages.assets, { locale }), body()))).toEqual([]);
    }
  });
});

test('the first page of a citizen stays within its budget over the wire', () => {
  const html = gzipSync(renderIn(aFrame(pages.assets), <HomePage {...aHomePage()} />)).length;
  const css = fileOf('citizen.css', '.gz').length;
  const fonts = fileOf('be-vietnam-pro-400.woff2').length + fileOf('be-vietnam-pro-500.woff2').length;
  expect(html + css).toBeLessThanOrEqual(25_000);
  expect(fonts).toBeLessThanOrEqual(35_000);
});

test('the home page leaves out what it has no data for', () => {
  const html = renderIn(
    aFrame(pages.assets),
    <HomePage {...aHomePage()} notices={[]} changes={[]} lifeEvents={[]} popular={[]} />,
  );
  for (const heading of ['Thông báo', 'Thủ tục mới thay đổi', 'Theo việc trong đời', 'Nhiều người đang tìm'])
    expect(html).not.toContain(heading);
});

test('a fact that is not verified is marked, and the page explains the mark', () => {
  const html = renderIn(aFrame(pages.assets), bodies['procedure']?.() ?? <></>);
  expect(html).toMatch(/8\.000 đồng <span class="vc-unconfirmed">chờ xác nhận/);
  expect(html).toContain('chưa được đối chiếu với văn bản gốc');
  const verified = <ProcedurePage procedure={{ ...aProcedure(), unconfirmed: false }} crumbs={[]} />;
  expect(renderIn(aFrame(pages.assets), verified)).not.toContain('chưa được đối chiếu');
});

test('alternatives stand together as a choice, and what is only shown says so', () => {
  const html = renderIn(aFrame(pages.assets), bodies['procedure']?.() ?? <></>);
  expect(html).toContain('Một trong các giấy tờ sau');
  expect(html).toContain('Chỉ xuất trình');
});

test('where nothing is taken online there is no button to begin', () => {
  const html = renderIn(aFrame(pages.assets), <ProcedurePage procedure={aProcedure()} crumbs={[]} />);
  expect(html).not.toContain('Nộp hồ sơ trực tuyến');
  expect(html).toContain('chưa nhận hồ sơ trực tuyến');
});

test('of a procedure that the province has not published nothing is said to be free, or to need no papers', () => {
  const record = { ...aProcedure(), components: [], fees: [], isRecord: true as const };
  const html = renderIn(aFrame(pages.assets), <ProcedurePage procedure={record} crumbs={[]} />);
  expect(html).not.toContain('Không phải nộp giấy tờ.');
  expect(html).not.toContain('Không thu phí, lệ phí.');
});

const fileOf = (name: string, more = ''): Buffer =>
  readFileSync(join(pages.assetFolder, `${pages.assets[name]?.slice('/assets/'.length)}${more}`));
