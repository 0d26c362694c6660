/** Bundles the server's three entries and the browser's files into dist/, and skips that when no input has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, 'inputs.sha256');

/** Builds in a process on the given Node 24 when dist/ is behind its inputs; answers whether dist/ is up to date afterwards. */
export function ensureBuilt(node) {
  const inputs = hashInputs();
  if (isBuilt(inputs)) return true;
  return oneAtATime(() => {
    if (isBuilt(inputs)) return true;
    process.stderr.write('Đang dựng chương trình… / Building…\n');
    return spawnSync(node, [fileURLToPath(import.meta.url)], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
  });
}

const isBuilt = (inputs) => existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;

/** By content, not by time: a checkout touches every file. */
function hashInputs() {
  const hash = createHash('sha256');
  const files = [...listFiles('src'), ...listFiles('scripts'), 'package-lock.json'];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|sql|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort();
}

/** Builds beside dist/ and changes places at the end: a reader sees the old build or the new one, never half of one. */
async function buildAll() {
  const inputs = hashInputs();
  const draft = join(root, `dist.${process.pid}.new`);
  const old = join(root, `dist.${process.pid}.old`);
  try {
    mkdirSync(draft);
    await bundleServer(draft);
    const { buildAssets } = await import('./build-assets.mjs');
    await buildAssets(join(draft, 'assets'));
    writeFileSync(join(draft, 'inputs.sha256'), inputs);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(draft, dist);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

async function bundleServer(outdir) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: ['main', 'worker', 'cli'].map((name) => join(root, 'src', `${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll().catch((error) => {
    if (error.errors === undefined) throw error;
    process.exitCode = 1; // esbuild has already printed what is wrong and where
  });
}
