import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/platform/db/ids.ts';
import { storeFile } from '../../src/platform/files/store-file.ts';
import type { Answers } from '../../src/platform/forms/answers.ts';
import { beginDraft } from '../../src/platform/forms/draft.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { sessionCookieOf } from '../../src/platform/identity/sign-in-routes.tsx';
import { buildRegistry } from '../../src/platform/system/registry.ts';
import { systems } from '../../src/systems.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure, getVersion } from '../../src/systems/procedures/index.ts';
import { serverOf } from '../harness/browse.ts';
import { aBirthDossier, type Stage } from '../harness/dossiers.ts';
import { aHouse, type House } from '../harness/house.ts';
import { anAccount, aSession, type Who } from '../harness/people.ts';
import { type Known, request } from './requests.ts';
import { runs } from './runs.ts';

const SECRET = 'chung';
const { routes } = buildRegistry(systems);

let house: House<DossierTables>;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse<DossierTables>({
    LOG_LEVEL: 'error',
    SMS_KEY: SECRET,
    BANK_URL: 'http://127.0.0.1:9',
    BANK_KEY: SECRET,
    BANK_SECRET: SECRET,
  });
  server = await serverOf(house);
  await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'accepted' });
  await house.readJournal();
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

type Places = Record<string, readonly string[]>;

let draftsToRead: Promise<Places> | undefined;
let dossiersToRead: Promise<string[]> | undefined;

const ACTS =
  'tiep-nhan xong-buoc ky vao-so tra-ket-qua thu-tien bo-sung yeu-cau-nop-tien xin-loi tra-lai phan-cong tu-choi dung';
const PAPERS = ['receipt.pdf', 'control.pdf', 'supplement-request.pdf', 'refusal.pdf', 'apology.pdf', 'receipt'];

/** What the places of a path can name, made anew for each route that acts: the one before may have ended it. */
async function placesOf({ method, path }: Route): Promise<Places> {
  const reads = method === 'GET';
  if (path.includes(':draft')) return reads ? (draftsToRead ??= draftPlaces()) : draftPlaces();
  if (/ho-so\/:code|quay\/da-nhan/.test(path)) {
    const code = await (reads ? (dossiersToRead ??= dossiersAtEachStage()) : dossiersAtEachStage());
    return { code, act: ACTS.split(' '), paper: PAPERS };
  }
  if (path.includes(':file')) return { file: [await aFile()] };
  if (path.startsWith('/thu-tuc')) return { code: ['1.001193', '1.004194', '2.000815', '1.001612'] };
  if (path.startsWith('/viec-trong-doi')) return { slug: ['sinh-con', 'cu-tru'] };
  if (path.includes('/muc/')) return { subscriber: ['dossiers.notices'], position: ['1', '2'] };
  if (path.startsWith('/xac-minh')) return { code: ['ABCD-EFGH-JKMN'] };
  return { id: await idsOf(path) };
}

async function dossiersAtEachStage(): Promise<string[]> {
  const accountId = await anAccount(house, 'citizen');
  const stages: readonly Stage[] = ['submitted', 'supplement-asked', 'accepted'];
  const ids = [];
  for (const stage of stages) ids.push(await aBirthDossier(house, { accountId, stage }));
  const codes = await sql<{ code: string }>`select code from cases.case where id = any(${ids}::uuid[])`.execute(
    house.db,
  );
  return codes.rows.map(({ code }) => code);
}

async function draftPlaces(): Promise<Places> {
  const accountId = await anAccount(house, 'citizen');
  const draft: string[] = [];
  const section: string[] = [];
  for (const code of ['1.001193', '1.004194', '2.000815', '1.001022']) {
    const found = await findProcedure(house.db, code, '2026-11-23');
    const formVersion = found?.version?.id ?? '';
    const sections = (await getVersion(house.db, formVersion))?.form.sections ?? [];
    section.push(...sections.map(({ key }) => key));
    const keys = sections.flatMap(({ nodes }) => nodes.map((node) => node.key));
    const [strange = {}] = fc.sample(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 })), 1);
    // What an older program or a stranger left there is shown and sent like anything else.
    for (const answers of [{}, strange as Answers]) {
      const particulars = { area: '25459', case: '' };
      const at = house.acting.clock();
      draft.push((await beginDraft(house.db, { accountId, formVersion, particulars, answers, at })).id);
    }
  }
  return { draft, section };
}

async function aFile(): Promise<string> {
  const { file } = await storeFile(house.platform, {
    name: 'giấy.pdf',
    bytes: Buffer.from('%PDF-1.7\n%%EOF\n'),
    purpose: 'component',
    owner: { type: 'dossier', id: newId() },
    uploadedBy: await anAccount(house, 'citizen'),
    at: house.acting.clock(),
  });
  return file?.id ?? '';
}

