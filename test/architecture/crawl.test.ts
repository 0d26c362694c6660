import type { FastifyInstance } from 'fastify';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/platform/journal/entry.ts';
import type { Registry } from '../../src/platform/system/registry.ts';
import type { Locale } from '../../src/platform/i18n/texts.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { browse, type Page, serverOf, shapeOf } from '../harness/browse.ts';
import { aBirthDossier, COMMUNE, type Stage } from '../harness/dossiers.ts';
import { attributeOf } from '../harness/html-faults.ts';
import { hrefsOf } from '../harness/page-faults.ts';
import { aHouse, type House } from '../harness/house.ts';
import { anAccount, type Who } from '../harness/people.ts';

/** Pages that nothing links to, each with the reason. */
const UNLINKED: Readonly<Record<string, string>> = {
  '/tai-khoan': 'who has just signed in is sent to it, and on to where they work',
  '/dang-nhap/vneid': 'the sign-in page offers it where VNeID is configured',
  '/dang-nhap/vneid/tra-loi': 'VNeID sends people back to it',
  '/dang-xuat': 'VNeID sends people back to it after signing out',
  '/ho-so/:code/nop-tien/ma-qr.png': 'linked while a dossier waits for money',
  '/thong-bao/ngung': 'an e-mail links to it',
  '/nop-ho-so/:draft/kiem-tra': 'linked once every part of the form is answered',
  '/can-bo/ho-so/:code/giay-to/:paper': 'linked where a slip was issued',
  '/nop-ho-so/:draft/nop': 'where the review page posts to',
  '/ho-so/:code/du-thao/ban-du-thao.pdf': 'linked from the draft result',
  '/ho-so/:code/danh-gia': 'linked once a dossier has its result',
  '/xac-minh/:code': 'papers carry it as a QR code',
  '/ho-so/:code/da-nop': 'shown once, after a dossier is sent in',
  '/ho-so/:code/du-thao': 'linked while a draft result waits for its citizen',
  '/can-bo/quay/da-nhan/:code': 'shown once, after a dossier is taken in at the counter',
  '/can-bo/ho-so/:code/du-thao.pdf': 'linked at the step of signing',
  '/tep/:file': 'linked where a dossier has a file',
  '/quan-tri/nhap-danh-muc/:id': 'linked after an import',
  '/quan-tri/thay-doi-danh-muc/:id': 'linked after an import that says otherwise than the one before',
};

/** Of the pages of one route with the same question asked, which may be thousands, this many are looked at; of one's own things all that were made here. */
const OF_EACH_ROUTE = { public: 2, own: 4 };

const visits: readonly (readonly [string, Who, Locale])[] = [
  ['a guest', 'guest', 'vi'],
  ['a guest who reads English', 'guest', 'en'],
  ['a citizen', 'citizen', 'vi'],
  ['a citizen who reads English', 'citizen', 'en'],
  ['a business', 'business', 'vi'],
  ['a reception officer', { role: 'TN', unit: 'H53.101.1' }, 'vi'],
  ['a reception officer who reads English', { role: 'TN', unit: 'H53.101.1' }, 'en'],
  ['a civil-status officer', { role: 'HT', unit: 'H53.101.2' }, 'vi'],
  ['a chairman', { role: 'CT', unit: 'H53.101' }, 'vi'],
  ['the administrator', 'administrator', 'vi'],
];

