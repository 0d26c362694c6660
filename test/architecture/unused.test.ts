import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './planted-house.ts';

const house = mkdtempSync(join(tmpdir(), 'vamco-unused-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** A house of four files with our own configuration. */
const FILES = {
  'package.json': JSON.stringify({ type: 'module', dependencies: { kysely: '*', pdfkit: '*' } }),
  'src/main.ts': `import { sql } from 'kysely';\nimport { used } from './systems/alpha/index.ts';\nconsole.log(sql, used);\n`,
  'src/systems/alpha/index.ts': `export { used, promised } from './alpha.ts';\n`,
  'src/systems/alpha/alpha.ts': 'export const used = 1;\nexport const promised = 2;\n',
  'src/forgotten.ts': 'export const forgotten = 1;\n',
};

interface Found {
  readonly issues: readonly {
    readonly file: string;
    readonly exports: readonly { readonly name: string }[];
    readonly dependencies: readonly { readonly name: string }[];
    readonly files?: readonly { readonly name: string }[];
  }[];
}

it('what nobody uses turns red: a file, an export of a door, a package', () => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
  cpSync(join(root, 'knip.json'), join(house, 'knip.json'));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  const knip = join(root, 'node_modules/.bin/knip');
  const run = spawnSync(process.execPath, [knip, '--no-progress', '--reporter', 'json'], {
    cwd: house,
    encoding: 'utf8',
  });
  const { issues } = JSON.parse(run.stdout) as Found;
  const found = issues.flatMap(({ file, exports, dependencies, files = [] }) => [
    ...files.map(() => `${file} is used by nobody`),
    ...exports.map(({ name }) => `${file} ${name}`),
    ...dependencies.map(({ name }) => `package ${name}`),
  ]);
  expect(run.status).toBe(1);
  expect(found.toSorted()).toEqual([
    'package pdfkit',
    'src/forgotten.ts is used by nobody',
    'src/systems/alpha/alpha.ts promised',
    'src/systems/alpha/index.ts promised',
  ]);
});
