/** Bundles the program of the kill test: it has pages in TSX, which Node does not read by itself. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { fromRoot } from '../../src/platform/config/project-root.ts';

/** Answers the path of the bundle, which lies in the install's cache so that it finds the packages. */
export async function bundleProgram(): Promise<string> {
  const outfile = join(fromRoot('node_modules/.cache/vamco'), `endure-${process.pid}.mjs`);
  await build({
    entryPoints: [fromRoot('test/endure/program.ts')],
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
  return outfile;
}
