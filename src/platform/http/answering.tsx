/** Answering: an answer becomes bytes, headers and cookies; pages get their frame and a content security policy without inline script or style. */
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { newId } from '../db/ids.ts';
import { ACCOUNT_PATH, homeOf, placesOf, SEAT_PATH } from '../identity/home.ts';
import { countUnread } from '../notifications/inbox.ts';
import { FrameProvider, type PageFrame, type Reader } from '../web/frame.tsx';
import { renderPage } from '../web/render-page.ts';
import type { Platform } from '../system/platform.ts';
import { makeFormToken } from './form-token.ts';
import { OutcomePage } from './pages/outcome-page.tsx';
import { pagePath } from './page-path.ts';
import { ProblemPage } from './pages/problem-page.tsx';
import { problemOf } from './problem.ts';
import type { Exchange, SetCookie, WholeAnswer } from './route.ts';

const compress = promisify(gzip);
const OUTCOME_STATUS = { refusal: 409, 'not-found': 404, changed: 409, 'command-reused': 422 } as const;

export async function send(
  platform: Platform,
  reply: FastifyReply,
  exchange: Exchange,
  answer: WholeAnswer,
  request: FastifyRequest,
): Promise<FastifyReply> {
  reply.header('x-request-id', exchange.requestId);
  for (const cookie of answer.cookies ?? []) setCookie(platform, reply, cookie);
  if (exchange.query['ngon-ngu'])
    setCookie(platform, reply, { name: 'ngon_ngu', value: exchange.locale, maxAgeSeconds: 31_536_000 });
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
  switch (answer.kind) {
    case 'page':
      return sendPage(platform, reply, exchange, answer.page, answer.status, request, answer.imagesFrom);
    case 'redirect':
      return reply.header('cache-control', 'no-store').redirect(asLocation(answer.to), answer.status);
    case 'json':
      return reply
        .code(answer.status)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body));
    case 'text':
      return reply.code(answer.status).type(answer.type).send(answer.text);
    case 'file':
      return (
        reply
          .type(answer.type)
          .header('cache-control', 'private, no-store')
          .header(
            'content-disposition',
            `${answer.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
          )
          // A file from outside is shown in an empty world: no script, no frames, no network.
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
          .send(Buffer.from(answer.bytes))
      );
    case 'stream':
      return reply
        .type(answer.type)
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
        .send(answer.body);
    case 'not-found':
      if (wantsJson(exchange))
        return sendProblem(reply, problemOf({ kind: 'not-found' }, platform.registry, exchange.locale), 404);
      return sendPage(
        platform,
        reply,
        exchange,
        <ProblemPage status={404} requestId={exchange.requestId} />,
        404,
        request,
      );
    case 'outcome': {
      const status = OUTCOME_STATUS[answer.outcome.kind];
      if (wantsJson(exchange))
        return sendProblem(reply, problemOf(answer.outcome, platform.registry, exchange.locale), status);
      const vnode = <OutcomePage outcome={answer.outcome} registry={platform.registry} back={answer.back} />;
      return sendPage(platform, reply, exchange, vnode, status, request);
    }
  }
}

/** A header holds no other characters, and what came in a path may hold any. */
const asLocation = (to: string): string =>
  to.toWellFormed().replaceAll(/[^\u0021-\u007E]+/g, (strange) => encodeURIComponent(strange));

const wantsJson = (exchange: Exchange): boolean =>
  exchange.path.startsWith('/api/') || (exchange.headers.accept ?? '').startsWith('application/json');

const sendProblem = (reply: FastifyReply, problem: object, status: number): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problem, status }));

const COMPRESS_FROM_BYTES = 1400;

async function sendPage(
  platform: Platform,
  reply: FastifyReply,
  exchange: Exchange,
  vnode: VNode,
  status: number,
  request: FastifyRequest,
  imagesFrom: readonly string[] = [],
): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  const again = request.method === 'GET' ? exchange : againOf(platform, exchange);
  const frame = frameOf(platform, again, { nonce, reader: await readerOf(platform, again) });
  const html = renderPage(<FrameProvider frame={frame}>{vnode}</FrameProvider>);
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', exchange.signedIn || status !== 200 ? 'private, no-store' : 'private, no-cache')
    .header('content-language', exchange.locale)
    .header('vary', 'cookie, accept-encoding')
    .header('content-security-policy', policyOf(platform, nonce, imagesFrom));
  const bytes = Buffer.from(html, 'utf8');
  if (bytes.length < COMPRESS_FROM_BYTES || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(await compress(bytes));
}

/** A part of a page that is there already, in the frame of its exchange. */
export function renderFragment(platform: Platform, exchange: Exchange, fragment: VNode): string {
  // the bar with the reader's name is not among what changes
  const frame = frameOf(platform, exchange, { nonce: '', reader: { signedIn: false, signIn: '' } });
  return renderToString(<FrameProvider frame={frame}>{fragment}</FrameProvider>);
}

function policyOf(platform: Platform, nonce: string, imagesFrom: readonly string[]): string {
  const peers = [platform.config.oidcIssuer, platform.config.bankUrl].flatMap((url) =>
    url ? [new URL(url).origin] : [],
  );
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data: blob:", ...imagesFrom].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    `form-action ${["'self'", ...new Set(peers)].join(' ')}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/** A page that answers a form is asked for again, in another language or after signing in, where it can be. */
const againOf = ({ registry }: Platform, exchange: Exchange): Exchange => ({
  ...exchange,
  path: pagePath(registry.routes, exchange.path),
});

async function readerOf(platform: Platform, { signedIn, path }: Exchange): Promise<Reader> {
  const { db, site, registry } = platform;
  if (!signedIn) return { signedIn: false, signIn: `/dang-nhap?tiep=${encodeURIComponent(path)}` };
  const unit = signedIn.active?.unitName;
  const desk = signedIn.kind === 'officer' && {
    places: placesOf(site, signedIn),
    counts: (await Promise.all(registry.systems.map(async ({ barCount }) => barCount?.(platform, signedIn)))).flatMap(
      (counted) => counted ?? [],
    ),
    seat: SEAT_PATH,
    ...(unit && { unit }),
  };
  return {
    signedIn: true,
    name: signedIn.name,
    home: homeOf(site, signedIn),
    account: ACCOUNT_PATH,
    inbox: '/thong-bao',
    unread: await countUnread(db, signedIn.accountId),
    signOut: '/dang-xuat',
    ...(desk && { desk }),
  };
}

function frameOf(
  platform: Platform,
  exchange: Exchange,
  { nonce, reader }: { readonly nonce: string; readonly reader: Reader },
): PageFrame {
  const { signedIn } = exchange;
  return {
    locale: exchange.locale,
    path: exchange.path,
    assets: platform.assets,
    site: platform.site,
    reader,
    simulated: platform.mode !== 'production',
    newCommandId: newId,
    nonce,
    ...(signedIn ? { csrf: makeFormToken(platform.secret, signedIn.sessionId) } : {}),
  };
}

function setCookie(platform: Platform, reply: FastifyReply, cookie: SetCookie): void {
  const secure = platform.config.publicUrl?.startsWith('https:') ?? false;
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (cookie.value === null) reply.clearCookie(cookie.name, options);
  else
    reply.setCookie(cookie.name, cookie.value, {
      ...options,
      ...(cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds }),
    });
}
