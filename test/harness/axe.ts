/** What axe finds on a page as a browser shows it now, and whether it scrolls sideways: of one state of the page, at rest. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A page that moves this often while it is looked at does not come to rest: that is a fault of its own. */
const MOST_LOOKS = 6;

/** `rule: element, and what to do about it`, empty when all is well. */
export const axeFaults = (page: Page): Promise<string[]> =>
  atRest(page, async () => {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
    return page.evaluate(runAxe);
  });

export const sidewaysFaults = (page: Page): Promise<string[]> =>
  atRest(page, async () => ({ moved: false, faults: await page.evaluate(measureWidth) }));

interface Looked {
  /** A visit began or ended meanwhile. */
  readonly moved: boolean;
  readonly faults: string[];
}

/** Turbo marks the whole page as busy while it visits, which axe finds; what was seen of a page that moved is thrown away and looked at again. */
async function atRest(page: Page, look: () => Promise<Looked>): Promise<string[]> {
  let visits = 0;
  const count = (frame: unknown) => {
    if (frame === page.mainFrame()) visits++;
  };
  page.on('framenavigated', count);
  try {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      await page.waitForLoadState('load');
      await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' });
      const before = visits;
      const looked = await look().catch((error: unknown) => {
        if (isOfLeftPage(error)) return null;
        throw error;
      });
      if (looked && !looked.moved && visits === before) return looked.faults;
    }
    throw new Error(`${page.url()} did not come to rest in ${MOST_LOOKS} looks`);
  } finally {
    page.off('framenavigated', count);
  }
}

/** As the browser says it when the document of a question is no longer there, or has just come without axe. */
const isOfLeftPage = (error: unknown): boolean =>
  error instanceof Error && /context was destroyed|Cannot find context|axe is not|reading 'run'/.test(error.message);

/** Runs in the page. */
async function runAxe(): Promise<{ moved: boolean; faults: string[] }> {
  const root = document.documentElement;
  let moved = root.hasAttribute('aria-busy');
  const watch = new MutationObserver(() => {
    moved = true;
  });
  watch.observe(root, { attributeFilter: ['aria-busy'] });
  const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
    // every rule, but only what it finds wrong: gathering what passes takes as long again
    resultTypes: ['violations'],
  });
  moved ||= watch.takeRecords().length > 0;
  watch.disconnect();
  const faults = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
  return { moved, faults };
}

/** Runs in the page. */
function measureWidth(): string[] {
  const { scrollWidth: wide, clientWidth: seen } = document.documentElement;
  const faults = wide > seen ? [`scrolls sideways: ${wide} px in ${seen}`] : [];
  // rows that are read down are read without moving the table
  if (seen < 720)
    for (const table of document.querySelectorAll('.vc-table[data-cards]'))
      if (table.scrollWidth > (table.parentElement?.clientWidth ?? 0) + 1)
        faults.push(`cards of ${table.scrollWidth} px in ${table.parentElement?.clientWidth}`);
  return faults;
}
