/** A real browser for tests: Chromium of the machine where there is one, else the one that comes with the packages. */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MOST_TRIES = 30;

/** Headless, without the graphics card. Close it in `afterAll`. `more` are arguments of Chromium. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = INSTALLED.find((path) => existsSync(path)) ?? (await packagedChromium());
  const args = ['--no-sandbox', '--disable-gpu', '--no-zygote', '--hide-scrollbars', ...more];
  for (let tries = 0; ; tries++) {
    try {
      return await chromium.launch({ executablePath, args });
    } catch (error) {
      if (!isBeingUnpacked(error) || tries === MOST_TRIES) throw error;
      await setTimeout(1000);
    }
  }
}

/** Another test file is still unpacking the program that this one found. */
const isBeingUnpacked = (error: unknown): boolean => error instanceof Error && error.message.includes('ETXTBSY');

/** With this variable @sparticuz/chromium unpacks its own libraries and fonts too, which a bare machine lacks; its own argument list turns safety off and is not used. */
async function packagedChromium(): Promise<string> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
