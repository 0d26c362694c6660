import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '../calendar/instant.ts';
import { createDiskStore, type DiskStore } from './disk-store.ts';

let folder: string;
let store: DiskStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vamco-files-'));
  store = createDiskStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = Buffer.from('Giấy khai sinh');
const digest = createHash('sha256').update(content).digest('hex');
const incoming = () => readdirSync(join(folder, 'incoming'));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += size) yield bytes.subarray(offset, offset + size);
}

async function read(wanted: string): Promise<Buffer | undefined> {
  const chunks = await store.open(wanted);
  return chunks && buffer(chunks);
}

test('what is put can be read back by its digest, from bytes or from a stream', async () => {
  expect(await store.put(content)).toEqual({ digest, size: content.length });
  expect(await read(digest)).toEqual(content);
  expect(await store.put(inPieces(content, 3))).toEqual({ digest, size: content.length });
  expect(await store.has(digest)).toBe(true);
  expect(incoming()).toEqual([]);
});

test('the same content put by many at once is one file', async () => {
  const large = Buffer.alloc(300_000, 'x');
  const puts = await Promise.all(Array.from({ length: 20 }, () => store.put(inPieces(large, 10_000))));
  expect(new Set(puts.map((put) => put.digest)).size).toBe(1);
  expect(await store.isWhole(puts[0]?.digest ?? '')).toBe(true);
  expect(readdirSync(folder).filter((name) => name !== 'incoming')).toHaveLength(1);
});

test('content above the limit is refused while it arrives and leaves nothing', async () => {
  let sent = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      sent += 1;
      yield Buffer.alloc(1000);
    }
  }
  expect((await store.put(endless(), 10_000)).fault?.code).toBe('files.too-large');
  expect(sent).toBe(11);
  expect(incoming()).toEqual([]);
});

test('a stream that breaks leaves nothing behind and its error is told', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield content;
    throw new Error('the connection was lost');
  }
  await expect(store.put(broken())).rejects.toThrow('the connection was lost');
  expect(incoming()).toEqual([]);
  expect(await store.has(digest)).toBe(false);
});

test('a stored file is written once: nobody may write to it, and a changed one is found', async () => {
  await store.put(content);
  const path = join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);
  expect(statSync(path).mode & 0o222).toBe(0);
  chmodSync(path, 0o600);
  writeFileSync(path, 'khác');
  expect(await store.isWhole(digest)).toBe(false);
  await store.put(content);
  expect(readFileSync(path)).toEqual(content);
});

test('removed content is gone, also when it never was, and one being read is read to its end', async () => {
  await store.put(content);
  const chunks = await store.open(digest);
  await store.remove(digest);
  await store.remove(digest);
  expect(await buffer(chunks ?? inPieces(Buffer.alloc(0), 1))).toEqual(content);
  expect(await store.has(digest)).toBe(false);
  expect(await read(digest)).toBeUndefined();
  expect(await store.isWhole(digest)).toBe(false);
});

test('what is no digest is nowhere, whatever path it spells', async () => {
  mkdirSync(join(folder, '..', 'vamco-secret'), { recursive: true });
  for (const text of ['../vamco-secret', '', digest.toUpperCase(), `${digest}\0`, '/etc/passwd']) {
    expect(await store.has(text)).toBe(false);
    expect(await store.open(text)).toBeUndefined();
    await store.remove(text);
  }
  rmSync(join(folder, '..', 'vamco-secret'), { recursive: true });
});

test('leftovers of uploads cut off are removed when they are old enough', async () => {
  await store.put(content);
  writeFileSync(join(folder, 'incoming', 'cut-off'), 'half');
  expect(await store.removeLeftovers(instant('2001-01-01'))).toBe(0);
  expect(await store.removeLeftovers(instant('2100-01-01'))).toBe(1);
  expect(await store.has(digest)).toBe(true);
});
