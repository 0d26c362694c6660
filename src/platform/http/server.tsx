/** The web server: Fastify with our headers, sessions, form tokens, errors as pages, and routes mounted from the registry. */
import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { isLoopback } from '../config/config.ts';
import type { SignedIn } from '../identity/signed-in.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Platform } from '../system/platform.ts';
import { type Admission, admission, MOST_AT_ONCE, MOST_WAITING, Overloaded } from './admission.ts';
import { renderFragment, send } from './answering.tsx';
import { isFormToken } from './form-token.ts';
import { type LiveStreams, liveStreams, type StreamToOpen } from './live-streams.tsx';
import { type Body, cleanFields, EMPTY, readBody } from './reading.ts';
import type { Access, Answer, Exchange, Route } from './route.ts';
import { notFound, page } from './route.ts';
import { countRequest, metricsText } from './metrics.ts';
import { LevelPage } from './pages/level-page.tsx';
import { holdUnusedSockets } from './unused-sockets.ts';
import { ProblemPage } from './pages/problem-page.tsx';

export interface ServerParts {
  readonly platform: Platform;
  /** Who the request's session cookie belongs to; undefined for a guest, an ended or a revoked session. */
  readonly identify: (
    cookie: string | undefined,
    at: Exchange['clock'],
    /** Asked by the program, not by something the person did: the session does not live longer by it. */
    unseen?: boolean,
  ) => Promise<SignedIn | undefined>;
  readonly sessionCookie: string;
  /** Folder of built assets, served under /assets/. */
  readonly assetFolder: string;
  /** True once the database is migrated and the pack loaded. */
  readonly isReady: () => boolean | Promise<boolean>;
}

const MINUTE_LIMIT = 600;

export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config } = parts.platform;
  const app = fastify({
    logger: { level: config.logLevel === 'info' ? 'warn' : config.logLevel },
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    genReqId: () => randomBytes(9).toString('base64url'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // A request that has not arrived whole within a minute is a slow attack or a lost line.
    requestTimeout: 60_000,
    return503OnClosing: true,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: 20 * 1024 * 1024, files: 30, fields: 2000, fieldSize: 100_000, parts: 2100 },
  });
  await app.register(rateLimit, {
    global: true,
    max: MINUTE_LIMIT,
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/assets/'),
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    hsts: config.publicUrl?.startsWith('https:') ?? false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(staticFiles, {
    root: parts.assetFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: false,
  });
  app.addContentTypeParser(
    ['application/json', 'application/problem+json'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1024 * 1024 }, (_request, body, done) =>
    done(null, body),
  );
  const streams = liveStreams();
  const endUnusedSockets = holdUnusedSockets(app.server);
  app.addHook('preClose', async () => {
    await streams.endAll();
    endUnusedSockets();
  });
  app.addHook('onResponse', async (request, reply) => countRequest(request, reply));
  mountHealth(app, parts);
  const doors = admission(MOST_AT_ONCE, MOST_WAITING);
  for (const route of parts.platform.registry.routes) mountRoute(app, parts, { route, streams, doors });
  app.setNotFoundHandler(async (request, reply) =>
    send(parts.platform, reply, await openExchange(parts, request), notFound, request),
  );
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = statusOf(error);
    const overloaded = error instanceof Overloaded;
    if (status >= 500 && !overloaded) request.log.error({ err: error, requestId: request.id }, 'request failed');
    if (status === 503) reply.header('retry-after', `${overloaded ? error.retryAfter : 5}`);
    // Without the session: looking it up may be what failed.
    const exchange = exchangeOf(parts, request, EMPTY, undefined);
    await send(
      parts.platform,
      reply,
      exchange,
      page(<ProblemPage status={status} requestId={exchange.requestId} />, status),
      request,
    );
  });
  return app;
}

