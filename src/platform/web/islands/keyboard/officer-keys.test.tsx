import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../../../../test/harness/browser.ts';
import { aFrame, renderIn, type ServedPages, servePages } from '../../../../../test/harness/pages.tsx';
import { ActionList } from '../../components/action-list/action-list.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { OfficerLayout } from '../../layouts/officer-layout.tsx';

let pages: ServedPages;
let browser: Browser;
let page: Page;

const codes = ['261105-0031', '261118-0207', '261119-0044'];

beforeAll(async () => {
  pages = await servePages();
  browser = await launchBrowser();
});

beforeEach(async () => {
  const queue = (
    <OfficerLayout title="Việc của tôi" search={{ action: '/can-bo/tim' }}>
      <form id="hang-loat" />
      <DataTable
        caption="Việc của tôi"
        dense
        rows={codes}
        keyOf={(code) => code}
        selected={codes[1]}
        choose={{ name: 'chon', form: 'hang-loat', label: (code) => `Chọn ${code}` }}
        columns={[{ key: 'code', head: 'Mã', names: true, cell: (code) => <a href={`#${code}`}>{code}</a> }]}
      />
      <ActionList actions={[{ label: 'Trình ký', keyHint: 't', effect: '', does: { href: '#trinh-ky' } }]} />
    </OfficerLayout>
  );
  page = await browser.newPage();
  await page.goto(pages.put('/hang-doi', renderIn(aFrame(pages.assets), queue)));
});

afterAll(async () => {
  await browser?.close();
  pages?.close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const focused = () => page.evaluate(() => document.activeElement?.textContent);
const chosen = () =>
  page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.value));
const hash = () => page.evaluate(() => location.hash);

test('j enters at the open row and goes down, k goes up, Enter opens', async () => {
  await press('j');
  expect(await focused()).toBe(codes[1]);
  await press('j');
  expect(await focused()).toBe(codes[2]);
  await press('k', 'k', 'Enter');
  expect(await hash()).toBe(`#${codes[0]}`);
});

test('at the end of the list the focus stays', async () => {
  await press('j', 'j', 'j', 'j');
  expect(await focused()).toBe(codes[2]);
});

test('x chooses the row that has the focus and takes it back', async () => {
  await press('j', 'x');
  expect(await chosen()).toEqual([codes[1]]);
  await press('x');
  expect(await chosen()).toEqual([]);
});

test('/ goes to the search, where letters are letters', async () => {
  await press('/', 'j', 'x', 't');
  expect(await page.inputValue('input[type=search]')).toBe('jxt');
  expect(await hash()).toBe('');
});

test('an act is done by the key printed on it, and not with Control held', async () => {
  await press('Control+t');
  expect(await hash()).toBe('');
  await press('t');
  expect(await hash()).toBe('#trinh-ky');
});
