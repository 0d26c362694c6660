/**
 * The pictures of README: `node_modules/.bin/node scripts/take-pictures.ts http://127.0.0.1:3000`, beside a demonstration (`npm start`) that was begun on an empty folder.
 * Written to docs/pictures; the same pages give the same pictures, but for the day.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_COMMUNE, DEMO_PASSWORD } from '../src/demo/demo-accounts.ts';
import { fromRoot } from '../src/platform/config/project-root.ts';
import { DEMO_ADMINISTRATOR } from '../src/platform/identity/demo-officers.ts';
import { launchBrowser } from '../test/harness/browser.ts';

interface Picture {
  readonly name: string;
  /** Whom it is shown to; nobody signed in when left out. */
  readonly login?: string;
  readonly scheme?: 'dark';
  readonly width: number;
  readonly height: number;
  /** A path, or how one comes to the page. */
  readonly at: string | ((page: Page) => Promise<void>);
}

const officer = (role: string): string => `${role === 'CT' ? 'ubnd' : 'vp'}-${DEMO_COMMUNE}.${role.toLowerCase()}`;
/** A leader of the province: sees the whole of it. */
const PROVINCE = 'ubnd-tinh.ct';
const WALL = { width: 1920, height: 1080 };
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };

const PICTURES: readonly Picture[] = [
  { name: 'home', ...DESK, at: '/' },
  { name: 'procedure-phone', ...PHONE, at: '/thu-tuc/1.001193' },
  { name: 'search-phone-dark', ...PHONE, scheme: 'dark', at: '/tim?q=kahi+sinh' },
  { name: 'queue', ...DESK, login: officer('HT'), at: openFirst },
  { name: 'wall', ...WALL, login: PROVINCE, at: '/can-bo/trung-tam/man-hinh' },
  { name: 'wall-3840', width: 3840, height: 2160, login: PROVINCE, at: '/can-bo/trung-tam/man-hinh' },
  { name: 'centre-phone', ...PHONE, login: PROVINCE, at: '/can-bo/trung-tam' },
  { name: 'findings', ...DESK, login: officer('CT'), at: '/can-bo/giam-sat?cua=don-vi' },
  { name: 'scenario', ...DESK, login: DEMO_ADMINISTRATOR, at: '/quan-tri/kich-ban/V01' },
  { name: 'indicators', ...DESK, login: PROVINCE, at: '/can-bo/chi-so' },
  { name: 'plan', ...DESK, at: '/de-an' },
  { name: 'figures-dark', ...DESK, scheme: 'dark', login: officer('CT'), at: '/can-bo/so-lieu' },
];

/** The queue of the unit with its first dossier open beside it. */
async function openFirst(page: Page): Promise<void> {
  await page.goto('/can-bo/ho-so?hang=don-vi');
  await page.locator('main a[href*="mo="]').first().click();
  await page.locator('turbo-frame h2, turbo-frame h1').first().waitFor();
}

async function signIn(context: BrowserContext, login: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('/dang-nhap');
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/dang-nhap');
  await page.close();
}

async function take(browser: Browser, baseURL: string, picture: Picture): Promise<void> {
  const { name, login, scheme = 'light', width, height, at } = picture;
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  try {
    if (login !== undefined) await signIn(context, login);
    const page = await context.newPage();
    if (typeof at === 'string') await page.goto(at);
    else await at(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    process.stdout.write(`${name}.png\n`);
  } finally {
    await context.close();
  }
}

const folder = fromRoot('docs/pictures');
const baseURL = process.argv[2];
if (baseURL === undefined) {
  process.stderr.write('Cần địa chỉ của chương trình đang chạy. / The address of the running program is needed.\n');
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const picture of PICTURES) await take(browser, baseURL, picture);
  } finally {
    await browser.close();
  }
}
