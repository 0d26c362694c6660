/** What axe finds on a page as a browser shows it now, and whether it scrolls sideways. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** `rule: element, and what to do about it`, empty when all is well. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      // every rule, but only what it finds wrong: gathering what passes takes as long again
      resultTypes: ['violations'],
    });
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  });
}

export async function sidewaysFaults(page: Page): Promise<string[]> {
  const [wide, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  return wide !== undefined && seen !== undefined && wide > seen ? [`scrolls sideways: ${wide} px in ${seen}`] : [];
}
