import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser } from '../../../simulators/browser.ts';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import type { House } from '../../../test/harness/house.ts';
import { aVneidHouse, type VneidHouse } from '../../../test/harness/vneid-house.ts';
import { HOME_PATH } from './home.ts';
import { SIGNED_OUT_PATH } from './vneid-sign-out.ts';

const PUBLIC = 'http://127.0.0.1:3998';
const MOTHER = '4e869606-8ae6-4043-ad83-af0398664572';

let own: VneidHouse;
let house: House;
let server: FastifyInstance;

beforeAll(async () => {
  own = await aVneidHouse(PUBLIC);
  ({ house, server } = own);
}, 120_000);
afterAll(() => own.close());

/** A browser that has signed in through VNeID: the one side of it at our server, the other at the provider's. */
async function signedInByVneid() {
  const here = await browse(house, server);
  const there = newBrowser();
  await there.open((await here.get('/dang-nhap/vneid')).location ?? '', PUBLIC);
  const back = await there.submit({ answer: 'sign-in', account: MOTHER, pin: '123456' }, PUBLIC);
  expect((await here.get(back.url.slice(PUBLIC.length))).status).toBe(303);
  return { here, there };
}

const signOut = async (visitor: Visitor) =>
  (await visitor.press(await visitor.get('/tai-khoan/phien'), SIGNED_OUT_PATH)).location ?? '';

test('who came through VNeID is signed out there too, and comes back to a page that says so', async () => {
  const { here, there } = await signedInByVneid();
  const away = new URL(await signOut(here));
  expect(away.origin).toBe(own.vneid.url);
  expect(away.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect((await here.get('/tai-khoan/phien')).status).toBe(302);

  const asked = await there.open(away.href, PUBLIC);
  expect(asked.body).toContain('Đăng xuất khỏi VNeID?');
  const back = await there.submit({ logout: 'yes' }, PUBLIC);
  expect(back.url).toBe(`${PUBLIC}${SIGNED_OUT_PATH}`);
  expect((await here.get(SIGNED_OUT_PATH)).body).toContain('Phiên làm việc của bạn trên trang này đã kết thúc.');

  const again = await there.open((await here.get('/dang-nhap/vneid')).location ?? '', PUBLIC);
  expect(again.body).toContain('Chọn người để đăng nhập');
});

test('what VNeID gave to sign out with is not readable where it is kept, and gone afterwards', async () => {
  const { here } = await signedInByVneid();
  const tokens = async () =>
    (await house.platform.db.selectFrom('identity.session').select('id_token').where('method', '=', 'vneid').execute())
      .map(({ id_token }) => id_token)
      .filter((token) => token !== null);
  const kept = (await tokens()).at(-1) ?? '';
  expect(JSON.parse(Buffer.from(kept.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ enc: 'A256GCM' });
  expect(Buffer.from(kept, 'base64url').toString()).not.toContain('072195418263');
  await signOut(here);
  expect(await tokens()).not.toContain(kept);
});

test('an account of this installation is signed out here, and VNeID hears nothing of it', async () => {
  const officer = await browse(house, server, { as: { role: 'TN' } });
  expect(await signOut(officer)).toBe('/');
  expect((await officer.get('/tai-khoan/phien')).status).toBe(302);
});

test('a provider that is away keeps nobody signed in here, and the page says what is left to do', async () => {
  const { here } = await signedInByVneid();
  const away = await serverOf(house, { config: { ...house.config, oidcIssuer: 'http://127.0.0.1:9' } });
  const token = /name="csrf" value="([^"]+)"/.exec((await here.get('/tai-khoan/phien')).body)?.[1] ?? '';
  const response = await away.inject({
    method: 'POST',
    url: SIGNED_OUT_PATH,
    cookies: { phien: here.cookie('phien') ?? '' },
    payload: new URLSearchParams({ csrf: token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });
  await away.close();
  expect(response.headers.location).toBe(`${SIGNED_OUT_PATH}?vneid=con`);
  expect((await here.get('/tai-khoan/phien')).status).toBe(302);
  expect((await here.get(`${SIGNED_OUT_PATH}?vneid=con`)).body).toContain('VNeID có thể vẫn đang đăng nhập');
});

test('a guest who presses it comes to the home page; who is signed in and opens its page, to their own', async () => {
  const guest = await browse(house, server);
  expect((await guest.post(SIGNED_OUT_PATH)).location).toBe('/');
  const citizen = await browse(house, server, { as: 'citizen' });
  expect((await citizen.get(SIGNED_OUT_PATH)).location).toBe(HOME_PATH);
});
