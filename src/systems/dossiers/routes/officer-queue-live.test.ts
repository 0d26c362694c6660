import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount, aSession, type Who } from '../../../../test/harness/people.ts';
import { followCases } from '../../../platform/cases/case-changes.ts';
import { newId } from '../../../platform/db/ids.ts';
import { endSessions } from '../../../platform/identity/session.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { sessionCookieOf } from '../../../platform/identity/sign-in-routes.tsx';
import { acceptDossier, askForSupplement } from '../dossiers.ts';
import type { DossierTables } from '../tables.ts';

const HERE: Exclude<Who, 'guest'> = { role: 'TN', unit: 'H53.101.1' };
const ELSEWHERE: Exclude<Who, 'guest'> = { role: 'TN', unit: 'H53.102.1' };

let house: House<DossierTables>;
let server: FastifyInstance;
let origin: string;
const open: AbortController[] = [];

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  await server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}, 120_000);
afterEach(() => {
  for (const stream of open.splice(0)) stream.abort();
});
afterAll(async () => {
  await server.close();
  await house.close();
});

interface Stream {
  readonly status: number;
  /** The next fragment; undefined when the stream has ended. */
  next(): Promise<string | undefined>;
}

async function openStream(token: string, path: string, from = origin): Promise<Stream> {
  const stopping = new AbortController();
  open.push(stopping);
  const response = await fetch(from + path, {
    headers: { cookie: `${sessionCookieOf(house.platform)}=${token}` },
    redirect: 'manual',
    signal: stopping.signal,
  });
  if (response.status !== 200) await response.arrayBuffer();
  const reader = response.status === 200 ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
  let text = '';
  return {
    status: response.status,
    async next() {
      for (;;) {
        const event = /^((?:data: .*\n)+)\n/m.exec(text);
        if (event) {
          text = text.slice(event.index + event[0].length);
          return event[1]?.replaceAll(/^data: /gm, '');
        }
        const read = await reader?.read().catch(() => undefined);
        if (!read || read.done) return undefined;
        text += read.value;
      }
    },
  };
}

