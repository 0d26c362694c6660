/** Eyes: what a test has fetched, opened in a real browser at a desk in the light and on a small phone in the dark, without going back to the server. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
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
  let shown: Shown = { path: '/', body: '', policy: undefined };
  // a server and not an interception: so the browser keeps the assets from one page to the next
  const server = createServer((request, response) => answer(request.url ?? '/', response, { shown, assets }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  // colours that are still on their way from one scheme to the other are nobody's fault
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  let faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`throws: ${error.message}`));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  return {
    async look(asked) {
      shown = asked;
      faults = [];
      await page.goto(`http://127.0.0.1:${port}${asked.path}`, { waitUntil: 'load' });
      for (const look of LOOKS) faults.push(...(await faultsIn(page, look)));
      return faults;
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answer(
  url: string,
  response: ServerResponse,
  { shown, assets }: { readonly shown: Shown; readonly assets: ReadonlyMap<string, Buffer> },
): void {
  const { pathname, search } = new URL(url, 'http://here');
  const asset = assets.get(pathname);
  const contentType = TYPES[/\.\w+$/.exec(pathname)?.[0] ?? ''];
  if (asset && contentType) {
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'public, max-age=3600' }).end(asset);
    return;
  }
  const asked = new URL(shown.path, 'http://here');
  // whatever else the page asks for is not there
  if (pathname + search !== asked.pathname + asked.search) {
    response.writeHead(404).end();
    return;
  }
  const policy = shown.policy === undefined ? {} : { 'content-security-policy': shown.policy };
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...policy })
    .end(shown.body);
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
