/**
 * `npm run bench [-- --dossiers 12000 --grow 1200000 --acts 300 --data DIR]`: the budgets as ratios in one run, written to bench/RESULTS.md.
 * `npm run bench -- --soak 3600` asks instead what the program holds after so many seconds of load.
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
import type * as program from './program.ts';

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '12000' },
    grow: { type: 'string', default: '1200000' },
    acts: { type: 'string', default: '300' },
    soak: { type: 'string' },
    data: { type: 'string' },
  },
});
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'vamco-bench-'));
// pages are TSX, which Node does not read by itself; in the install's cache the bundle finds its packages
const outfile = fromRoot('node_modules/.cache/vamco', `bench-${process.pid}.mjs`);
try {
  await build({
    entryPoints: [fromRoot('bench/program.ts')],
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
  const { measure, measureSoak } = (await import(pathToFileURL(outfile).href)) as typeof program;
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
  const { name, asked, rows } =
    values.soak === undefined
      ? {
          name: 'bench' as const,
          asked: `--dossiers ${values.dossiers} --grow ${values.grow} --acts ${values.acts}`,
          rows: await measure(bench),
        }
      : {
          name: 'bench-soak' as const,
          asked: `--soak ${values.soak} --dossiers ${values.dossiers}`,
          rows: await measureSoak(bench, Number(values.soak)),
        };
  const lines = [
    `${machine}, \`npm run bench -- ${asked}\``,
    '',
    '| what | measured | budget |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ];
  keepResult(name, lines);
  console.log(lines.join('\n'));
} finally {
  rmSync(outfile, { force: true });
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}
