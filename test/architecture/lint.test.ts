import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plantHouse, root } from './planted-house.ts';

const house = plantHouse();
afterAll(() => house.remove());

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

/** `file rule` for each error, of the rules that some planted file names. */
function lint(folder: string, rules: ReadonlySet<string>): string[] {
  const oxlint = join(root, 'node_modules/.bin/oxlint');
  const run = spawnSync(process.execPath, [oxlint, '--type-aware', '--format', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] };
  return diagnostics
    .map(({ code, filename }) => ({ rule: /\(([^)]+)\)/.exec(code)?.[1] ?? code, filename }))
    .filter(({ rule }) => rules.has(rule))
    .map(({ rule, filename }) => `${filename} ${rule}`)
    .sort();
}

it('the linter turns red on each planted file, and leaves alone the folders that may', () => {
  const expected = house.expected('oxlint');
  const rules = new Set(expected.map((line) => line.split(' ')[1] as string));
  expect(lint(house.root, rules)).toEqual(expected);
});
