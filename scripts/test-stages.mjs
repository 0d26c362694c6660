/** The stages of `npm test`, from the cheapest to the dearest; all run even when one fails, and the last line counts the tests. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './install.mjs';
import { runToTheEnd, startProgram } from './run.mjs';

const checks = [
  { title: 'types', tool: 'tsc', args: ['--noEmit', '-p', '.'] },
  { title: 'lint', tool: 'oxlint', args: ['--type-aware', '.'] },
  { title: 'format', tool: 'biome', args: ['check', '.'] },
  {
    title: 'boundaries',
    tool: 'depcruise',
    args: ['src', 'simulators', 'verifier', '--config', '.dependency-cruiser.cjs'],
  },
  { title: 'unused code', tool: 'knip', args: ['--no-progress'] },
  { title: 'house rules', script: 'scripts/check-house-rules.ts', args: [] },
  { title: 'supply chain', script: 'scripts/check-supply-chain.ts', args: [] },
];

const suites = [
  { title: 'unit, database and HTTP tests', config: 'vitest.config.ts' },
  { title: 'browser journeys', config: 'test/journeys/vitest.config.ts' },
];

/** With arguments (`npm test -- src/platform/cases`) only the tests they name run, without the other stages. */
export async function runStages(node, args) {
  const outcomes = [];
  if (!ensureBuilt(node)) outcomes.push({ title: 'build', code: 1, seconds: 0 });
  if (args.length === 0) outcomes.push(...(await runChecks(node)));
  for (const { title, config } of args.length > 0 ? suites.slice(0, 1) : suites) {
    if (existsSync(join(root, config))) outcomes.push({ title, ...(await runSuite(title, node, config, args)) });
  }
  return report(outcomes);
}

/** Two at a time: most of them use one processor. What one says is printed whole when it ends. */
async function runChecks(node) {
  const outcomes = [];
  const waiting = checks.map((check, index) => ({ ...check, index }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { index, title, tool, script, args } = next;
      const program = script ? join(root, script) : join(root, 'node_modules', '.bin', tool);
      outcomes[index] = { title, ...(await runCheck(title, node, [program, ...args])) };
    }
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

async function runCheck(title, node, args) {
  const started = performance.now();
  const { child, ended } = startProgram(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await ended;
  await closed;
  process.stdout.write(`\n== ${title}\n${Buffer.concat(said)}`);
  return { code, seconds: (performance.now() - started) / 1000 };
}

async function runStage(title, node, args) {
  process.stdout.write(`\n== ${title}\n`);
  const started = performance.now();
  const code = await runToTheEnd(node, args, { cwd: root });
  return { code, seconds: (performance.now() - started) / 1000 };
}

async function runSuite(title, node, config, args) {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  try {
    const stage = await runStage(title, node, [vitest, 'run', '--config', config, ...reporters, ...args]);
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
    return { ...stage, passed: counts.numPassedTests, failed: counts.numFailedTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(outcomes) {
  const width = Math.max(...outcomes.map(({ title }) => title.length));
  const lines = outcomes.map(
    ({ title, code, seconds }) =>
      `${title.padEnd(width)}  ${code === 0 ? 'ok    ' : 'FAILED'}  ${seconds.toFixed(1)} s`,
  );
  const sum = (key) => outcomes.reduce((total, outcome) => total + (outcome[key] ?? 0), 0);
  // a stage without tests of its own that fails, or a suite that fails outside its tests, counts as one failure
  const failed = sum('failed') + outcomes.filter(({ code, failed }) => code !== 0 && !failed).length;
  process.stdout.write(`\n${lines.join('\n')}\n${sum('passed')} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
