import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser } from '../../../simulators/browser.ts';
import { register } from '../../../simulators/vneid/people.ts';
import { browse, type Page, type Visitor } from '../../../test/harness/browse.ts';
import type { House } from '../../../test/harness/house.ts';
import { aVneidHouse, type VneidHouse } from '../../../test/harness/vneid-house.ts';
import { createAccount } from './account.ts';
import { HOME_PATH } from './home.ts';
import { programActor } from './signed-in.ts';

const PUBLIC = 'http://127.0.0.1:3997';
const SENTENCE = 'Việc này cần tài khoản VNeID mức độ 2. Hãy đến cơ quan Công an để được cấp.';
const [first, second] = register.people.filter(({ level }) => level === 1);
const [mother] = register.people.filter(({ level }) => level === 2);
const [, company] = register.organizations;

let own: VneidHouse;
let house: House;
let server: FastifyInstance;

beforeAll(async () => {
  own = await aVneidHouse(PUBLIC);
  ({ house, server } = own);
}, 120_000);
afterAll(() => own.close());

interface Way {
  readonly pin?: string;
  /** Signs in at level 1 whoever could do better: what is asked of the provider is changed on the way. */
  readonly low?: boolean;
}

async function throughVneid(
  sub: string,
  { pin = '', low = false }: Way = {},
): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = await browse(house, server);
  const asked = new URL((await visitor.get('/dang-nhap/vneid')).location ?? '');
  if (low) asked.searchParams.set('acr_values', 'urn:vneid:level:1');
  const there = newBrowser();
  await there.open(asked.href, PUBLIC);
  const back = await there.submit({ answer: 'sign-in', account: sub, pin }, PUBLIC);
  return { visitor, page: await visitor.get(back.url.slice(PUBLIC.length)) };
}

const accountsWith = (column: 'personal_number' | 'tax_code', value: string) =>
  house.platform.db.selectFrom('identity.account').selectAll().where(column, '=', value).execute();

async function anEarlierAccount(who: { personalNumber: string } | { taxCode: string }): Promise<void> {
  const kind = 'taxCode' in who ? 'business' : 'citizen';
  const account = {
    kind,
    name: 'Tên đã ghi tại quầy',
    phone: '0912000111',
    at: house.platform.clock(),
    ...who,
  } as const;
  expect((await createAccount(house.platform.db, programActor('test'), account)).kind).toBe('created');
}

test('level 1 never takes over an account that exists: nothing of it changes, and nobody is signed in', async () => {
  if (!first) throw new Error('nobody of level 1');
  await anEarlierAccount(first);
  const before = await accountsWith('personal_number', first.personalNumber);
  const { visitor, page } = await throughVneid(first.sub);
  expect(page.status).toBe(422);
  expect(page.body).toContain(SENTENCE);
  expect(page.body).not.toContain('Tên đã ghi tại quầy');
  expect(await accountsWith('personal_number', first.personalNumber)).toEqual(before);
  expect((await visitor.get('/tai-khoan/phien')).status).toBe(302);
});

test('nor an organisation’s, by a tax code that exists', async () => {
  if (!company) throw new Error('no organisation');
  await anEarlierAccount(company);
  const before = await accountsWith('tax_code', company.taxCode);
  const { page } = await throughVneid(company.sub, { low: true });
  expect([page.status, page.body.includes(SENTENCE)]).toEqual([422, true]);
  expect(await accountsWith('tax_code', company.taxCode)).toEqual(before);
});

test('level 2 binds the account that exists, once, and brings it up to date', async () => {
  if (!mother) throw new Error('nobody of level 2');
  await anEarlierAccount(mother);
  const { page } = await throughVneid(mother.sub, { pin: '123456' });
  expect(page.status).toBe(303);
  expect(await accountsWith('personal_number', mother.personalNumber)).toMatchObject([
    { vneid_sub: mother.sub, name: mother.name, phone: mother.phone },
  ]);
});

test('what binds a person is refused to a session of level 1 with a sentence, its rule and the way to level 2', async () => {
  if (!second) throw new Error('nobody else of level 1');
  const { visitor, page } = await throughVneid(second.sub);
  expect(page.location).toBe(HOME_PATH);
  const refused = await visitor.get('/thu-tuc/1.001193/nop');
  expect(refused.status).toBe(403);
  expect(refused.body).toContain(SENTENCE);
  expect(refused.body).toContain('Nghị định 69/2024/NĐ-CP (chờ xác nhận)');
  expect(refused.body).toContain('href="/dang-nhap/vneid?muc=2&amp;tiep=%2Fthu-tuc%2F1.001193%2Fnop"');
  const csrf = /name="csrf" value="([^"]+)"/.exec(refused.body)?.[1] ?? '';
  const sent = await visitor.post('/thu-tuc/1.001193/nop', { csrf, area: '25459' });
  expect([sent.status, sent.body.includes(SENTENCE)]).toEqual([403, true]);
  expect((await sql`select id from forms.draft`.execute(house.platform.db)).rows).toEqual([]);
  for (const path of ['/ho-so-cua-toi', '/thong-bao', '/thu-tuc/1.001193', '/tra-cuu'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
});

test('what binds is named: beginning and handing in, completing, answering the draft, withdrawing', () => {
  const binding = house.platform.registry.routes.filter((route) => route.binding);
  expect(binding.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
    'GET /thu-tuc/:code/nop',
    'POST /ho-so/:code/bo-sung',
    'POST /ho-so/:code/du-thao',
    'POST /ho-so/:code/rut',
    'POST /nop-ho-so/:draft/nop',
    'POST /thu-tuc/:code/nop',
  ]);
});

test('every route that binds is closed to level 1 and open to level 2', async () => {
  if (!second || !mother) throw new Error('nobody');
  for (const [sub, way, closed] of [
    [second.sub, {}, true],
    [mother.sub, { pin: '123456' }, false],
  ] as const) {
    const { visitor } = await throughVneid(sub, way);
    const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/ho-so-cua-toi')).body)?.[1] ?? '';
    for (const { method, path } of house.platform.registry.routes.filter((route) => route.binding)) {
      const url = path.replace(/:\w+/g, 'khong-co');
      const page = method === 'GET' ? await visitor.get(url) : await visitor.post(url, { csrf });
      expect([url, page.body.includes(SENTENCE)]).toEqual([url, closed]);
    }
  }
});
