/** Violations: a seeded simulation breaks the nineteen rules so many times among lawful dossiers, once killed in the middle and once not, and asks whether each was found and nothing else. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { addDays, type Instant, instant, systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { followingId } from '../../src/platform/db/following-id.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { untilTold } from '../../src/stop-when-told.ts';
import { sweepSilence } from '../../src/systems/supervision/sweep-silence.ts';
import { supervisionOf } from '../../src/systems/supervision/supervision.ts';
import type { SupervisionTables } from '../../src/systems/supervision/tables.ts';
import type { Bench, BenchRow } from '../program.ts';
import { isNearMiss, lawfulLife } from './lawful-lives.ts';
import { SimulatedLives } from './simulated-lives.ts';
import { dayOfIndex, type LifeEvent } from './story.ts';
import { KINDS, unlawfulLife } from './unlawful-acts.ts';

const SEED = 'violations';
const FROM = '2026-03-02';
const DAYS = 30;
/** After the last is handed in: silence has to be long enough. */
const TAIL = 14;
const CHILD = 'VAMCO_VIOLATIONS';
const HOURS = Array.from({ length: 11 }, (_, hour) => `${String(hour + 7).padStart(2, '0')}:05`);

interface Size {
  readonly dossiers: number;
  readonly violations: number;
}

/** Spread evenly, the kinds in turn. */
function kindOf(index: number, { dossiers, violations }: Size): string | undefined {
  const [before, after] = [index, index + 1].map((count) => Math.floor((count * violations) / dossiers)) as [
    number,
    number,
  ];
  return after > before ? KINDS[before % KINDS.length] : undefined;
}

export async function measurePart({ dataDir, dossiers, acts, log }: Bench): Promise<readonly BenchRow[]> {
  const size: Size = { dossiers, violations: Math.min(acts, dossiers) };
  const began = performance.now();
  await liveInChild(join(dataDir, 'killed'), size, { killAt: 0.5, log });
  await liveInChild(join(dataDir, 'killed'), size, { killAt: undefined, log });
  const killed = await readFindings(join(dataDir, 'killed'));
  const withKill = (performance.now() - began) / 1000;
  await liveInChild(join(dataDir, 'sister'), size, { killAt: undefined, log });
  const sister = await readFindings(join(dataDir, 'sister'));
  const differ = [...new Set([...killed, ...sister])].filter((key) => killed.has(key) !== sister.has(key));
  const lawful = dossiers - size.violations;
  return [
    [`violations of ${KINDS.length} kinds injected into ${dossiers} dossiers`, `${expectedOf(size).size}`, ''],
    [
      'lawful dossiers beside them, of which near misses of one of the rules',
      `${lawful}, ${countNearMisses(size)}`,
      '',
    ],
    ...compared('killed once in the middle', killed, size),
    ['that, with what the first run had done asked for again', `${withKill.toFixed(0)} s`, ''],
    ...compared('not killed', sister, size),
    ['findings that only one of the two has', listed(differ), '0'],
  ];
}

/** Scenario and dossier of what has to be found, with its name for the report. */
function expectedOf(size: Size): ReadonlyMap<string, string> {
  const expected = new Map<string, string>();
  for (let index = 0; index < size.dossiers; index++) {
    const kind = kindOf(index, size);
    if (kind) expected.set(`${kind} ${followingId(SEED, index)}`, `${kind}/${index}`);
  }
  return expected;
}

const countNearMisses = (size: Size): number =>
  Array.from({ length: size.dossiers }, (_, index) => index).filter(
    (index) => isNearMiss(index) && kindOf(index, size) === undefined,
  ).length;

function compared(run: string, found: ReadonlySet<string>, size: Size): readonly BenchRow[] {
  const expected = expectedOf(size);
  const missed = [...expected].filter(([key]) => !found.has(key)).map(([, name]) => name);
  const wrong = [...found].filter((key) => !expected.has(key));
  const share = (100 * wrong.length) / Math.max(1, found.size);
  return [
    [`${run}: found`, `${expected.size - missed.length}; missed: ${listed(missed)}`, 'all'],
    [`${run}: findings that are false`, `${listed(wrong)} (${share.toFixed(2)} %)`, '≤ 1 %'],
  ];
}

const listed = (keys: readonly string[]): string =>
  keys.length === 0 ? '0' : `${keys.length}: ${keys.slice(0, 20).join(', ')}`;

/** Each as its scenario and dossier; a rule that is broken twice on one dossier counts once. */
async function readFindings(dataDir: string): Promise<ReadonlySet<string>> {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened }) => {
    const { db } = await makePlatform(config, systemClock, opened);
    const found = await sql<{ scenario: string; subject: string }>`
      select distinct scenario, subject_id as subject from supervision.finding
    `.execute(db);
    return new Set(found.rows.map(({ scenario, subject }) => `${scenario} ${subject}`));
  });
}

interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Ends when the child has lived to the end, or was killed at that share of it. */
async function liveInChild(
  dataDir: string,
  size: Size,
  { killAt, log }: { readonly killAt: number | undefined; readonly log: Bench['log'] },
): Promise<void> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), [], {
    env: { ...process.env, [CHILD]: JSON.stringify({ dataDir, ...size }) },
  });
  let killed = false;
  child.on('message', ({ done, of }: Progress) => {
    log(`${done} of ${of} events`);
    if (killAt === undefined || done < of * killAt || killed) return;
    killed = true;
    child.kill('SIGKILL');
  });
  // the database is the child's
  const told = untilTold();
  told.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    told.signal.throwIfAborted();
    if (!killed && code !== 0) throw new Error(`the simulation ended with ${code}`);
  } finally {
    told.forget();
  }
}

async function live({ dataDir, ...size }: Size & { readonly dataDir: string }): Promise<void> {
  let now: Instant = instant(`${FROM}T07:00`);
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  await withDatabase(config, async ({ opened }) => {
    const platform = await makePlatform(config, () => now, opened);
    const lives = await SimulatedLives.begin(platform, SEED, (at) => {
      now = at;
    });
    const events = [...lifeEvents(lives, size), ...sweeps(platform)].sort((a, b) => a.at - b.at || a.index - b.index);
    for (const [done, event] of events.entries()) {
      now = event.at;
      await event.run();
      if (done % 200 === 0) process.send?.({ done, of: events.length } satisfies Progress);
    }
  });
}

function lifeEvents(lives: SimulatedLives, size: Size): LifeEvent[] {
  return Array.from({ length: size.dossiers }, (_, index) => {
    const day = dayOfIndex(index, size.dossiers, FROM, DAYS);
    const kind = kindOf(index, size);
    return kind ? unlawfulLife(lives, kind, index, day) : lawfulLife(lives, index, day);
  }).flat();
}

/** Every hour, many times before each moment and once after it; in the program it is every minute. */
function sweeps(platform: Platform): LifeEvent[] {
  return Array.from({ length: DAYS + TAIL }, (_, days) => HOURS.map((time) => `${addDays(FROM, days)}T${time}`))
    .flat()
    .map((text) => ({
      at: instant(text),
      index: -1,
      run: async () => {
        const parts = supervisionOf(platform);
        await sweepSilence(platform as unknown as Platform<SupervisionTables>, parts, instant(text));
      },
    }));
}

const asked = process.env[CHILD];
if (asked !== undefined) {
  await live(JSON.parse(asked) as Size & { dataDir: string });
  process.exit(0);
}
