import type { FastifyInstance } from 'fastify';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/platform/journal/entry.ts';
import type { Locale } from '../../src/platform/i18n/texts.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { browse, serverOf } from '../harness/browse.ts';
import { aBirthDossier, COMMUNE, type Stage } from '../harness/dossiers.ts';
import { type Eyes, openEyes } from '../harness/eyes.ts';
import { aHouse, type House } from '../harness/house.ts';
import { anAccount, type Who } from '../harness/people.ts';
import { isLong } from '../fuzz/runs.ts';
import { aCrawl, type Crawl, type Visit } from './crawl.ts';

/** Pages that nothing links to, each with the reason. */
const UNLINKED: Readonly<Record<string, string>> = {
  '/tai-khoan': 'who has just signed in is sent to it, and on to where they work',
  '/dang-nhap/vneid': 'the sign-in page offers it where VNeID is configured',
  '/dang-nhap/vneid/tra-loi': 'VNeID sends people back to it',
  '/dang-xuat': 'VNeID sends people back to it after signing out',
  '/ho-so/:code/nop-tien/ma-qr.png': 'linked while a dossier waits for money',
  '/can-bo': 'what an officer types; it leads on',
  '/can-bo/ban-giao': 'linked at the top of the queue while one is away',
  '/can-bo/khoi-luong/da-lam/:account': 'linked once somebody has done something',
  '/can-bo/giam-sat/:code': 'linked once supervision has found something',
  '/can-bo/giam-sat/phat-hien.xlsx': 'linked once supervision has found something',
  '/can-bo/giam-sat/ket-luan': 'a list of findings leads to it with what is ticked',
  '/can-bo/phan-cong': 'a queue leads to it with what is ticked',
  '/thong-bao/ngung': 'an e-mail links to it',
  '/nop-ho-so/:draft/kiem-tra': 'linked once every part of the form is answered',
  '/can-bo/ho-so/:code/giay-to/:paper': 'linked where a slip was issued',
  '/nop-ho-so/:draft/nop': 'where the review page posts to',
  '/ho-so/:code/du-thao/ban-du-thao.pdf': 'linked from the draft result',
  '/ho-so/:code/danh-gia': 'linked once a dossier has its result',
  '/can-bo/kho-ket-qua/:result': 'linked once a result is issued',
  '/can-bo/ho-so/:code/doi-chieu': 'linked where a dossier of an account holds digital papers',
  '/xac-minh/:code': 'papers carry it as a QR code',
  '/ho-so/:code/da-nop': 'shown once, after a dossier is sent in',
  '/ho-so/:code/du-thao': 'linked while a draft result waits for its citizen',
  '/can-bo/mat-mang/nhan-lai': 'where the form of what could not be sent posts to',
  '/can-bo/mat-mang/phieu': 'the script leads to it once something is received without a line',
  '/can-bo/mat-mang/so-con-giu': 'what the script asks whether there is a line',
  '/can-bo/mat-mang/trinh-nen.js': 'the worker that a browser is given to keep the counter’s pages',
  '/can-bo/quay/da-nhan/:code': 'shown once, after a dossier is taken in at the counter',
  '/can-bo/ho-so/:code/du-thao.pdf': 'linked at the step of signing',
  '/tep/:file': 'linked where a dossier has a file',
  '/quan-tri/kich-ban/tu-vung': 'the editor of a condition asks it what values are at hand',
  '/quan-tri/kich-ban/thu': 'where the editor of a condition has it tried',
  '/quan-tri/kich-ban/:code/thu-lai/:id': 'linked once a back-test was asked for',
  '/quan-tri/kich-ban/:code/thu-lai/:id/ket-qua.xlsx': 'linked on a back-test that found something',
  '/quan-tri/kich-ban/:code/thu-lai/:id/nham': 'where a mark of a false alarm is sent',
  '/quan-tri/kich-ban/:code/ban-nhap/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/kich-ban/:code/ban-nhap/bo': 'where the form of a draft posts to',
  '/quan-tri/kich-ban/:code/phien-ban/:number/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/chi-so/:code/ban-nhap/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/chi-so/:code/ban-nhap/bo': 'where the form of a draft posts to',
  '/quan-tri/chi-so/:code/phien-ban/:number/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/kich-ban-chan/:code': 'linked while a draft that blocks waits',
  '/quan-tri/nhap-danh-muc/:id': 'linked after an import',
  '/thiet-bi': 'the address typed into a new kiosk or display',
  '/lay-so': 'a kiosk opens with it',
  '/lay-so/so/:secret': 'shown once, after a number is taken at a kiosk',
  '/man-hinh-goi-so': 'a display opens with it',
  '/can-bo/xep-hang/so/:secret': 'shown once, after an officer gave a number',
  '/lich-hen/:code': 'linked once an appointment is booked',
  '/can-bo/so-lieu-quay/luot': 'linked from each figure, where there is one',
  '/can-bo/so-lieu-quay/luot.csv': 'linked where there are figures',
  '/so-thu-tu/:secret': 'the QR code on a ticket leads to it',
  '/quan-tri/to-chuc/xem-truoc': 'linked where a unit has ended and has open dossiers',
  '/quan-tri/to-chuc/lan-chuyen/:batch': 'linked once dossiers have been passed on',
  '/quan-tri/to-chuc/nhap/lap-nhap': 'where the form of a table that was read posts to',
  '/quan-tri/to-chuc/thay-doi/:id': 'linked once a change is drafted',
  ...Object.fromEntries(
    ['ten', 'bo-muc', 'cong-bo', 'rut-lai', 'dao-nguoc', 'bo'].map((act) => [
      `/quan-tri/to-chuc/thay-doi/:id/${act}`,
      'where a form of a change posts to',
    ]),
  ),
  '/thong-bao/bao-tin.js': 'the worker that a browser is given when it is asked to tell',
  '/quan-tri/thay-doi-danh-muc/:id': 'linked after an import that says otherwise than the one before',
  '/quan-tri/thong-bao/:id/gui-lai': 'where the form of a message that failed posts to',
  '/quan-tri/mau-thong-bao/:code/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/mau-thong-bao/:code/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/mau-thong-bao/:code/bo-nhap': 'where the form of a draft posts to',
  '/quan-tri/mau-giay/:code/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/mau-giay/:code/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/mau-giay/:code/bo-nhap': 'where the form of a draft posts to',
  '/quan-tri/to-chuc/viec/thoi-giu': 'linked beside who holds a position',
  '/quan-tri/lich/ban-nhap/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/lich/ban-nhap/bo': 'where the form of a draft posts to',
  '/quan-tri/lich/phien-ban/:number/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/lich/ngay/:day/xac-nhan': 'where the form of a day without a document posts to',
  '/quan-tri/lich/gio/:unit/bo': 'where the form of hours still to come posts to',
  '/quan-tri/lich/moc/nghi-hang-tuan': 'where a form of its page posts to',
  '/quan-tri/lich/anh-huong': 'linked from a draft of the calendar',
  '/quan-tri/lich/anh-huong/:file': 'linked where a draft of the calendar moves dossiers',
  '/quan-tri/quay/ban-nhap/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/loai-su-co/ban-nhap/cong-bo': 'where the form of a draft posts to',
  '/quan-tri/loai-su-co/ban-nhap/bo': 'where the form of a draft posts to',
  '/quan-tri/loai-su-co/phien-ban/:number/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/loai-su-co/loai/:key/bo': 'where the form of a kind posts to',
  '/quan-tri/quay/ban-nhap/bo': 'where the form of a draft posts to',
  '/quan-tri/quay/phien-ban/:number/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/quay/nhom/:key/bo': 'where the form of a group posts to',
  '/quan-tri/quay/uu-tien/:key/bo': 'where the form of a ground posts to',
  '/quan-tri/thu-tuc/:code/nhap/bieu-mau/rieng': 'where a draft on the general form posts to',
  '/quan-tri/thu-tuc/:code/nhap/cong-bo': 'where a draft without faults posts to',
  '/quan-tri/thu-tuc/:code/phien-ban/:id/dung-lai': 'where the form of an old version posts to',
  '/quan-tri/tinh-thu-thoi-han/tai-ve.csv': 'linked once there is a result',
  '/can-bo/so-hoa/:code': 'linked where papers were taken in at the counter',
  '/can-bo/bien-lai/:id': 'linked once a receipt is issued',
  '/can-bo/bien-lai/:id/bien-lai.pdf': 'linked once a receipt is issued',
  '/can-bo/bien-lai/tai-ve/:file': 'linked once a receipt is issued',
  '/ho-so/:code/bien-lai/:receipt': 'linked once a receipt is issued',
  '/bien-lai/:check': 'receipts carry it as a QR code',
  '/can-bo/thu-tien/:shift/bang-ke.pdf': 'linked once a shift is closed',
  '/can-bo/khoan-thu/:id': 'linked once money has come in',
  '/can-bo/hoan-tra/:id': 'linked once a refund is proposed',
  '/can-bo/de-an/bang/:sheet/them': 'linked for those who keep the plan, who are none of these visitors',
  '/can-bo/de-an/bang/:sheet/dong/:code': 'linked once a line is entered, for those who keep the plan',
  '/can-bo/de-an/bao-cao/tai-ve': 'where the form of the quarterly report leads',
  '/can-bo/de-an/gia-tri/:id/van-ban': 'linked where a value came with its document',
  '/can-bo/trung-tam/su-co/:code': 'linked where there is an incident',
  '/can-bo/doi-soat': 'a place of the accountant, who is none of these visitors',
  '/can-bo/doi-soat/:day': 'linked for the accountant',
  '/can-bo/doi-soat/:day/tai-ve/:file': 'linked for the accountant once a statement is there',
};

