import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { EICAR, isClamdHere, speakInstream, startClamd } from '../../../test/harness/clamd.ts';
import { createClamdScanner, readClamdAddress } from './antivirus.ts';
import { openingFault } from './quarantine.ts';

let server: Server | undefined;
const open = new Set<Socket>();

afterEach(() => {
  for (const socket of open) socket.destroy();
  server?.close();
  server = undefined;
});

async function listen(behave: (socket: Socket) => void, path?: string): Promise<string> {
  const started = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => open.delete(socket));
    behave(socket);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(path ?? { port: 0, host: '127.0.0.1' }, resolve));
  return path === undefined ? `tcp://127.0.0.1:${(started.address() as AddressInfo).port}` : `unix:${path}`;
}

function scannerAt(address: string, timeoutMs?: number) {
  const read = readClamdAddress(address);
  if (!read) throw new Error(`not an address: ${address}`);
  return createClamdScanner(read, timeoutMs);
}

async function* pieces(...all: Buffer[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

describe('asking the scanner', () => {
  test('a scanner that is there says so; one that is away, silent or something else does not', async () => {
    expect(await scannerAt(await listen(speakInstream)).answers()).toBe(true);
    expect(await scannerAt('tcp://127.0.0.1:1').answers()).toBe(false);
    server?.close();
    expect(await scannerAt(await listen((socket) => socket.resume()), 200).answers()).toBe(false);
    server?.close();
    expect(await scannerAt(await listen((socket) => socket.end('HTTP/1.1 400'))).answers()).toBe(false);
  });

  test('clean content is clean, over TCP', async () => {
    expect(await scannerAt(await listen(speakInstream)).scan(Buffer.alloc(200_000, 'a'))).toEqual({ state: 'clean' });
  });

  test('the test virus is found by name, over a socket file and across chunks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vamco-clamd-'));
    const scanner = scannerAt(await listen(speakInstream, join(folder, 'clamd.ctl')));
    const found = await scanner.scan(pieces(EICAR.subarray(0, 20), EICAR.subarray(20)));
    expect(found).toEqual({ state: 'infected', signature: 'Eicar-Signature' });
    rmSync(folder, { recursive: true, force: true });
  });

  test('content beyond the scanner’s own limit stays unknown and says why', async () => {
    const scanner = scannerAt(await listen(speakInstream));
    expect(await scanner.scan(Buffer.alloc(5_000_000))).toEqual({
      state: 'unknown',
      reason: expect.stringMatching(/limit|ECONNRESET/),
    });
  });

  test('a scanner that is not there, hangs up or never answers leaves the state unknown', async () => {
    expect(await scannerAt('tcp://127.0.0.1:1').scan(EICAR)).toEqual({
      state: 'unknown',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await scannerAt(await listen((socket) => socket.destroy())).scan(EICAR)).toMatchObject({ state: 'unknown' });
    server?.close();
    const silent = await listen((socket) => socket.resume());
    expect(await scannerAt(silent, 200).scan(EICAR)).toEqual({ state: 'unknown', reason: 'no answer within 200 ms' });
  });

  test('content that cannot be read is unknown, never clean', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a');
      throw new Error('the disk is gone');
    }
    expect(await scannerAt(await listen(speakInstream)).scan(broken())).toEqual({
      state: 'unknown',
      reason: 'the disk is gone',
    });
  });
});

if (isClamdHere) {
  test('clamd itself finds the test virus, passes what is clean and breaks off what is too large', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vamco-clamd-'));
    const clamd = await startClamd(folder);
    const scanner = scannerAt(clamd.address);
    expect(await scanner.answers()).toBe(true);
    expect(await scanner.scan(EICAR)).toEqual({ state: 'infected', signature: 'Eicar-Test.UNOFFICIAL' });
    expect(await scanner.scan(Buffer.alloc(500_000, 'a'))).toEqual({ state: 'clean' });
    expect((await scanner.scan(Buffer.alloc(5_000_000))).state).toBe('unknown');
    await clamd.stop();
    rmSync(folder, { recursive: true, force: true });
  });
} else {
  console.warn(
    'clamd was not found: the protocol is tested against a peer that speaks INSTREAM, not against clamd itself',
  );
}

test.each([
  ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['tcp://host:99999', undefined],
  ['http://host:3310', undefined],
  ['', undefined],
])('the address %j is read as %j', (text, address) => {
  expect(readClamdAddress(text)).toEqual(address);
});

test('an unchecked file opens only where nobody checks, an infected one nowhere', () => {
  expect(openingFault('clean', { checking: true })).toBeUndefined();
  expect(openingFault('unknown', { checking: true })?.code).toBe('files.quarantined');
  expect(openingFault('unknown', { checking: false })).toBeUndefined();
  expect(openingFault('infected', { checking: false })?.code).toBe('files.infected');
});
