/** The first page a citizen meets, in a real browser: what comes over the wire to an empty cache, and what Lighthouse says of it on a phone. */
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/harness/browser.ts';
import type { BenchRow } from './program.ts';

export interface PagesToMeasure {
  readonly url: string;
  /** Code of a dossier to track. */
  readonly code: string;
  readonly log: (line: string) => void;
}

export async function measurePages({ url, code, log }: PagesToMeasure): Promise<readonly BenchRow[]> {
  const pages = {
    'home page': '/',
    'a procedure': '/thu-tuc/1.001193',
    search: '/thu-tuc?q=khai%20sinh',
    tracking: `/tra-cuu?ma=${code}`,
  };
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const rows: BenchRow[] = [];
    for (const [name, path] of Object.entries(pages)) {
      log(`${name}: ${path}`);
      rows.push(...transferRows(name, await measureTransfer(browser, url + path)));
      rows.push([
        `${name}: Lighthouse on a phone, ${CATEGORIES.join(', ')}`,
        await judge(url + path, port),
        '100 each',
      ]);
    }
    return rows;
  } finally {
    await browser.close();
  }
}

interface Transfer {
  /** Bytes with headers, as the browser counts them on the wire. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly requests: number;
}

const TEXTS = new Set(['Document', 'Stylesheet']);

function transferRows(name: string, { bytes, requests }: Transfer): BenchRow[] {
  const sum = (isWanted: (type: string) => boolean) =>
    Object.entries(bytes).reduce((total, [type, size]) => total + (isWanted(type) ? size : 0), 0);
  const kilobytes = (size: number) => `${(size / 1000).toFixed(1)} kB`;
  const scripts = bytes.Script === undefined ? 'no script' : `SCRIPTS of ${kilobytes(bytes.Script)}`;
  return [
    [`${name}: HTML and CSS on the wire`, kilobytes(sum((type) => TEXTS.has(type))), '≤ 25 kB'],
    [`${name}: fonts`, kilobytes(sum((type) => type === 'Font')), '≤ 35 kB'],
    [`${name}: all of ${requests} requests`, `${kilobytes(sum(() => true))}, ${scripts}`, '< 60 kB, no script'],
  ];
}

async function measureTransfer(browser: Browser, address: string): Promise<Transfer> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    const types = new Map<string, string>();
    const bytes: Record<string, number> = {};
    wire.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? 'Other';
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    return { bytes, requests: types.size };
  } finally {
    await context.close();
  }
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's own phone on its own slow line; what is below 100 is named. */
async function judge(address: string, port: number): Promise<string> {
  const judged = await lighthouse(address, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
  if (!judged) throw new Error(`Lighthouse said nothing of ${address}`);
  const { categories, audits } = judged.lhr;
  const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100));
  const wanting = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
  return [scores.join(', '), ...wanting].join('; ');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
