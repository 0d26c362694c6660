/** Checks the house rules: `node scripts/check-house-rules.ts [folder]` names every breach and exits 1 when there is one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CODE, lineCount, RULES, type SourceFile, TEST } from './house-rules.ts';

export interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

const FOLDERS = ['src', 'simulators', 'verifier', 'bench', 'test', 'scripts'];
const LONG = 200;

/** Every breach under `root`, in the order of the files. */
export function findBreaches(root: string): Breach[] {
  return listFiles(root).flatMap((file) =>
    RULES.filter((rule) => rule.files.test(file.path) && rule.except?.[file.path] === undefined).flatMap((rule) =>
      rule.find(file).map((at) => ({
        rule: rule.name,
        file: file.path,
        line: file.text.slice(0, at).split('\n').length,
        why: rule.why,
      })),
    ),
  );
}

function listFiles(root: string): SourceFile[] {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|cjs|sql|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('test/architecture/planted/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Not wrong yet: files that are about to hold a second noun. */
const findLongFiles = (root: string): string[] =>
  listFiles(root)
    .filter(({ path }) => CODE.test(path) && !TEST.test(path))
    .flatMap(({ path, text }) => (lineCount(text) > LONG ? [`${path} (${lineCount(text)} lines)`] : []));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
  const breaches = findBreaches(root);
  for (const { file, line, rule, why } of breaches) console.error(`${file}:${line}  ${rule}: ${why}`);
  for (const long of findLongFiles(root)) console.warn(`over ${LONG} lines, split by noun soon: ${long}`);
  console.log(`house rules: ${breaches.length} broken`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
