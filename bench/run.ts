/**
 * `npm run bench [-- --dossiers 12000 --grow 1200000 --acts 300 --data DIR]`: the budgets as ratios in one run, written to bench/RESULTS.md.
 * `npm run bench -- --soak 3600` asks instead what the program holds after so many seconds of load,
 * `npm run bench -- --spike` how it bears a rush: lives of dossiers begun at a rate that jumps each minute,
 * `npm run bench -- --only pages` what a citizen's first pages weigh and what Lighthouse says of them,
 * `npm run bench -- --only rebuild --grow 120000` how long the journal takes to give all dossiers and numbers again,
 * `npm run bench -- --only what-if --grow 100000` how long another term is tried on a month of one procedure,
 * `npm run bench -- --only indicators --dossiers 300 --grow 20000` how long indicators are counted anew against one query by hand,
 * `npm run bench -- --only act-rate` acts alone against raw SQL, at both sizes,
 * `npm run bench -- --only scenarios` what it costs an act to be watched,
 * `npm run bench -- --only at-once` how soon a finding is seen on screens that stand open,
 * `npm run bench -- --only findings` how long pages of a hundred thousand findings take.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { dayOf, systemClock } from '../src/platform/calendar/instant.ts';
import { fromRoot } from '../src/platform/config/project-root.ts';
import { keepResult } from '../test/endure/keep-result.ts';
import type * as part from './parts/scenarios.ts';
import type * as program from './program.ts';

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '12000' },
    grow: { type: 'string', default: '1200000' },
    acts: { type: 'string', default: '300' },
    soak: { type: 'string' },
    spike: { type: 'boolean' },
    /** Of each step of the spike. */
    minute: { type: 'string', default: '60' },
    only: { type: 'string' },
    data: { type: 'string' },
  },
});
const PARTS = ['pages', 'rebuild', 'what-if'];
/** Each a file of bench/parts that exports `measurePart`. */
const OWN_PARTS = ['act-rate', 'indicators', 'scenarios', 'violations', 'back-test', 'at-once', 'findings'];
const known = [...PARTS, ...OWN_PARTS];
if (values.only !== undefined && !known.includes(values.only)) throw new Error(`--only knows ${known.join(', ')}`);
const ownPart = OWN_PARTS.find((part) => part === values.only);
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'vamco-bench-'));
// pages are TSX, which Node does not read by itself; in the install's cache the bundle finds its packages
const outfile = fromRoot('node_modules/.cache/vamco', `bench-${process.pid}.mjs`);
try {
  await build({
    entryPoints: [fromRoot(ownPart === undefined ? 'bench/program.ts' : `bench/parts/${ownPart}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  const built = (await import(pathToFileURL(outfile).href)) as typeof program & typeof part;
  const bench = {
    dataDir,
    dossiers: Number(values.dossiers),
    grow: Number(values.grow),
    acts: Number(values.acts),
    samples: process.env.VAMCO_SAMPLES,
    log: (line: string) => console.error(line),
  };
  const { model = '?' } = cpus()[0] ?? {};
  const machine = `${dayOf(systemClock())}, ${cpus().length} cores (${model}), ${Math.round(totalmem() / 1e9)} GB`;
  const keep = (name: string, asked: string, rows: readonly program.BenchRow[]): void => {
    const lines = [
      `${machine}, \`npm run bench -- ${asked}\``,
      '',
      '| what | measured | budget |',
      '| --- | --- | --- |',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
    ];
    keepResult(name, lines);
    console.log(lines.join('\n'));
  };
  if (values.spike) {
    const filled = { ...bench, dossiers: Math.min(bench.dossiers, 300) };
    keep(
      'bench-spike',
      `--spike${values.minute === '60' ? '' : ` --minute ${values.minute}`}`,
      await built.measureSpike(filled, Number(values.minute)),
    );
  } else if (values.soak !== undefined)
    keep(
      'bench-soak',
      `--soak ${values.soak} --dossiers ${values.dossiers}`,
      await built.measureSoak(bench, Number(values.soak)),
    );
  else if (values.only === 'rebuild' || values.only === 'what-if') {
    const measurePart = values.only === 'rebuild' ? built.measureRebuilding : built.measureTrying;
    const asked = `--only ${values.only} --dossiers ${values.dossiers} --grow ${values.grow}`;
    keep(`bench-${values.only}`, asked, await measurePart(bench));
  } else if (ownPart !== undefined)
    keep(
      `bench-${ownPart}`,
      `--only ${ownPart} --dossiers ${values.dossiers} --grow ${values.grow} --acts ${values.acts}`,
      await built.measurePart(bench),
    );
  else {
    if (values.only === undefined)
      keep(
        'bench',
        `--dossiers ${values.dossiers} --grow ${values.grow} --acts ${values.acts}`,
        await built.measure(bench),
      );
    // pages weigh the same with a few dossiers
    const few = { ...bench, dossiers: Math.min(bench.dossiers, 30) };
    keep('bench-pages', '--only pages', await built.measureFirstPages(few));
  }
} finally {
  rmSync(outfile, { force: true });
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}
