/** Live streams: fragments of pages sent as server-sent events for as long as somebody with a session looks at the page they belong to. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Live } from './route.ts';

export interface LiveStreams {
  /** Answers with a stream, or with 429 or 503 when there are too many; the island asks again later. */
  open(request: FastifyRequest, reply: FastifyReply, stream: StreamToOpen): FastifyReply;
  /** Ends all of them and waits until they have said so: part of a graceful stop. */
  endAll(): Promise<void>;
}

export interface StreamToOpen {
  /** Whose it is: one session has a few streams, one for each window it looks at. */
  readonly session: string;
  readonly follow: (live: Live) => AsyncIterable<VNode>;
  readonly renew: Live['renew'];
  readonly render: (fragment: VNode) => string;
}

interface Open {
  readonly session: string;
  readonly stopping: AbortController;
  ended: Promise<void>;
}

/** For all sessions of this process; one costs a socket, and a look at the database when something changed. */
const MOST = 500;
const PER_SESSION = 4;
/** Looks that may ask the database at once: the pages of everybody else need its connections too. */
const AT_ONCE = 4;
/** Proxies cut a silent connection after a minute; an ended session is noticed as soon. */
const BEAT_MS = 20_000;
const RETRY_MS = 5000;
/** Bytes that a browser has not taken: it is asleep or gone. */
const MOST_UNREAD = 1024 * 1024;

export function liveStreams(): LiveStreams {
  const all = new Set<Open>();
  const inTurn = turns(AT_ONCE);
  return {
    open(request, reply, stream) {
      const own = [...all].filter(({ session }) => session === stream.session).length;
      if (own >= PER_SESSION) return reply.code(429).header('retry-after', '60').send();
      if (all.size >= MOST) return reply.code(503).header('retry-after', '60').send();
      const stopping = new AbortController();
      const opened: Open = { session: stream.session, stopping, ended: Promise.resolve() };
      all.add(opened);
      reply.hijack();
      opened.ended = pump(request, reply, { ...stream, stopping, inTurn }).finally(() => all.delete(opened));
      return reply;
    },
    async endAll() {
      for (const { stopping } of all) stopping.abort();
      await Promise.all([...all].map(({ ended }) => ended));
    },
  };
}

interface Pumped extends StreamToOpen {
  readonly stopping: AbortController;
  readonly inTurn: Live['inTurn'];
}

async function pump(request: FastifyRequest, reply: FastifyReply, stream: Pumped): Promise<void> {
  const { follow, renew, render, stopping, inTurn } = stream;
  const { raw } = reply;
  raw.on('close', () => stopping.abort());
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would wait for a full buffer
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${RETRY_MS}\n\n`);
  const beat = setInterval(() => void beatOrEnd(), BEAT_MS);
  async function beatOrEnd(): Promise<void> {
    const isOurs = (await renew().catch(() => undefined)) !== undefined && raw.writableLength < MOST_UNREAD;
    if (!isOurs) stopping.abort();
    else if (!stopping.signal.aborted) raw.write(':\n\n');
  }
  try {
    for await (const fragment of follow({ signal: stopping.signal, renew, inTurn })) {
      if (stopping.signal.aborted) break;
      raw.write(eventOf(render(fragment)));
    }
  } catch (error) {
    // the browser connects again by itself, and says meanwhile that the page is old
    if (!stopping.signal.aborted) request.log.error({ err: error, requestId: request.id }, 'live stream failed');
  } finally {
    clearInterval(beat);
    raw.end();
  }
}

const eventOf = (html: string): string => `data: ${html.replaceAll('\n', '\ndata: ')}\n\n`;

/** Work waits until fewer than `most` others are at it. */
function turns(most: number): Live['inTurn'] {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
