/** A merchant's side of a callback, for tests: a real HTTP server that keeps the bytes it was sent and answers as told. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Merchant {
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** Statuses of the next answers, in order; 204 when there are none left. */
  readonly answers: number[];
  /** Waits until so many calls have come; throws after five seconds. */
  received(count: number): Promise<readonly ReceivedCall[]>;
  stop(): Promise<void>;
}

export async function openMerchant(): Promise<Merchant> {
  const calls: ReceivedCall[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    calls,
    answers,
    async received(count) {
      for (let tries = 0; calls.length < count && tries < 250; tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      if (calls.length < count) throw new Error(`${calls.length} calls came, not ${count}`);
      return calls;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
