/** A citizen's phone: 390 px wide, without script; each page it shows is looked at by axe in light and dark. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFaults, sidewaysFaults } from '../harness/axe.ts';

export interface Phone {
  readonly page: Page;
  /** Opens the page that is shown now in a browser with script, in both modes, and keeps what is wrong with it. */
  look(): Promise<void>;
  /** The same person's page in a browser where scripts may run, and the pictures of papers that it asks for. */
  lookWithScript(url: string): Promise<{ readonly page: Page; readonly pictures: readonly string[] }>;
  /** Everything that was wrong on any page, with its address. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const VIEWPORT = { width: 390, height: 844 };

export async function takePhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ viewport: VIEWPORT, javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.url()}: ${response.status()}`);
  });
  const eyes = [await openEye(browser, 'light'), await openEye(browser, 'dark')];
  return {
    page,
    faults,
    async look() {
      for (const eye of eyes) faults.push(...(await faultsAt(eye, context, page.url())));
    },
    async lookWithScript(url) {
      const [eye] = eyes;
      const seeing = await (eye as Eye).context.newPage();
      const pictures = picturesOf(seeing);
      await seeing.goto(url, { waitUntil: 'load' });
      return { page: seeing, pictures };
    },
    async close() {
      for (const eye of eyes) await eye.context.close();
      await context.close();
    },
  };
}

/** Grows with each picture of a paper that a page is answered with: its status, its kind and where it came from. */
export function picturesOf(page: Page): readonly string[] {
  const pictures: string[] = [];
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    if (search === '?anh=1') pictures.push(`${response.status()} ${response.headers()['content-type']} ${pathname}`);
  });
  return pictures;
}

interface Eye {
  readonly scheme: 'light' | 'dark';
  readonly context: BrowserContext;
  readonly page: Page;
}

async function openEye(browser: Browser, scheme: Eye['scheme']): Promise<Eye> {
  const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: scheme });
  return { scheme, context, page: await context.newPage() };
}

/** As the person on the phone sees it: with their cookies. */
async function faultsAt({ scheme, context, page }: Eye, signedIn: BrowserContext, url: string): Promise<string[]> {
  await context.addCookies(await signedIn.cookies());
  await page.goto(url, { waitUntil: 'load' });
  const path = new URL(url).pathname;
  const faults = [...(await axeFaults(page)), ...(await sidewaysFaults(page))];
  return faults.map((fault) => `${path} (${scheme}): ${fault}`);
}
