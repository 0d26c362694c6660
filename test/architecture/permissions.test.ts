import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookieOf } from '../../src/platform/identity/sign-in-routes.tsx';
import type { Access, Route } from '../../src/platform/http/route.ts';
import { readOrganisation } from '../../src/platform/organisation/pack.ts';
import { buildRegistry, type Registry } from '../../src/platform/system/registry.ts';
import { systems } from '../../src/systems.ts';
import { serverOf } from '../harness/browse.ts';
import { aHouse, type House } from '../harness/house.ts';
import { aSession, type Who } from '../harness/people.ts';
import { root } from './planted-house.ts';

const roles = (readOrganisation(`${root}provinces/tay-ninh`).organisation?.roles ?? []).map(({ key }) => key);
const everybody: readonly Who[] = ['guest', 'citizen', 'business', 'administrator', ...roles.map((role) => ({ role }))];
const nameOf = (who: Who): string => (typeof who === 'string' ? who : `role ${who.role}`);

/** What must happen, reckoned from the declarations alone: the roles of each permission as its manifest lists them. */
function expected({ permissions }: Registry, access: Access, who: Who): 'reached' | 'sign-in' | 'not-found' {
  if (access === 'public') return 'reached';
  if (who === 'guest') return 'sign-in';
  if (access === 'signed-in') return 'reached';
  if (access === 'citizen') return who === 'citizen' || who === 'business' ? 'reached' : 'not-found';
  const role = typeof who === 'string' ? who : who.role;
  return permissions.get(access.permission)?.roles.includes(role) ? 'reached' : 'not-found';
}

const registry = buildRegistry(systems);
/** Planted: one route of each kind of access, so that the matrix has every case whatever the product has today. */
const planted: Route[] = (['public', 'signed-in', 'citizen', { permission: 'planted.act' }] as Access[]).flatMap(
  (access, place) =>
    (['GET', 'POST'] as const).map((method) => ({ method, path: `/planted/${place}`, access, handle: reach })),
);

function reach() {
  return { kind: 'text', text: 'reached', type: 'text/plain; charset=utf-8', status: 200 } as const;
}

/** Every route with its own access and path, answering only that it was reached: what stands before the handlers is under test. */
const probed: Registry = {
  ...registry,
  permissions: new Map([
    ...registry.permissions,
    ['planted.act', { title: { vi: 'Thử', en: 'Try' }, roles: ['CV', 'administrator'] }],
  ]),
  routes: [...registry.routes.map((route) => ({ ...route, handle: reach })), ...planted],
};

let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house, { registry: probed });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const pathOf = (route: Route): string =>
  route.path.replace(/:[a-z]+/gi, '01939b5e-0000-7000-8000-000000000001').replace('*', 'x');

async function ask(
  asked: FastifyInstance,
  route: Route,
  who: Who,
  more: { token?: string | undefined; payload?: string } = {},
) {
  const response = await asked.inject({
    method: route.method,
    url: pathOf(route),
    // limits are counted by address
    remoteAddress: `10.1.${everybody.indexOf(who) + 1}.1`,
    cookies: more.token === undefined ? {} : { [sessionCookieOf(house.platform)]: more.token },
    ...(route.method === 'POST'
      ? { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: more.payload ?? '' }
      : {}),
  });
  const { statusCode: status, headers, body } = response;
  if (status === 302 && headers.location?.startsWith('/dang-nhap?tiep=')) return 'sign-in';
  if (status === 404) return 'not-found';
  if (status === 403) return 'no-token';
  return status === 200 && body === 'reached' ? 'reached' : `${status}`;
}

const csrfOf = async (token: string): Promise<string> => {
  const page = await server.inject({
    url: '/khong-co-trang-nay',
    cookies: { [sessionCookieOf(house.platform)]: token },
  });
  return /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
};

/** `route: answered, not as declared` for each route that differs. */
async function differences(asked: FastifyInstance, who: Who): Promise<string[]> {
  const token = who === 'guest' ? undefined : await aSession(house, who);
  const payload = token === undefined ? '' : `csrf=${encodeURIComponent(await csrfOf(token))}`;
  const found: string[] = [];
  for (const route of probed.routes) {
    const declared = expected(probed, route.access, who);
    const answered = await ask(asked, route, who, { token, payload });
    if (answered !== declared) found.push(`${route.method} ${route.path}: ${answered}, not ${declared}`);
  }
  return found;
}

describe.each(everybody.map((who) => [nameOf(who), who] as const))('as %s', (_, who) => {
  it('each route answers as declared, and everything else is refused', async () => {
    expect(await differences(server, who)).toEqual([]);
  });

  if (who === 'guest') return;
  it('a form without its token is refused wherever it would have been taken', async () => {
    const token = await aSession(house, who);
    const takes = ({ method, machine, access }: Route) =>
      method === 'POST' && machine !== true && expected(probed, access, who) === 'reached';
    for (const route of probed.routes.filter(takes))
      expect([route.path, await ask(server, route, who, { token })]).toEqual([route.path, 'no-token']);
  });
});

describe('a form from another site', () => {
  it('is refused to a guest too', async () => {
    const responses = await Promise.all(
      probed.routes
        .filter(({ method, machine, access }) => method === 'POST' && machine !== true && access === 'public')
        .map((route) =>
          server.inject({
            method: 'POST',
            url: pathOf(route),
            headers: { 'sec-fetch-site': 'cross-site' },
            remoteAddress: '10.2.1.1',
          }),
        ),
    );
    expect(responses.length).toBeGreaterThan(0);
    expect(responses.map(({ statusCode }) => statusCode).filter((status) => status !== 403)).toEqual([]);
  });
});

describe('a planted leak', () => {
  it('is told: a route that lets in more people, or fewer, than it declares', async () => {
    const changed: Readonly<Record<string, Access>> = { '/planted/1': 'public', '/planted/3': 'citizen' };
    const routes = probed.routes.map((route) => ({ ...route, access: changed[route.path] ?? route.access }));
    const leaky = await serverOf(house, { registry: { ...probed, routes } });
    const [guest, citizen, officer] = await Promise.all(
      (['guest', 'citizen', { role: 'CV' }] as const).map((who) => differences(leaky, who)),
    );
    await leaky.close();
    expect(guest).toEqual(['GET /planted/1: reached, not sign-in', 'POST /planted/1: reached, not sign-in']);
    expect(citizen).toEqual(['GET /planted/3: reached, not not-found', 'POST /planted/3: reached, not not-found']);
    expect(officer).toEqual(['GET /planted/3: not-found, not reached', 'POST /planted/3: not-found, not reached']);
  });
});
