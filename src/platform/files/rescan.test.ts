import { createServer, type Server } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EICAR, isClamdHere, speakInstream, startClamd } from '../../../test/harness/clamd.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { newId } from '../db/ids.ts';
import type { Platform } from '../system/platform.ts';
import { rescanFiles } from './rescan.ts';
import { findFiles, storeFile } from './store-file.ts';

let house: House;
const folder = mkdtempSync(join(tmpdir(), 'vamco-clamd-'));
beforeAll(async () => {
  house = await aHouse();
}, 120_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const pdf = (text: Uint8Array | string) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(text), Buffer.from('\n%%EOF\n')]);
const HARMFUL = pdf(EICAR);

/** As it is while its scanner is at this address. */
const scannedAt = (clamd: string): Platform => ({
  ...house.platform,
  config: { ...house.platform.config, clamd },
});

async function upload(platform: Platform, bytes: Uint8Array): Promise<string> {
  const owner = { type: 'dossier', id: newId() };
  const given = { name: 'giấy.pdf', bytes, purpose: 'component' as const, owner, at: platform.clock() };
  const { file, fault } = await storeFile(platform, given);
  if (!file) throw new Error(fault.code);
  return file.id;
}

const closedOf = async (platform: Platform, id: string) =>
  (await findFiles(platform, { ids: [id] }))[0]?.closed?.code ?? 'open';

async function lookAgain(address: string): Promise<void> {
  const away = scannedAt('unix:/nobody/listens/here');
  const [clean, harmful] = [await upload(away, pdf(`trong ${newId()}`)), await upload(away, HARMFUL)];
  expect([await closedOf(away, clean), await closedOf(away, harmful)]).toEqual([
    'files.quarantined',
    'files.quarantined',
  ]);
  expect(await rescanFiles(away)).toEqual({ released: 0, quarantined: 0, unknown: 0 });

  const back = scannedAt(address);
  expect(await rescanFiles(back)).toEqual({ released: 1, quarantined: 1, unknown: 0 });
  expect([await closedOf(back, clean), await closedOf(back, harmful)]).toEqual(['open', 'files.infected']);
  expect(await rescanFiles(back)).toEqual({ released: 0, quarantined: 0, unknown: 0 });
  // For good, also where nobody scans any more.
  expect(await closedOf(house.platform, harmful)).toBe('files.infected');
  await house.platform.db.deleteFrom('files.file').execute();
  await house.platform.db.deleteFrom('files.blob').execute();
}

test('what came while the scanner was away is looked at when it is back: opened, or closed for good', async () => {
  const path = join(folder, 'peer.ctl');
  const peer: Server = createServer(speakInstream);
  await new Promise<void>((resolve) => peer.listen(path, resolve));
  await lookAgain(`unix:${path}`);
  await new Promise((resolve) => peer.close(resolve));
});

test.runIf(isClamdHere)('clamd itself looks again at what came while it was away', async () => {
  const clamd = await startClamd(folder, HARMFUL);
  await lookAgain(clamd.address);
  await clamd.stop();
});

test('a scanner that goes away in the middle leaves the rest for the next time', async () => {
  const away = scannedAt('unix:/nobody/listens/here');
  for (let count = 0; count < 4; count++) await upload(away, pdf(`tệp ${count}`));
  const path = join(folder, 'leaving.ctl');
  let scans = 0;
  const peer = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (piece) => {
      if (piece.subarray(0, 6).equals(Buffer.from('zPING\0'))) return void socket.end(scans < 2 ? 'PONG\0' : '');
      scans += 1;
      if (scans === 2) return void socket.destroy();
      socket.end('stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => peer.listen(path, resolve));
  expect(await rescanFiles(scannedAt(`unix:${path}`))).toEqual({ released: 1, quarantined: 0, unknown: 1 });
  await new Promise((resolve) => peer.close(resolve));
});