/** Where the page of a queue, as this person sees it now, is told of changes. */
async function liveOf(who: Exclude<Who, 'guest'>, query = 'hang=don-vi'): Promise<string> {
  const visitor = await browse(house, server, { as: who });
  const page = await visitor.get(`/can-bo/ho-so?${query}`);
  return /<live-list src="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

async function newDossier(): Promise<string> {
  const id = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  await house.readJournal();
  return id;
}

const colleague = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN'] };

/** It goes on to the section that examines it. */
async function accept(caseId: string): Promise<void> {
  const outcome = await acceptDossier(house.acting, colleague, { commandId: newId(), caseId });
  expect(outcome.kind).toBe('done');
  await house.readJournal();
}

/** It stays where it is and waits for its applicant. */
async function askForMore(caseId: string): Promise<void> {
  const items = [{ component: null, text: 'Chụp lại giấy chứng sinh.' }];
  const asked = { commandId: newId(), caseId, items, reason: 'Ảnh mờ.' };
  expect((await askForSupplement(house.acting, colleague, asked)).kind).toBe('done');
  await house.readJournal();
}

const keysOf = (html: string | undefined): string[] =>
  [...(html ?? '').matchAll(/data-key="([^"]+)"/g)].map(([, key]) => key ?? '');

test('what another officer does to a line of the page is sent as that line alone; what is new is counted', async () => {
  const [first, second] = [await newDossier(), await newDossier()];
  const stream = await openStream(await aSession(house, HERE), await liveOf(HERE));
  expect(stream.status).toBe(200);
  const quiet = await stream.next();
  expect(keysOf(quiet)).toEqual([]);
  expect(quiet).toContain('Cập nhật <time>08:00:00</time>');
  expect(quiet).not.toContain('data-live-reload');

  await askForMore(first);
  const changed = await stream.next();
  expect(keysOf(changed)).toEqual([first]);
  expect(changed).not.toContain('data-gone');
  expect(changed).toContain('Tạm dừng');

  const third = await newDossier();
  const news = await stream.next();
  expect(keysOf(news)).toEqual([]);
  expect(news).toContain('1 hồ sơ mới');
  expect([second, third].some((id) => news?.includes(id))).toBe(false);
});

test('a line that belongs in the queue no longer is told to have gone, once', async () => {
  const id = await newDossier();
  const stream = await openStream(await aSession(house, HERE), await liveOf(HERE, 'hang=cho-tiep-nhan'));
  await stream.next();
  await accept(id);
  const gone = await stream.next();
  expect(gone).toMatch(new RegExp(`<tr data-key="${id}" data-gone[^>]*><td>Đã rời hàng đợi`));
  await newDossier();
  expect(keysOf(await stream.next())).not.toContain(id);
});

test('an officer elsewhere is told nothing of it, whatever ids they ask about', async () => {
  const id = await newDossier();
  const mine = await liveOf(HERE);
  expect(mine).toContain(id);
  const stream = await openStream(await aSession(house, ELSEWHERE), mine);
  // lines outside their scope are no lines of theirs: gone at once, changed or not
  const first = await stream.next();
  expect(first).toContain(`data-key="${id}" data-gone`);
  expect(first).not.toContain('Nguyễn Thị Lúa');
  await accept(id);
  const waited = await Promise.race([stream.next(), new Promise((resolve) => setTimeout(resolve, 4000, 'nothing'))]);
  expect(waited).toBe('nothing');
}, 20_000);

test('the stream ends with the session, and with the position that gave the right', async () => {
  const token = await aSession(house, HERE);
  const stream = await openStream(token, await liveOf(HERE));
  await stream.next();
  const accountId = await anAccount(house, HERE);
  await endSessions(house.platform.db, programActor('test'), { accountId, why: 'revoked', at: house.platform.clock() });
  await newDossier();
  expect(await stream.next()).toBeUndefined();
  expect((await openStream(token, await liveOf(HERE))).status).toBe(302);

  const again = await openStream(await aSession(house, HERE), await liveOf(HERE));
  await again.next();
  await sql`update organisation.holding set valid_to = '2026-11-22', valid_from = '2026-11-01' where account_id = ${accountId}`.execute(
    house.db,
  );
  await newDossier();
  expect(await again.next()).toBeUndefined();
  await sql`update organisation.holding set valid_to = null where account_id = ${accountId}`.execute(house.db);
}, 20_000);

test('a page that stands open does not keep its session awake', async () => {
  const token = await aSession(house, HERE);
  const path = await liveOf(HERE);
  house.setClock('2026-11-23T08:20');
  const stream = await openStream(token, path);
  expect(stream.status).toBe(200);
  await stream.next();
  house.setClock('2026-11-23T08:31');
  await newDossier();
  expect(await stream.next()).toBeUndefined();
  house.setClock('2026-11-23T08:00');
}, 20_000);

test('a session looks at four windows at most; a stream that is closed makes room', async () => {
  const token = await aSession(house, HERE);
  const path = await liveOf(HERE);
  const streams = await Promise.all([1, 2, 3, 4].map(() => openStream(token, path)));
  expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await openStream(token, path)).status).toBe(429);
  for (const stream of open.splice(0)) stream.abort();
  await expect.poll(async () => (await openStream(token, path)).status).toBe(200);
});

test('another web process is told as well, and a graceful stop ends its streams at once', async () => {
  const second = await serverOf(house, { caseChanges: followCases(house.platform.db) });
  await second.listen({ host: '127.0.0.1', port: 0 });
  const there = `http://127.0.0.1:${(second.server.address() as AddressInfo).port}`;
  const id = await newDossier();
  const stream = await openStream(await aSession(house, HERE), await liveOf(HERE), there);
  await stream.next();
  await askForMore(id);
  expect(keysOf(await stream.next())).toEqual([id]);
  await second.close();
  expect(await stream.next()).toBeUndefined();
}, 20_000);
