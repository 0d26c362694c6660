/** Pages without a server behind them: rendered, served with the built assets under the product's content security policy, and looked at by a real browser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { VNode } from 'preact';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { buildAssets } from '../../scripts/build-assets.mjs';
import type { AssetManifest } from '../../src/platform/web/assets.ts';
import { FrameProvider, type PageFrame, type Reader } from '../../src/platform/web/frame.tsx';
import { renderPage } from '../../src/platform/web/render-page.ts';
import { axeFaults, sidewaysFaults } from './axe.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-test'; img-src 'self' data: blob:; font-src 'self'; frame-src 'self'; base-uri 'none'";
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

export interface ServedPages {
  readonly assets: AssetManifest;
  /** Folder with the built files. */
  readonly assetFolder: string;
  /** Serves a page under a path and answers its address. */
  put(path: string, html: string): string;
  close(): void;
}

/** Files of one worker share what is built, as they share its modules. */
let built: Promise<{ readonly folder: string; readonly assets: AssetManifest }> | undefined;

function builtAssets(): NonNullable<typeof built> {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vamco-assets-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return { folder, assets: await buildAssets(folder) };
  })();
  return built;
}

/** Serves the built assets and what is put on 127.0.0.1. */
export async function servePages(): Promise<ServedPages> {
  const { folder: assetFolder, assets } = await builtAssets();
  // also the pieces that islands share
  const files = new Set(readdirSync(assetFolder).map((name) => `/assets/${name}`));
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const html = pages.get(path);
    if (html !== undefined) {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
        .end(html);
    } else if (files.has(path)) {
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] })
        .end(readFileSync(join(assetFolder, path.slice(8))));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    assets,
    assetFolder,
    put: (path, html) => {
      pages.set(path, html);
      return origin + path;
    },
    close: () => server.close(),
  };
}

/** A page frame as a request would make it: a guest, in Vietnamese, at `path`. */
export function aFrame(assets: AssetManifest, changes: Partial<PageFrame> = {}): PageFrame {
  return {
    locale: 'vi',
    path: '/',
    assets,
    simulated: true,
    nonce: 'test',
    newCommandId: () => '019aafe2-0000-7000-8000-000000000000',
    reader: { signedIn: false, signIn: '/dang-nhap' },
    site: {
      places: [],
      service: { vi: 'Dịch vụ công tỉnh Tây Ninh', en: 'Public services of Tây Ninh' },
      responsible: { vi: 'Ủy ban nhân dân tỉnh Tây Ninh', en: 'People’s Committee of Tây Ninh' },
      about: { vi: 'Bộ phận một cửa các xã, phường làm việc từ thứ Hai đến thứ Sáu.' },
      hotline: { number: '1022', note: { vi: 'cả ngày và đêm', en: 'day and night' } },
      menu: [
        { label: { vi: 'Thủ tục', en: 'Procedures' }, href: '/thu-tuc' },
        { label: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' }, href: '/tra-cuu' },
      ],
      services: [{ label: { vi: 'Nơi nộp hồ sơ', en: 'Counters' }, href: '/noi-nop' }],
      policies: [{ label: { vi: 'Bảo vệ dữ liệu cá nhân', en: 'Personal data' }, href: '/bao-ve-du-lieu' }],
    },
    ...changes,
  };
}

/** Somebody who is signed in, a citizen unless a desk is given. */
export const aReader = (name: string, changes: Partial<Extract<Reader, { signedIn: true }>> = {}): Reader => ({
  signedIn: true,
  name,
  home: '/ho-so-cua-toi',
  account: '/tai-khoan/phien',
  inbox: '/thong-bao',
  unread: 0,
  signOut: '/dang-xuat',
  ...changes,
});

export const renderIn = (frame: PageFrame, page: VNode): string =>
  renderPage(<FrameProvider frame={frame}>{page}</FrameProvider>);

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Of each browser: a window that is turned to one page after the other, which takes a third of the time that a new one would. */
const windows = new WeakMap<Browser, Promise<Page>>();

async function windowOf(browser: Browser): Promise<Page> {
  const open =
    windows.get(browser) ??
    // colours that are still on their way from one scheme to the other are nobody's fault
    browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' }).then((context) => context.newPage());
  windows.set(browser, open);
  return open;
}

/** What a designer and axe would complain about: rule violations, a page that scrolls sideways, anything the browser refused to load. */
export async function faultsOf(browser: Browser, address: string, { width, scheme }: Look): Promise<string[]> {
  const page = await windowOf(browser);
  const faults: string[] = [];
  const hear = (message: ConsoleMessage): void => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  };
  page.on('console', hear);
  await page.setViewportSize({ width, height: 844 });
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  faults.push(...(await sidewaysFaults(page)), ...(await axeFaults(page)));
  page.off('console', hear);
  return faults;
}
