/** A simulator as a program: it opens its port, says where on one line, and ends with whoever started it. */
import formbody from '@fastify/formbody';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endWith, readSettings } from './settings.ts';

export interface Program {
  readonly app: FastifyInstance;
  /** Where the program listens, without a closing slash: `http://127.0.0.1:4001`. */
  readonly url: string;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Listens on HOST (loopback only, 127.0.0.1) and PORT (`defaultPort`; 0 takes a free one), lets `mount` add the routes,
 * then prints `{"ready":true,"name":…,"url":…}`.
 */
export async function startProgram(
  name: string,
  defaultPort: number,
  mount: (program: Program) => Promise<void> | void,
): Promise<void> {
  endWithParent();
  const settings = readSettings(name, [], { HOST: '127.0.0.1', PORT: String(defaultPort) });
  if (!LOOPBACK.has(settings.HOST))
    endWith(name, `chỉ chạy trên máy này, không mở ra ${settings.HOST} (loopback only).`);

  const port = Number(settings.PORT);
  if (!/^\d+$/.test(settings.PORT) || port > 65_535)
    endWith(name, `PORT phải là số từ 0 đến 65535, không phải "${settings.PORT}" (not a port).`);

  // the socket comes first: an OpenID provider must know its own address before it is built
  const server = createServer();
  server.listen(port, settings.HOST);
  await once(server, 'listening').catch((error: Error) =>
    endWith(name, `không mở được cổng ${port}: ${error.message}`),
  );
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;

  // until the routes are there, whoever comes is asked to come again
  let ready = false;
  const app = Fastify({
    serverFactory: (handler) =>
      server.on('request', (request, response) =>
        ready ? handler(request, response) : response.writeHead(503, { 'retry-after': '1' }).end(),
      ),
  });
  await app.register(formbody);
  app.setErrorHandler(answerError);
  app.get('/healthz', async () => ({ ok: true, name }));
  await mount({ app, url });
  await app.ready();
  ready = true;
  process.stdout.write(`${JSON.stringify({ ready: true, name, url })}\n`);
}

/** What a caller did wrong is told in the answer; what we did wrong also goes to the error output. */
async function answerError(
  error: FastifyError,
  _request: unknown,
  reply: { code(status: number): unknown },
): Promise<unknown> {
  const status = error.statusCode ?? 500;
  if (status >= 500) process.stderr.write(`${error.stack}\n`);
  reply.code(status);
  return { code: status < 500 ? 'simulator.bad-request' : 'simulator.failed', message: error.message };
}

/** Ends at once on SIGTERM, when the pipe to the parent closes, or when another process has become the parent. */
function endWithParent(): void {
  const end = () => process.exit(0);
  const parent = process.ppid;
  process.on('SIGTERM', end);
  setInterval(() => process.ppid === parent || end(), 250).unref();
  process.stdout.on('error', end);

  const stdin = fstatSync(0);
  if (!stdin.isFIFO() && !stdin.isSocket()) return;
  process.stdin.on('close', end).resume();
  // Ctrl-C in the terminal reaches the parent too; it decides when its own requests are drained and closes the pipe
  process.on('SIGINT', () => {});
}
