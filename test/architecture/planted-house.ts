/** The planted house: a copy of test/architecture/planted with our own configuration, so that each check is seen turning red. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));
const CONFIGURATION = ['.dependency-cruiser.cjs', '.oxlintrc.json', 'package.json', 'tsconfig.json'];

export interface PlantedHouse {
  readonly root: string;
  /** `file rule`, sorted: what the first lines say that this tool must find. */
  expected(tool: 'depcruise' | 'oxlint' | 'house'): string[];
  remove(): void;
}

export function plantHouse(): PlantedHouse {
  const house = mkdtempSync(join(tmpdir(), 'vamco-planted-'));
  const planted = join(root, 'test/architecture/planted');
  cpSync(planted, house, { recursive: true });
  for (const file of CONFIGURATION) cpSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  return {
    root: house,
    expected: (tool) =>
      listFiles(planted)
        .flatMap((file) => marksOf(planted, file, tool))
        .sort(),
    remove: () => rmSync(house, { recursive: true, force: true }),
  };
}

const listFiles = (planted: string): string[] =>
  readdirSync(planted, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|sql)$/.test(entry.name))
    .map((entry) => relative(planted, join(entry.parentPath, entry.name)));

function marksOf(planted: string, file: string, tool: string): string[] {
  const [first = ''] = readFileSync(join(planted, file), 'utf8').split('\n');
  const mark = new RegExp(`planted: ${tool} ([a-z -]+[a-z])`).exec(first);
  return (mark?.[1] ?? '').split(' ').flatMap((rule) => (rule === '' ? [] : [`${file} ${rule}`]));
}
