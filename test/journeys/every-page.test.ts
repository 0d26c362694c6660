import axe from 'axe-core';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromRoot } from '../../src/platform/config/project-root.ts';
import { buildServer } from '../../src/platform/http/server.tsx';
import { findSession } from '../../src/platform/identity/find-session.ts';
import { sessionCookieOf } from '../../src/platform/identity/sign-in-routes.tsx';
import type { DossierTables } from '../../src/systems/dossiers/index.ts';
import { browse, type Page, shapeOf } from '../harness/browse.ts';
import { launchBrowser } from '../harness/browser.ts';
import { aBirthDossier, COMMUNE, type Stage } from '../harness/dossiers.ts';
import { aHouse, type House } from '../harness/house.ts';
import { hrefsOf } from '../harness/page-faults.ts';
import { anAccount, aSession, type Who } from '../harness/people.ts';

/** Everybody's first page of each route, as a browser shows it: on a phone by day, on a desk by night. */
const LOOKS = [
  { scheme: 'light', viewport: { width: 390, height: 844 } },
  { scheme: 'dark', viewport: { width: 1440, height: 900 } },
] as const;

const visitors: readonly (readonly [string, Who])[] = [
  ['a guest', 'guest'],
  ['a citizen', 'citizen'],
  ['a reception officer', { role: 'TN', unit: 'H53.101.1' }],
  ['a civil-status officer', { role: 'HT', unit: 'H53.101.2' }],
  ['a chairman', { role: 'CT', unit: 'H53.101' }],
  ['the administrator', 'administrator'],
];

let house: House<DossierTables>;
let server: Awaited<ReturnType<typeof buildServer>>;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  // visits are told apart by address, and the limits on one address are not what is asked here
  house = await aHouse<DossierTables>({ TRUST_PROXY: 'on' });
  const { platform } = house;
  server = await buildServer({
    platform,
    identify: (token, clock) =>
      findSession(platform.db, { token, at: clock(), permissions: platform.registry.permissions }),
    sessionCookie: sessionCookieOf(platform),
    assetFolder: fromRoot('dist/assets'),
    isReady: () => true,
  });
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  const accountId = await anAccount(house, 'citizen');
  for (const stage of ['submitted', 'supplement-asked', 'accepted', 'withdrawn'] as Stage[])
    await aBirthDossier(house, { accountId, stage });
  await house.readJournal();
  const citizen = await browse(house, server, { as: 'citizen' });
  const start = '/thu-tuc/1.001193/nop';
  await citizen.press(await citizen.get(start), start, { area: COMMUNE });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  await house.close();
});

/** One path of each route that this visitor comes to by following links. */
async function findPages(who: Who): Promise<string[]> {
  const visitor = await browse(house, server, { as: who });
  const routes = house.platform.registry.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const shapes = routes.map((path) => shapeOf(path));
  const routeOf = (path: string) => shapes.findIndex((shape) => shape.test(new URL(path, origin).pathname));
  const waiting = routes.filter((path) => !/[:*]/.test(path));
  const seen = new Set(waiting.map(routeOf));
  const pages: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await visitor.look(path);
    if (page.tree && page.status === 200) pages.push(path);
    for (const next of linksOf(page)) {
      const route = routeOf(next);
      if (route < 0 || seen.has(route)) continue;
      seen.add(route);
      waiting.push(next);
    }
  }
  return pages;
}

const linksOf = ({ tree, path, location }: Page): string[] =>
  (location === undefined ? (tree ? hrefsOf(tree) : []) : [location])
    .map((href) => new URL(href, `http://here${path}`))
    .filter(({ origin: at, searchParams }) => at === 'http://here' && !searchParams.has('ngon-ngu'))
    .map(({ pathname, search }) => pathname + search);

async function faultsAt(tab: Tab, path: string): Promise<string[]> {
  await tab.goto(origin + path, { waitUntil: 'load' });
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await tab.evaluate(axe.source);
  const found = await tab.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
  });
  return [...found, ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : [])];
}

test.each(visitors)('axe finds nothing on any page of %s, light and dark', async (_, who) => {
  const paths = await findPages(who);
  expect(paths.length).toBeGreaterThan(7);
  const wrong: string[] = [];
  for (const { scheme, viewport } of LOOKS) {
    const context = await browser.newContext({
      viewport,
      colorScheme: scheme,
      extraHTTPHeaders: { 'x-forwarded-for': `10.9.${visitors.findIndex(([, one]) => one === who)}.1` },
    });
    if (who !== 'guest')
      await context.addCookies([
        { name: sessionCookieOf(house.platform), value: await aSession(house, who), url: origin },
      ]);
    const tab = await context.newPage();
    tab.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${tab.url()}: ${message.text()}`);
    });
    for (const path of paths)
      wrong.push(...(await faultsAt(tab, path)).map((fault) => `${path} (${scheme}): ${fault}`));
    await context.close();
  }
  expect(wrong).toEqual([]);
});
