/** An officer's screen: a browser with script that is worked by its keyboard alone; each page is looked at by axe in light and dark. */
import type { Browser, Page } from 'playwright-core';
import { sessionCookieOf } from '../../src/platform/identity/sign-in-routes.tsx';
import { axeFaults, sidewaysFaults } from '../harness/axe.ts';
import { aSession, type Who } from '../harness/people.ts';
import type { House } from '../harness/house.ts';
import type { RealApp } from './real-app.ts';

export interface Desk {
  readonly page: Page;
  /** Tab until the control with this name has the focus. */
  reach(name: string): Promise<void>;
  /** The same, then what is typed into it. */
  fill(name: string, text: string): Promise<void>;
  /** Arrows down a list until this option is chosen. */
  pick(name: string, option: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Looks at the page as it stands, in both modes. */
  look(): Promise<void>;
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const MOST_TABS = 300;

export async function takeDesk(
  browser: Browser,
  real: RealApp,
  { who, width, height }: { who: Exclude<Who, 'guest'>; width: number; height: number },
): Promise<Desk> {
  const { platform } = real.app;
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', reducedMotion: 'reduce' });
  const value = await aSession(real.app as unknown as House, who);
  await context.addCookies([{ name: sessionCookieOf(platform), value, url: real.url }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.url()}: ${response.status()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  async function reach(name: string): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(nameOfFocus)).startsWith(name)) return;
    }
    throw new Error(`${name} is out of the keyboard's reach on ${page.url()}`);
  }
  return {
    page,
    faults,
    reach,
    async fill(name, text) {
      await reach(name);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async pick(name, option) {
      await reach(name);
      await page.keyboard.press('Home');
      for (let keys = 0; keys < MOST_TABS; keys++) {
        if ((await page.evaluate(chosenOption)).includes(option)) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`${name} has no option ${option}`);
    },
    press: (key) => page.keyboard.press(key),
    async look() {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        const path = new URL(page.url()).pathname;
        const found = [...(await axeFaults(page)), ...(await sidewaysFaults(page))];
        faults.push(...found.map((fault) => `${path} (${scheme}): ${fault}`));
      }
    },
    close: () => context.close(),
  };
}

/** Runs in the page. */
function nameOfFocus(): string {
  const focused = document.activeElement as HTMLInputElement | null;
  const name = focused?.labels?.[0]?.textContent ?? focused?.getAttribute('aria-label') ?? focused?.textContent;
  return (name ?? '').trim();
}

/** Runs in the page. */
const chosenOption = (): string => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text ?? '';
