import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromRoot } from '../../src/platform/config/project-root.ts';
import { sessionCookieOf } from '../../src/platform/identity/sign-in-routes.tsx';
import { importProcedures, type ImportResult } from '../../src/systems/procedures/index.ts';
import { serverOf } from '../harness/browse.ts';
import { aHouse, type House } from '../harness/house.ts';
import { aSession } from '../harness/people.ts';
import { runs } from './runs.ts';
import { text } from './texts.ts';

let house: House;
let server: FastifyInstance;
let cookies: Record<string, string>;
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  cookies = { [sessionCookieOf(house.platform)]: await aSession(house, 'administrator') };
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const fixture = (name: string) => readFileSync(fromRoot('src/systems/procedures/import/fixtures', name));
const CATALOGUE = fixture('catalogue.csv');
/** Those of its lines that are whole. */
const RECORDS = fixture('detail.jsonl')
  .toString('utf8')
  .split('\n')
  .filter((line) => line.startsWith('{') && line.endsWith('}'))
  .map((line) => JSON.parse(line) as Record<string, unknown>);

const importBytes = (bytes: Uint8Array, name: string): Promise<ImportResult> =>
  importProcedures(house.platform.db, {
    stream: Readable.from([bytes]),
    name,
    actor: { kind: 'program', program: 'fuzz' },
    clock: house.platform.clock,
  });

/** Whatever was loaded has a page, is found and sits in the report. */
async function lookAtWhatCame({ reportId }: ImportResult): Promise<void> {
  const loaded = await sql<{ code: string }>`
    select code from procedures.procedure order by random() limit 3
  `.execute(house.db);
  const paths = [
    ...loaded.rows.map(({ code }) => `/thu-tuc/${encodeURIComponent(code)}`),
    '/thu-tuc?q=dang+ky',
    `/quan-tri/nhap-danh-muc/${reportId}`,
  ];
  for (const url of paths) {
    const { statusCode } = await server.inject({ url, remoteAddress: anAddress(), cookies });
    expect([url, statusCode]).toEqual([url, 200]);
  }
}

let visitors = 0;
/** Limits are counted by address. */
const anAddress = (): string =>
  `10.${Math.floor(++visitors / 65_000)}.${Math.floor(visitors / 250) % 250}.${visitors % 250}`;

interface Wound {
  readonly at: number;
  readonly cut: number;
  readonly put: Uint8Array;
}

const wounds = fc.array(
  fc.record({
    at: fc.nat(),
    cut: fc.integer({ min: 0, max: 30 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom('"', '""', ',', '\n', '\r', '\u0000', '\\u0000', '\\ud800', '{', '}', '\uFEFF')
        .map((piece) => Buffer.from(piece)),
    ),
  }),
  { maxLength: 12 },
);

function wounded(bytes: Uint8Array, all: readonly Wound[]): Uint8Array {
  return all.reduce<Uint8Array>((before, { at, cut, put }) => {
    const place = at % (before.length + 1);
    return Buffer.concat([before.subarray(0, place), put, before.subarray(place + cut)]);
  }, bytes);
}

test('a catalogue and records with bytes cut out and put in are loaded or reported record by record', async () => {
  const files = [
    [CATALOGUE, 'danh-muc.csv'],
    [
      Buffer.from(
        RECORDS.slice(0, 8)
          .map((record) => JSON.stringify(record))
          .join('\n'),
      ),
      'chi-tiet.jsonl',
    ],
  ] as const;
  for (const [bytes, name] of files) {
    await fc.assert(
      fc.asyncProperty(wounds, async (all) => {
        await lookAtWhatCame(await importBytes(wounded(bytes, all), name));
      }),
      { numRuns: runs(15, 200) },
    );
  }
}, 1_200_000);

/** A record with one thing in it replaced by something else, wherever it stands. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [index = 0, ...rest] = path;
  if (value === null || typeof value !== 'object' || path.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[index % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const inner = replaced((value as Record<string, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === key ? inner : one));
  return { ...value, [key]: inner };
}

test('records that hold anything anywhere are loaded or reported, and what is loaded has its page', async () => {
  const anything = fc.oneof(text(), fc.jsonValue({ maxDepth: 2 }), fc.double(), fc.constant(-1), fc.constant(2 ** 53));
  const change = fc.record({ path: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }), by: anything });
  const record = fc
    .tuple(fc.constantFrom(...RECORDS), fc.array(change, { maxLength: 4 }))
    .map(([one, changes]) => changes.reduce<unknown>((value, { path, by }) => replaced(value, path, by), one));
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
      const lines = records.map((one) => JSON.stringify(one));
      const result = await importBytes(Buffer.from(lines.join('\n')), 'chi-tiet.jsonl');
      if (result.kind !== 'unknown') expect(result.loaded + result.reported.length).toBe(records.length);
      await lookAtWhatCame(result);
    }),
    { numRuns: runs(30, 600) },
  );
}, 1_200_000);