/** A database that is away or full is a matter of seconds: the browser is told when to come back. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300', '08006']);

function statusOf(error: Error & { statusCode?: number; code?: string }): number {
  if (error instanceof Overloaded) return 503;
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return error.statusCode;
  return AWAY.has(error.code ?? '') || /timeout exceeded when trying to connect/.test(error.message) ? 503 : 500;
}

function mountHealth(app: FastifyInstance, parts: ServerParts): void {
  app.get('/healthz', { config: { rateLimit: false } }, async () => ({ ok: true }));
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) =>
    (await parts.isReady()) ? { ready: true } : reply.code(503).send({ ready: false }),
  );
  // For a collector on this machine; counts are nobody else's business.
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) =>
    isLoopback(request.socket.remoteAddress ?? '')
      ? reply.type('text/plain; version=0.0.4').send(metricsText())
      : reply.code(404).send(),
  );
  app.get('/favicon.ico', { config: { rateLimit: false } }, async (_request, reply) => {
    const icon = parts.platform.assets['favicon.svg'];
    return icon ? reply.redirect(icon, 302) : reply.code(204).send();
  });
}

function mountRoute(
  app: FastifyInstance,
  parts: ServerParts,
  { route, streams, doors }: { route: Route; streams: LiveStreams; doors: Admission },
): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
    config: { access: route.access, rateLimit: { max: route.perMinute ?? MINUTE_LIMIT, timeWindow: '1 minute' } },
    handler: (request, reply) =>
      doors.admit(async () => {
        const exchange = await openExchange(parts, request, route.live);
        const answered = await handle(parts, route, exchange);
        return answered.kind === 'live'
          ? streams.open(request, reply, streamOf(parts, request, { route, exchange, answered }))
          : send(parts.platform, reply, exchange, answered, request);
      }),
  });
}

async function handle(parts: ServerParts, route: Route, exchange: Exchange): Promise<Answer> {
  const refused = refuseAccess(route.access, exchange);
  if (refused) return refused;
  if (route.binding && exchange.signedIn?.assurance === 1)
    return page(<LevelPage registry={parts.platform.registry} />, 403);
  if (route.method === 'POST' && !route.machine && !isOurForm(parts, exchange)) {
    return page(<ProblemPage status={403} requestId={exchange.requestId} />, 403);
  }
  return route.handle(exchange);
}

/** A guest is sent to sign in and comes back; an account without the right is told that the page does not exist. */
function refuseAccess(access: Access, { signedIn, path }: Exchange): Answer | undefined {
  if (access === 'public') return undefined;
  if (!signedIn) return { kind: 'redirect', to: `/dang-nhap?tiep=${encodeURIComponent(path)}`, status: 302 };
  if (access === 'signed-in') return undefined;
  if (access === 'citizen') return signedIn.kind === 'officer' ? notFound : undefined;
  return signedIn.permissions.has(access.permission) ? undefined : notFound;
}

/** A form that acts must come from our own page: same origin when the browser says where it comes from, and for a session its token too. */
function isOurForm(parts: ServerParts, exchange: Exchange): boolean {
  const site = exchange.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = exchange.headers.origin;
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== exchange.headers.host) return false;
  const { signedIn } = exchange;
  if (!signedIn) return true;
  const token = exchange.form.csrf;
  return typeof token === 'string' && isFormToken(parts.platform.secret, signedIn.sessionId, token);
}

function streamOf(
  parts: ServerParts,
  request: FastifyRequest,
  { route, exchange, answered }: { route: Route; exchange: Exchange; answered: Extract<Answer, { kind: 'live' }> },
): StreamToOpen {
  return {
    session: answered.viewer ?? exchange.signedIn?.sessionId ?? exchange.address,
    follow: answered.follow,
    async renew() {
      const now = await openExchange(parts, request, true);
      return refuseAccess(route.access, now) ? undefined : now;
    },
    render: (fragment) => renderFragment(parts.platform, exchange, fragment),
  };
}

async function openExchange(parts: ServerParts, request: FastifyRequest, unseen?: boolean): Promise<Exchange> {
  const body = await readBody(request);
  const signedIn = await parts.identify(request.cookies[parts.sessionCookie], parts.platform.clock, unseen);
  return exchangeOf(parts, request, body, signedIn);
}

function exchangeOf(parts: ServerParts, request: FastifyRequest, body: Body, signedIn: SignedIn | undefined): Exchange {
  const { platform } = parts;
  const query = cleanFields(request.query as Exchange['query']);
  return {
    platform,
    db: platform.db,
    clock: platform.clock,
    locale: localeOf(query, request.cookies.ngon_ngu),
    path: request.url,
    params: cleanFields(request.params as Record<string, string>) as Record<string, string>,
    query,
    ...body,
    form: cleanFields(body.form),
    headers: request.headers as Record<string, string | undefined>,
    signedIn,
    address: request.ip,
    requestId: request.id,
    cookie: (name) => request.cookies[name],
  };
}

function localeOf(query: Exchange['query'], remembered: string | undefined): Locale {
  const asked = query['ngon-ngu'] ?? remembered;
  return asked === 'en' ? 'en' : 'vi';
}
