/** At once: from the answer of an act that breaks a rule to the change on the screens that stand open before a head of unit and before the province. */
import { setTimeout as delay } from 'node:timers/promises';
import { loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { DEMO_PASSWORD, makeDemoAccounts } from '../../src/demo/demo-accounts.ts';
import { systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { launchBrowser } from '../../test/harness/browser.ts';
import { COMMUNE } from '../acts.ts';
import { findLeader } from '../leaders.ts';
import type { Bench, BenchRow } from '../program.ts';
import { startProgramOn } from '../running-program.ts';
import { SimulatedLives } from './simulated-lives.ts';

const ACTS = 20;
const PROCEDURE = '1.013225';
/** What V09 finds: a fee that nobody has published. */
const UNPUBLISHED = {
  type: 'dossiers.payment-asked',
  body: { total: 50_000, paid: 0, items: [{ key: 'tip', amount: 50_000 }] },
};

/** The act is done in this process, the screens are told by the program's. */
export async function measurePart({ dataDir, log }: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened }) => {
    const platform = await makePlatform(config, systemClock, opened);
    await makeDemoAccounts(platform);
    const lives = await SimulatedLives.begin(platform, `at-once ${newId()}`, () => undefined);
    const program = await startProgramOn(dataDir);
    const browser = await launchBrowser();
    try {
      const screens: readonly Screen[] = [
        {
          what: 'the open findings of the head of the unit',
          part: { of: '[data-slot="queue-news"]', having: '', read: '' },
          page: await open(
            browser,
            `${program.url}/can-bo/giam-sat?cua=don-vi&trang=open`,
            await findLeader(opened.db, COMMUNE),
          ),
        },
        {
          what: 'the wall of the province',
          part: { of: '.vc-tile', having: 'Phát hiện chưa kết luận', read: 'b' },
          page: await open(browser, `${program.url}/can-bo/trung-tam/man-hinh`, await findLeader(opened.db)),
        },
      ];
      const times = await measure(lives, screens, log);
      return [
        ...screens.map(({ what }, index): BenchRow => {
          const own = times.map((of) => of[index] ?? Number.NaN).toSorted((a, b) => a - b);
          const [half = Number.NaN, most = Number.NaN] = [own[Math.floor(own.length / 2)], own.at(-1)];
          return [
            `from the answer of an act that breaks a rule to ${what}, ${own.length} acts`,
            `${Math.round(half)} ms in half of them, ${Math.round(most)} ms at most`,
            '< 1,000 ms',
          ];
        }),
        [
          'load of the machine at the end, over 1, 5 and 15 minutes',
          loadavg()
            .map((one) => one.toFixed(1))
            .join(', '),
          '',
        ],
      ];
    } finally {
      await browser.close();
      await program.stop();
    }
  });
}

interface Screen {
  readonly what: string;
  readonly page: Page;
  readonly part: Part;
}

/** What changes: an element, the first that says these words, and the part of it that is read. */
interface Part {
  readonly of: string;
  readonly having: string;
  readonly read: string;
}

/** Milliseconds of each act, screen by screen. */
async function measure(lives: SimulatedLives, screens: readonly Screen[], log: Bench['log']): Promise<number[][]> {
  const times: number[][] = [];
  for (let index = 0; index < ACTS; index++) {
    await lives.submit(index, { procedure: PROCEDURE, channel: 'online' });
    await lives.accept(index);
    // never in step with those who look on
    await delay(2000 + ((index * 137) % 1000));
    for (const { page, part } of screens) await page.evaluate(watch, part);
    await lives.actRaw(index, 'payment', { entries: [UNPUBLISHED] });
    const answered = performance.timeOrigin + performance.now();
    const seen = await Promise.all(screens.map(({ page }) => page.evaluate(changed)));
    times.push(seen.map((at) => Math.max(0, (at ?? Number.NaN) - answered)));
    log(
      `${index + 1} of ${ACTS}: ${times
        .at(-1)
        ?.map((one) => Math.round(one))
        .join(', ')} ms`,
    );
  }
  return times;
}

type Watching = typeof globalThis & { changed?: Promise<number> };

/** Runs in the page. */
function watch({ of, having, read }: Part): void {
  const text = (): string => {
    const element = [...document.querySelectorAll(of)].find((one) => one.textContent.includes(having));
    return (read === '' ? element : element?.querySelector(read))?.textContent ?? '';
  };
  const before = text();
  (globalThis as Watching).changed = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (text() === before) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Runs in the page. */
const changed = (): Promise<number> | undefined => (globalThis as Watching).changed;

async function open(browser: Browser, url: string, login: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(new URL('/dang-nhap', url).href);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('input[name="password"]').press('Enter');
  await page.waitForURL(({ pathname }) => pathname !== '/dang-nhap');
  const told = page.waitForResponse((response) => response.url().includes('truc-tiep'));
  await page.goto(url);
  await told;
  return page;
}