type NamedVisit = readonly [string, Who, Locale];

const RECEPTION = { role: 'TN', unit: 'H53.101.1' } as const;

/** Each sort of visitor in one language, both languages among guests; `npm run endure` sends all of them in both. */
const visits: readonly NamedVisit[] = [
  ['a guest', 'guest', 'vi'],
  ['a guest who reads English', 'guest', 'en'],
  ['a citizen', 'citizen', 'vi'],
  ['a business that reads English', 'business', 'en'],
  ['a reception officer', RECEPTION, 'vi'],
  ['a civil-status officer', { role: 'HT', unit: 'H53.101.2' }, 'vi'],
  ['a chairman', { role: 'CT', unit: 'H53.101' }, 'vi'],
  ...(isLong
    ? ([
        ['a citizen who reads English', 'citizen', 'en'],
        ['a business', 'business', 'vi'],
        ['a reception officer who reads English', RECEPTION, 'en'],
        ['a chairman who reads English', { role: 'CT', unit: 'H53.101' }, 'en'],
      ] as const)
    : []),
  // last: their forms disable the accounts of others
  ['the administrator', 'administrator', 'vi'],
  ...(isLong ? ([['an administrator who reads English', 'administrator', 'en']] as const) : []),
];

const MINUTES = 600_000;

