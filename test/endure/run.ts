/** `npm run endure [-- --kills 50 --seed N]`: what takes too long for `npm test`. Ends with 0 only when nothing was lost and nothing failed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf, systemClock } from '../../src/platform/calendar/instant.ts';
import { fromRoot } from '../../src/platform/config/project-root.ts';
import { askForActs, type Findings } from './ask-for-acts.ts';
import { bundleProgram } from './bundle-program.ts';
import { keepResult } from './keep-result.ts';
import { killUnderLoad, type Target } from './kills.ts';
import { randomFrom } from './random-from.ts';

const OLDEST_POSTGRES = '/usr/lib/postgresql/15/bin';
const LONG_TEST_MS = 30 * 60_000;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? systemClock() % 1_000_000);
// each is kept as soon as it is known: the last takes longest
const kills = await runKills(Number(values.kills), seed);
keep(
  'endure-kills',
  'kill -9 of program, server, one of its processes, or both, under load',
  inWords(kills, Number(values.kills)),
);
const older = runOnOldestPostgres();
keep('endure-oldest', 'database tests on PostgreSQL 15', older.words);
const fuzz = runLongFuzz();
keep(
  'endure-fuzz',
  'anything sent to every form, importer and route: answered, never with a fault of our own; every page in both languages; every property with chances of its own; random lawful histories of acts: no contradiction, and the journal gives them again',
  fuzz.words,
);
process.exitCode = isWhole(kills) && older.ok && fuzz.ok ? 0 : 1;

function keep(part: string, what: string, result: string): void {
  console.log(`\n${what}: ${result}\n`);
  keepResult(part, [
    `${dayOf(systemClock())}, ${cpus().length} cores, \`npm run endure -- --kills ${values.kills} --seed ${seed}\``,
    '',
    '| what | result |',
    '| --- | --- |',
    `| ${what} | ${result} |`,
  ]);
}

async function runKills(count: number, seed: number): Promise<Findings> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vamco-endure-'));
  const random = randomFrom(seed);
  const targets = Array.from({ length: count }, () => pick(random));
  const program = await bundleProgram();
  try {
    const sent = await killUnderLoad({
      program,
      dataDir,
      targets,
      clients: 8,
      random,
      log: (line) => console.log(line),
    });
    return await askForActs(dataDir, sent);
  } finally {
    rmSync(program);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function pick(random: () => number): Target {
  const targets = ['program', 'server', 'backend', 'both'] as const;
  return targets[Math.floor(random() * targets.length)] ?? 'both';
}

function isWhole(found: Findings): boolean {
  return found.journal.ok && found.lost.length + found.doubled.length + found.gaps + found.torn + found.misplaced === 0;
}

function inWords(found: Findings, count: number): string {
  const { acknowledged, repeated, lost, doubled, gaps, torn, misplaced, journal } = found;
  return `${count} kills, ${acknowledged} acts acknowledged (${repeated} sent again): ${lost.length} lost, ${doubled.length} doubled, ${gaps} gaps in numbers, ${torn} torn, ${misplaced} misplaced; journal of ${journal.entries} entries ${journal.ok ? 'whole' : `with ${journal.faults.length} faults`}`;
}

/** What `npm test` tries for seconds, for many minutes, with chances of its own; what it found is printed with the seed that finds it again. */
function runLongFuzz(): { ok: boolean; words: string } {
  const report = join(mkdtempSync(join(tmpdir(), 'vamco-fuzz-')), 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const properties = testFilesWith(/from 'fast-check'/);
  const places = ['test/fuzz', 'test/architecture/crawl.test.ts', ...properties];
  const args = ['run', ...places, `--testTimeout=${LONG_TEST_MS}`, ...reporters];
  const run = spawnSync(process.execPath, [fromRoot('node_modules/.bin/vitest'), ...args], {
    cwd: fromRoot(),
    stdio: 'inherit',
    env: { ...process.env, VAMCO_FUZZ: 'long' },
  });
  return { ok: run.status === 0, words: countTests(report) };
}

function countTests(report: string): string {
  const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return `${counts.numPassedTests} passed, ${counts.numFailedTests} failed`;
}

/** Nothing newer than PostgreSQL 15 is used: every test that has a database runs on it. */
function runOnOldestPostgres(): { ok: boolean; words: string } {
  if (!existsSync(join(OLDEST_POSTGRES, 'postgres')))
    return { ok: true, words: `not run: no PostgreSQL 15 at ${OLDEST_POSTGRES} (Debian: postgresql-15)` };
  const files = testFilesWith(/harness\/(database|house)\.ts/);
  const report = join(mkdtempSync(join(tmpdir(), 'vamco-oldest-')), 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const run = spawnSync(process.execPath, [fromRoot('node_modules/.bin/vitest'), 'run', ...files, ...reporters], {
    cwd: fromRoot(),
    stdio: 'inherit',
    env: { ...process.env, VAMCO_TEST_POSTGRES: OLDEST_POSTGRES },
  });
  return { ok: run.status === 0, words: `${files.length} test files: ${countTests(report)}` };
}

function testFilesWith(text: RegExp): string[] {
  return readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join('src', name))
    .filter((name) => text.test(readFileSync(fromRoot(name), 'utf8')));
}
