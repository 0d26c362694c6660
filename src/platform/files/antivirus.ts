/** Asks a clamd whether content is harmful. A scanner that does not answer leaves the question open, it never fails an upload. */
import { connect, type Socket } from 'node:net';
import type { Content } from './blob-store.ts';

/** `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`, read. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export type ScanState = 'unknown' | 'clean' | 'infected';

export type ScanResult =
  | { readonly state: 'clean' }
  | { readonly state: 'infected'; readonly signature: string }
  /** `reason` is for the operator's log. */
  | { readonly state: 'unknown'; readonly reason: string };

export interface Scanner {
  readonly scan: (content: Content) => Promise<ScanResult>;
  /** Whether it is there at all. */
  readonly answers: () => Promise<boolean>;
}

const TIMEOUT_MS = 60_000;
const CHUNK = 64 * 1024;

export function createClamdScanner(address: ClamdAddress, timeoutMs = TIMEOUT_MS): Scanner {
  return { scan: (content) => scan(address, content, timeoutMs), answers: () => ping(address, timeoutMs) };
}

export function readClamdAddress(text: string): ClamdAddress | undefined {
  const tcp = /^tcp:\/\/([^:/]+|\[[0-9a-f:]+\]):(\d{1,5})\/?$/i.exec(text);
  if (tcp?.[1] !== undefined && Number(tcp[2]) <= 65_535)
    return { host: tcp[1].replaceAll(/[[\]]/g, ''), port: Number(tcp[2]) };
  const unix = /^unix:(?:\/\/)?(\/.+)$/.exec(text);
  return unix?.[1] === undefined ? undefined : { path: unix[1] };
}

/** clamd(8), PING. */
async function ping(address: ClamdAddress, timeoutMs: number): Promise<boolean> {
  const socket = connect(address);
  const answer = answerOf(socket, timeoutMs);
  await write(socket, Buffer.from('zPING\0', 'latin1'));
  return answer
    .then(
      (text) => text === 'PONG',
      () => false,
    )
    .finally(() => socket.destroy());
}

/** clamd(8), INSTREAM: the content in chunks, each after its length in four bytes, ended by a chunk of length zero. */
async function scan(address: ClamdAddress, content: Content, timeoutMs: number): Promise<ScanResult> {
  const socket = connect(address);
  const answer = answerOf(socket, timeoutMs);
  try {
    // The answer may come before everything is sent: clamd breaks off what is too large.
    await Promise.race([send(socket, content), answer.then(() => undefined)]);
    return readAnswer(await answer);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { state: 'unknown', reason: error.message };
  } finally {
    socket.destroy();
  }
}

/** Stops when clamd no longer listens: it has answered, or the connection is lost and the answer says so. */
async function send(socket: Socket, content: Content): Promise<void> {
  if (!(await write(socket, Buffer.from('zINSTREAM\0', 'latin1')))) return;
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    for (let offset = 0; offset < piece.length; offset += CHUNK) {
      const chunk = piece.subarray(offset, offset + CHUNK);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      if (!(await write(socket, Buffer.concat([length, chunk])))) return;
    }
  }
  await write(socket, Buffer.alloc(4));
}

/** Whether the bytes went out. */
const write = (socket: Socket, bytes: Uint8Array): Promise<boolean> =>
  new Promise((resolve) => {
    socket.write(bytes, (error) => resolve(!error));
  });

function answerOf(socket: Socket, timeoutMs: number): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    const pieces: Buffer[] = [];
    const received = () => Buffer.concat(pieces).toString('utf8').replaceAll('\0', '').trim();
    socket.setTimeout(timeoutMs, () => reject(new Error(`no answer within ${timeoutMs} ms`)));
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    socket.on('end', () => resolve(received()));
    // clamd closes on what it did not read, which resets the connection after its answer.
    socket.on('error', (error) => (pieces.length > 0 ? resolve(received()) : reject(error)));
  });
  // Whoever awaits it hears of a failure; nobody may be listening yet when it comes.
  answer.catch(() => undefined);
  return answer;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or an error in words. */
function readAnswer(answer: string): ScanResult {
  if (answer === 'stream: OK') return { state: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  return signature === undefined
    ? { state: 'unknown', reason: answer === '' ? 'connection closed without an answer' : answer }
    : { state: 'infected', signature };
}