let house: House<DossierTables>;
let server: FastifyInstance;
const reached = new Set<string>();

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const accountId = await anAccount(house, 'citizen');
  for (const stage of ['submitted', 'supplement-asked', 'accepted', 'withdrawn'] as Stage[])
    await aBirthDossier(house, { accountId, stage });
  await house.readJournal();
  const citizen = await browse(house, server, { as: 'citizen' });
  const start = '/thu-tuc/1.001193/nop';
  const begun = await citizen.press(await citizen.get(start), start, { area: COMMUNE });
  expect(begun.location).toMatch(/^\/nop-ho-so\//);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const patternsOf = (registry: Registry) =>
  registry.routes
    // a live stream does not end, and no link leads to it
    .filter(({ method, live }) => method === 'GET' && !live)
    .map(({ path, access }) => ({
      path,
      shape: shapeOf(path),
      most: access === 'public' ? OF_EACH_ROUTE.public : OF_EACH_ROUTE.own,
    }));

/** Follows every link from the home page and the other pages with a fixed path, a few for each route. Answers what was wrong, and where. */
async function crawl(who: Who, locale: Locale): Promise<Record<string, string[]>> {
  const visitor = await browse(house, server, { as: who, locale });
  const patterns = patternsOf(house.platform.registry);
  const routeOf = (path: string) => patterns.find(({ shape }) => shape.test(new URL(path, 'http://here').pathname));
  const counts = new Map<string, number>();
  const wrong: Record<string, string[]> = {};
  const begin = ['/', ...patterns.map(({ path }) => path).filter((path) => path !== '/' && !/[:*]/.test(path))];
  const waiting = [...begin];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await visitor.look(path);
    for (const fault of new Set([...page.faults, ...statusFaults(page, begin.includes(path))]))
      wrong[fault] = [...(wrong[fault] ?? []), path].slice(0, 3);
    if (page.location === undefined)
      for (const named of [...linksOf(page), ...formsOf(page)]) reached.add(routeOf(named)?.path ?? '');
    for (const next of linksOf(page)) {
      const route = routeOf(next);
      if (route === undefined) continue;
      const sort = sortOf(route.path, next);
      const count = counts.get(sort) ?? 0;
      if (seen.has(next) || count >= route.most) continue;
      counts.set(sort, count + 1);
      seen.add(next);
      waiting.push(next);
    }
  }
  return wrong;
}

/** A route with one question asked; several at once are one sort, or the facets of a search would never end. */
function sortOf(route: string, path: string): string {
  const keys = [...new URL(path, 'http://here').searchParams.keys()];
  return `${route} ${keys.length > 1 ? 'several' : (keys[0] ?? '')}`;
}

/** What a link of ours leads to answers, or sends on. Where a visit begins may be closed to this visitor. */
const statusFaults = ({ status }: Page, isBeginning: boolean): string[] =>
  [200, 302, 303, 308].includes(status) || (isBeginning && status === 404) ? [] : [`answers ${status}`];

function linksOf({ tree, path, location }: Page): string[] {
  const hrefs = location === undefined ? (tree ? hrefsOf(tree) : []) : [location];
  return hrefs
    .map((href) => new URL(href, `http://here${path}`))
    .filter(({ origin, searchParams }) => origin === 'http://here' && !searchParams.has('ngon-ngu'))
    .map(({ pathname, search }) => pathname + search);
}

/** Where forms lead: such a path is asked for with GET when its answer is reloaded. */
const formsOf = ({ tree, path }: Page): string[] =>
  (tree?.querySelectorAll('form') ?? []).map(
    (form) => new URL(attributeOf(form, 'action') ?? '', `http://here${path}`).pathname,
  );

describe('every page that a link leads to is well', () => {
  it.each(visits)('for %s', async (_, who, locale) => {
    expect(await crawl(who, locale)).toEqual({});
  });

  it('and every page is linked, or posted to, from somewhere', () => {
    reached.add('/');
    const unlinked = patternsOf(house.platform.registry)
      .map(({ path }) => path)
      .filter((path) => !reached.has(path) && UNLINKED[path] === undefined);
    expect(unlinked).toEqual([]);
  });
});

describe('the journal after all this', () => {
  it('holds only entries that are declared and fit their contract', async () => {
    const rows = await house.platform.db.selectFrom('journal.entry').select('sealed').execute();
    const entries = rows.map(({ sealed }) => readEntry(sealed));
    const { entries: declared } = house.platform.registry;
    const unfit = entries.filter(({ type, tv, body = {} }) => {
      const contract = declared.get(type)?.versions.find(({ version }) => version === tv);
      return contract === undefined || !Check(contract.body, body);
    });
    expect(entries.length).toBeGreaterThan(10);
    expect(unfit.map(({ type, tv, body }) => ({ type, tv, body }))).toEqual([]);
  });
});
