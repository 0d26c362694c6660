/**
 * Builds what browsers load: the style sheets with their fonts, and every island. Names carry a hash of the content.
 * `node scripts/build-assets.mjs [folder]`, or `buildAssets(folder)`: answers the manifest { logical name → path under /assets/ }.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { dropUnusedProperties } from './unused-properties.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the server mounts the folder. Files there never change under their name, so they may be cached for a year. */
export const ASSET_PREFIX = '/assets/';

export async function buildAssets(outDir) {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const manifest = {
    ...(await bundle([...styleSheets(), join(web, 'layouts/mark.svg')], outDir)),
    ...(await bundle(islands(), outDir)),
  };
  for (const file of readdirSync(outDir).filter((name) => /\.(css|js|svg)$/.test(name))) compress(join(outDir, file));
  writeFileSync(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The server hands out what is already compressed. */
function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
}

const web = join(root, 'src/platform/web');
const styleSheets = () =>
  ['citizen.css', 'officer.css', 'device.css', 'wall.css'].map((name) => join(web, 'styles', name));

const islands = () =>
  readdirSync(join(root, 'src'), { recursive: true })
    .filter((path) => /(^|[\\/])islands[\\/][^\\/]+\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
    .map((path) => join(root, 'src', path));

async function bundle(entryPoints, outDir) {
  if (entryPoints.length === 0) return {};
  const result = await build({
    entryPoints,
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    legalComments: 'none',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    logLevel: 'warning',
  });
  return manifestOf(result.metafile, outDir);
}

/** Trims a style sheet and answers its name by what is left. */
function trimStyleSheet(file) {
  const css = dropUnusedProperties(readFileSync(file, 'utf8'));
  const trimmed = file.replace(/-\w+\.css$/, `-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`);
  rmSync(file);
  writeFileSync(trimmed, css);
  return trimmed;
}

/** Entry points answer to their own file name with what they became (`officer.css`, `officer.js`), fonts to their file name. */
function manifestOf(metafile, outDir) {
  const entries = Object.entries(metafile.outputs).flatMap(([file, output]) => {
    const source = output.entryPoint ?? (file.endsWith('.woff2') ? Object.keys(output.inputs)[0] : undefined);
    if (!source) return [];
    const built = file.endsWith('.css') ? trimStyleSheet(resolve(file)) : resolve(file);
    return [[basename(source).replace(/\.tsx?$/, '.js'), ASSET_PREFIX + relative(outDir, built)]];
  });
  const names = entries.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two assets answer to ${twice}: rename one`);
  return Object.fromEntries(entries);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(await buildAssets(resolve(process.argv[2] ?? join(root, 'dist/assets'))));
}