async function idsOf(path: string): Promise<string[]> {
  const ids = await sql<{ id: string }>`
    (select id::text as id from notifications.delivery where ${path.includes('thong-bao')} limit 5)
    union all (select id::text from identity.session where ${path.includes('phien')} limit 5)
    union all (select id::text from identity.account where ${path.includes('tai-khoan')} and kind = 'officer' limit 5)
    union all select '7'
  `.execute(house.db);
  return ids.rows.map(({ id }) => id);
}

/** Who reaches it: whoever is turned away before the handler finds nothing. */
function entitledTo({ access }: Route): readonly Who[] {
  if (access === 'public') return ['guest'];
  if (access === 'citizen' || access === 'signed-in') return ['citizen'];
  const roles = house.platform.registry.permissions.get(access.permission)?.roles ?? [];
  if (roles.includes('administrator')) return ['administrator'];
  const desks = [
    { role: 'TN', unit: 'H53.101.1' },
    { role: 'HT', unit: 'H53.101.2' },
    { role: 'CT', unit: 'H53.101' },
  ];
  return desks.filter(({ role }) => roles.includes(role));
}

async function knownTo(who: Who, route: Route): Promise<{ known: Known; cookies: Record<string, string> }> {
  const token = who === 'guest' ? undefined : await aSession(house, who);
  const cookies = token === undefined ? {} : { [sessionCookieOf(house.platform)]: token };
  const places = await placesOf(route);
  const pages = await pagesAround(route, places, cookies);
  const read = (pattern: RegExp): string[] => [
    ...new Set(pages.flatMap((page) => [...page.matchAll(pattern)].map(([, found = '']) => found))),
  ];
  const csrf = read(/name="csrf" value="([^"]+)"/g)[0];
  return {
    cookies,
    known: {
      places,
      names: [...read(/ name="([^"]{1,60})"/g), ...NAMES],
      values: [...read(/ value="([^"]{1,60})"/g), ...VALUES],
      always: csrf ? { csrf } : {},
      hidden: pages.flatMap(hiddenIn),
      secrets: [SECRET],
      now: Math.floor(house.platform.clock() / 1000),
    },
  };
}

const MOST_PAGES = 10;
const NAMES = 'ngon-ngu tiep truoc sau q ma tt loc xep don-vi trang-thai version command_id _asked _action'.split(' ');
const VALUES = [
  'true',
  'en',
  '25459',
  'TN',
  'approved',
  'objected',
  'counter',
  '5',
  'H53.101',
  'failed',
  'add:people',
  'remove:people:0',
];

/** Of each form of a page. */
const hiddenIn = (page: string): Record<string, string>[] =>
  [...page.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) =>
    Object.fromEntries(
      [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
        / name="([^"]*)"/.exec(input)?.[1] ?? '',
        / value="([^"]*)"/.exec(input)?.[1] ?? '',
      ]),
    ),
  );

/** The page itself with each thing its path can name, and the one above it: their controls are what browsers send. */
async function pagesAround(route: Route, places: Places, cookies: Record<string, string>): Promise<string[]> {
  const parent = route.path.replace(/\/[^/:]+$/, '');
  const paths = [...(route.live ? [] : [route.path]), parent].flatMap((path) => filledIn(path, places));
  const pages = [];
  const more = route.path === '/can-bo/quay' ? ['/can-bo/quay?tt=1.001193', '/can-bo/quay?tt=2.000815'] : [];
  // Enough to know the names; every page of every act would be most of the work.
  const some = paths.filter((_, index) => index % Math.ceil(paths.length / MOST_PAGES) === 0);
  for (const url of new Set([...some, ...more, '/khong-co-trang-nay'])) {
    const { statusCode, body } = await server.inject({ url, cookies, remoteAddress: '10.255.0.1' });
    expect(statusCode, url).toBeLessThan(500);
    pages.push(body);
  }
  return pages;
}

function filledIn(path: string, places: Places): string[] {
  const place = /:([a-z]+)/i.exec(path);
  if (!place) return [path === '' ? '/' : path];
  return (places[place[1] as string] ?? ['7']).flatMap((value) => filledIn(path.replace(place[0], value), places));
}

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  test('answers whatever is asked, and never with a fault of its own', async () => {
    for (const who of entitledTo(route)) {
      const { known, cookies } = await knownTo(who, route);
      await fc.assert(
        fc.asyncProperty(request(route, known), async (asked) => {
          // a live stream has answered once its head is there: it does not end by itself
          const answer = await server.inject({ ...asked, cookies, ...(route.live ? { payloadAsStream: true } : {}) });
          if (route.live) answer.stream().destroy();
          expect(answer.statusCode).toBeLessThan(500);
        }),
        { numRuns: runs(6, 400) },
      );
    }
  }, 1_200_000);
});
