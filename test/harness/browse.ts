/** Browsing a house: pages through the real server as somebody, each one checked as it comes. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { HtmlElement } from 'html-validate';
import { findSession } from '../../src/platform/identity/find-session.ts';
import { sessionCookieOf } from '../../src/platform/identity/sign-in-routes.tsx';
import { fromRoot } from '../../src/platform/config/project-root.ts';
import { buildServer } from '../../src/platform/http/server.tsx';
import type { Locale } from '../../src/platform/i18n/texts.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import type { House } from './house.ts';
import { attributeOf, readHtml } from './html-faults.ts';
import { pageFaults } from './page-faults.ts';
import { aSession, type Who } from './people.ts';

export interface Page {
  /** As asked for. */
  readonly path: string;
  readonly status: number;
  readonly location: string | undefined;
  readonly type: string;
  /** The content security policy it came with. */
  readonly policy: string | undefined;
  readonly body: string;
  readonly bytes: Buffer;
  /** The tree of an HTML page. */
  readonly tree: HtmlElement | undefined;
  /** What the ambient checks found; `get` and `post` throw when there is anything. */
  readonly faults: readonly string[];
}

export interface Visitor {
  get(path: string): Promise<Page>;
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** The same where a field comes several times, as the boxes of a list do. */
  send(path: string, fields: URLSearchParams): Promise<Page>;
  /** Presses the button of the form with this action: its hidden fields go along. */
  press(page: Page, action: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** What the browser holds under this name. */
  cookie(name: string): string | undefined;
  /** Fetches without throwing: for a crawl that gathers what it finds. */
  look(path: string): Promise<Page>;
  /** Presses with nothing filled in, without throwing. */
  pressEmpty(page: Page, action: string): Promise<Page>;
}

export interface Visit {
  readonly as?: Who;
  readonly locale?: Locale;
}

/** The product's server on a house's platform. Close it before the house. */
export function serverOf<T>({ platform }: House<T>, changes: Partial<Platform> = {}): Promise<FastifyInstance> {
  // what the assets are called in a build does not matter to a page
  const assets = new Proxy({}, { get: (_, name) => `/assets/${String(name)}` });
  const served = { ...platform, assets, ...changes };
  return buildServer({
    platform: served,
    identify: (token, clock, unseen) =>
      findSession(served.db, { token, at: clock(), permissions: served.registry.permissions, unseen }),
    sessionCookie: sessionCookieOf(served),
    assetFolder: fromRoot('src/platform/web'),
    isReady: () => true,
  });
}

let visitors = 0;

export async function browse<T>(house: House<T>, server: FastifyInstance, visit: Visit = {}): Promise<Visitor> {
  const { as = 'guest', locale = 'vi' } = visit;
  const cookies = new Map<string, string>([['ngon_ngu', locale]]);
  if (as !== 'guest') cookies.set(sessionCookieOf(house.platform), await aSession(house, as));
  // an address of their own: limits are counted by address
  const remoteAddress = `10.0.${Math.floor(++visitors / 250)}.${visitors % 250}`;
  const answers = answersOf(house.platform);

  async function fetchPage(options: InjectOptions & { url: string }): Promise<Page> {
    const response = await server.inject({ remoteAddress, cookies: Object.fromEntries(cookies), ...options });
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const signedIn = cookies.has(sessionCookieOf(house.platform));
    return readPage(response, options.url, { locale, signedIn, answers });
  }

  const submit = (url: string, fields: URLSearchParams): Promise<Page> =>
    fetchPage({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: fields.toString(),
    });

  return {
    look: (url) => fetchPage({ method: 'GET', url }),
    get: async (url) => wellOrThrow(await fetchPage({ method: 'GET', url })),
    post: async (url, fields) => wellOrThrow(await submit(url, new URLSearchParams(fields))),
    send: async (url, fields) => wellOrThrow(await submit(url, fields)),
    press: async (page, action, fields) =>
      wellOrThrow(await submit(action, new URLSearchParams({ ...hiddenFields(page, action), ...fields }))),
    pressEmpty: (page, action) => submit(action, new URLSearchParams(hiddenFields(page, action))),
    cookie: (name) => cookies.get(name),
  };
}

async function readPage(
  response: LightMyRequestResponse,
  path: string,
  context: Pick<Parameters<typeof pageFaults>[0], 'locale' | 'signedIn' | 'answers'>,
): Promise<Page> {
  const { statusCode: status, headers, body, rawPayload: bytes } = response;
  const type = headers['content-type'] ?? '';
  const policy = headers['content-security-policy']?.toString();
  const fetched = { path, status, location: headers.location, type, policy, body, bytes };
  if (!type.startsWith('text/html')) return { ...fetched, tree: undefined, faults: [] };
  const faults = await pageFaults({ path, status, html: body, policy, ...context });
  return { ...fetched, tree: await readHtml(body), faults };
}

function wellOrThrow(page: Page): Page {
  if (page.faults.length > 0) throw new Error(`${page.path} (${page.status}):\n  ${page.faults.join('\n  ')}`);
  return page;
}

function hiddenFields({ tree, path }: Page, action: string): Record<string, string> {
  const form = tree?.querySelectorAll('form').find((one) => attributeOf(one, 'action') === action);
  if (!form) throw new Error(`no form leads to ${action} on ${path}`);
  const hidden = form.querySelectorAll('input').filter((input) => attributeOf(input, 'type') === 'hidden');
  return Object.fromEntries(
    hidden.map((input) => [attributeOf(input, 'name') ?? '', attributeOf(input, 'value') ?? '']),
  );
}

/** Whether some route of the product, or the server itself, takes this path. */
export function answersOf({ registry }: Platform): (method: 'GET' | 'POST', path: string) => boolean {
  const patterns = registry.routes.map(({ method, path }) => ({ method, shape: shapeOf(path) }));
  return (method, path) =>
    path.startsWith('/assets/') || patterns.some((route) => route.method === method && route.shape.test(path));
}

/** `/thu-tuc/:code` as a pattern; `*` takes the rest. */
export const shapeOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[a-z]+/gi, '[^/]+')
      .replace(/\*/g, '.*')}/?$`,
    'i',
  );