let house: House<DossierTables>;
let server: FastifyInstance;
let eyes: Eyes;
let crawl: Crawl;
const arrived = new Map<string, Visit>();

beforeAll(async () => {
  [house, eyes] = await Promise.all([aHouse<DossierTables>(), openEyes()]);
  server = await serverOf(house);
  crawl = aCrawl(house.platform.registry, eyes);
  const accountId = await anAccount(house, 'citizen');
  for (const stage of ['submitted', 'supplement-asked', 'accepted', 'withdrawn'] as Stage[])
    await aBirthDossier(house, { accountId, stage });
  await house.readJournal();
  const citizen = await browse(house, server, { as: 'citizen' });
  const start = '/thu-tuc/1.001193/nop';
  const begun = await citizen.press(await citizen.get(start), start, { area: COMMUNE });
  expect(begun.location).toMatch(/^\/nop-ho-so\//);
  const administrator = await browse(house, server, { as: 'administrator' });
  const edited = '/quan-tri/thu-tuc/1.001612';
  expect((await administrator.press(await administrator.get(edited), `${edited}/lap-nhap`)).status).toBe(303);
});
afterAll(async () => {
  await eyes.close();
  await server.close();
  await house.close();
});

/** The same browser for the walk and for the forms: their tokens are those of its session. */
async function arrive([name, as, locale]: (typeof visits)[number]): Promise<Visit> {
  const visit = arrived.get(name) ?? { name, visitor: await browse(house, server, { as, locale }) };
  arrived.set(name, visit);
  return visit;
}

describe('every page that a link leads to is well, and axe finds nothing on what they show, light and dark', () => {
  it.each(visits)(
    'for %s',
    async (...visit) => {
      expect(await crawl.walk(await arrive(visit))).toEqual({});
    },
    MINUTES,
  );

  it('and every page is linked, or posted to, from somewhere that the home page leads to', () => {
    const unlinked = house.platform.registry.routes
      // a live stream does not end, and no link leads to it
      .filter(({ method, live }) => method === 'GET' && !live)
      .filter(({ path }) => !crawl.reached.has(path) && UNLINKED[path] === undefined)
      .map(({ path }) => path);
    expect(unlinked).toEqual([]);
  });
});

describe('every form that is sent in empty answers with a page that is well', () => {
  it.each(visits)(
    'for %s',
    async (...visit) => {
      expect(await crawl.sendEmptyForms(await arrive(visit))).toEqual({});
    },
    MINUTES,
  );
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
