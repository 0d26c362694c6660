/** Eyes: what a test has fetched, opened in a real browser at a desk in the light and on a small phone in the dark, without going back to the server. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page, Route } from 'playwright-core';
import { buildAssets } from '../../scripts/build-assets.mjs';
import { axeFaults, sidewaysFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';

export interface Eyes {
  /** What axe and a narrow screen complain about, and what the browser itself refuses or throws. */
  look(page: Shown): Promise<string[]>;
  close(): Promise<void>;
}

export interface Shown {
  readonly path: string;
  readonly body: string;
  readonly policy: string | undefined;
}

const LOOKS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 320 },
] as const;

/** Assets are asked for by their logical names, as `serverOf` writes them. */
export async function openEyes(): Promise<Eyes> {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-eyes-'));
  const manifest = await buildAssets(folder);
  const named = Object.entries(manifest).map(([name, path]) => [name, path.slice(8)] as const);
  // islands ask for the pieces they share by their own names
  const pieces = readdirSync(folder).map((file) => [file, file] as const);
  const assets = new Map(
    [...named, ...pieces].map(([name, file]) => [`/assets/${name}`, readFileSync(join(folder, file))]),
  );
  const browser = await launchBrowser();
  // colours that are still on their way from one scheme to the other are nobody's fault
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.addInitScript(axe.source);
  let shown: Shown = { path: '/', body: '', policy: undefined };
  let faults: string[] = [];
  await page.route('**/*', (route) => answer(route, shown, assets));
  page.on('pageerror', (error) => faults.push(`throws: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  return {
    async look(asked) {
      shown = asked;
      faults = [];
      await page.goto(`http://here${asked.path}`, { waitUntil: 'load' });
      for (const look of LOOKS) faults.push(...(await faultsIn(page, look)));
      return faults;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answer(route: Route, { body: html, policy }: Shown, assets: ReadonlyMap<string, Buffer>): Promise<void> {
  const request = route.request();
  if (request.isNavigationRequest() && request.frame().parentFrame() === null)
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: html,
      headers: policy === undefined ? {} : { 'content-security-policy': policy },
    });
  const { pathname } = new URL(request.url());
  const body = assets.get(pathname);
  const contentType = TYPES[/\.\w+$/.exec(pathname)?.[0] ?? ''];
  return body && contentType ? route.fulfill({ contentType, body }) : route.abort();
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

async function faultsIn(page: Page, { scheme, width }: (typeof LOOKS)[number]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: 844 });
  const faults = [...(await axeFaults(page)), ...(await sidewaysFaults(page))];
  return faults.map((fault) => `${scheme}, ${width} px: ${fault}`);
}
