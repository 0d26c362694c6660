import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from '../../src/platform/http/route.ts';
import { browse, serverOf } from './browse.ts';
import { aHouse, type House } from './house.ts';
import { type FetchedPage, pageFaults } from './page-faults.ts';

const GOOD: FetchedPage = {
  path: '/trang',
  status: 200,
  html: '<!doctype html><html lang="vi"><head><title>Trang</title></head><body><main id="m"><h1>Trang</h1></main></body></html>',
  policy: "default-src 'none'; script-src 'self'",
  locale: 'vi',
  signedIn: true,
  answers: (method, path) => method === 'GET' && path === '/co',
};
const within = (html: string): FetchedPage => ({ ...GOOD, html: GOOD.html.replace('</main>', `${html}</main>`) });

describe('the ambient checks', () => {
  it('find nothing on a page that is well', async () => {
    expect(
      await pageFaults(within('<a href="/co?x=1">Có</a><a href="#m">Đầu trang</a><a href="https://vpcp.vn/x">x</a>')),
    ).toEqual([]);
  });

  const planted: [string, FetchedPage, RegExp][] = [
    ['two headings of the first rank', within('<h1>Nữa</h1>'), /2 headings/],
    ['no title', { ...GOOD, html: GOOD.html.replace('<title>Trang</title>', '<title></title>') }, /no title/],
    ['another language', { ...GOOD, locale: 'en' }, /lang="vi" and is asked for in en/],
    ['an id used twice', within('<p id="a">x</p><p id="a">x</p>'), /no-dup-id/],
    ['an input without a label', within('<input type="text" name="x">'), /input-missing-label/],
    ['a style attribute', within('<p style="color:red">x</p>'), /style attributes/],
    ['a style element', within('<style>p{}</style>'), /style elements/],
    ['an inline script', within('<script>1</script>'), /inline scripts/],
    ['an inline handler', within('<p onclick="x()">x</p>'), /inline handlers: onclick/],
    ['a link that leads nowhere', within('<a href="/khong-co">x</a>'), /link \/khong-co leads nowhere/],
    ['a fragment that leads nowhere', within('<a href="#khong">x</a>'), /no place on this page/],
    ['a form that leads nowhere', within('<form method="get" action="/khong-co"></form>'), /form GET \/khong-co/],
    ['a form that acts without a token', within('<form method="post" action="/co"></form>'), /no csrf token/],
    ['a value that is missing', within('<p>Hạn trả: undefined</p>'), /undefined/],
    ['a text not filled in', within('<p>Còn {days} ngày</p>'), /\{days\}/],
    ['no policy', { ...GOOD, policy: undefined }, /no content security policy/],
    [
      'a policy that allows inline',
      { ...GOOD, policy: "default-src 'none'; style-src 'unsafe-inline'" },
      /unsafe-inline/,
    ],
  ];
  it.each(planted)('find %s', async (_, page, fault) => {
    expect((await pageFaults(page)).join('\n')).toMatch(fault);
  });
});

describe('a visitor', () => {
  let house: House;
  let server: FastifyInstance;
  beforeAll(async () => {
    house = await aHouse();
    const routes = [
      ...house.platform.registry.routes,
      { method: 'GET', path: '/hong', access: 'public', handle: () => page(undefined as never) } as const,
    ];
    server = await serverOf(house, { registry: { ...house.platform.registry, routes } });
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  it('is told of a page that is not well, and may look at it all the same', async () => {
    const guest = await browse(house, server);
    await expect(guest.get('/hong')).rejects.toThrow(/no title/);
    expect((await guest.look('/hong')).faults.length).toBeGreaterThan(0);
  });

  it('is a guest, or signed in as somebody with a position', async () => {
    const guest = await browse(house, server, { locale: 'en' });
    expect((await guest.get('/dang-nhap')).status).toBe(200);
    expect((await guest.get('/tai-khoan/phien')).location).toMatch(/^\/dang-nhap/);
    const officer = await browse(house, server, { as: { role: 'TN' } });
    const sessions = await officer.look('/tai-khoan/phien');
    expect(sessions.status).toBe(200);
    const out = await officer.press(sessions, '/dang-xuat');
    expect(out.status).toBe(303);
    expect((await officer.get('/tai-khoan/phien')).status).toBe(302);
  });
});
