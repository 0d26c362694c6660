/** The stages of `npm test`, from the cheapest to the dearest; all run even when one fails, and the last line counts the tests. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { root } from './install.mjs';
import { runToTheEnd } from './run.mjs';

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
  for (const { title, tool, script, args: toolArgs } of args.length > 0 ? [] : checks) {
    const program = script ? join(root, script) : join(root, 'node_modules', '.bin', tool);
    outcomes.push({ title, ...(await runStage(title, node, [program, ...toolArgs])) });
  }
  for (const { title, config } of args.length > 0 ? suites.slice(0, 1) : suites) {
    if (existsSync(join(root, config))) outcomes.push({ title, ...(await runSuite(title, node, config, args)) });
  }
  return report(outcomes);
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
