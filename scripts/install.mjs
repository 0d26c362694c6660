/** Makes sure the packages are there and the Node 24 they bring can run. Needs nothing but Node 20: it works before anything is installed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/** Progress and refusals go to stderr, so that the answer of a command stays alone on stdout. */
export const say = (vi, en) => process.stderr.write(`${vi} / ${en}\n`);

export function refuse(vi, en) {
  say(vi, en);
  process.exit(1);
}

/** Runs `npm ci` when node_modules is missing or was made from another lock file. Answers the path of a Node 24. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (!isInstalled(lock)) {
    say('Đang cài các gói của chương trình (npm ci)…', 'Installing packages (npm ci)…');
    runNpmCi();
    writeFileSync(join(modules, '.vamco-lock'), lock);
    linkOwnCommand();
  }
  return findNode();
}

/** Without our own stamp (a plain `npm ci` removes it) npm's hidden lock file tells: npm writes it as the last step of an install. */
function isInstalled(lock) {
  const stamp = join(modules, '.vamco-lock');
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lock;
  const hidden = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  if (hidden === undefined || hidden.mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false;
  try {
    writeFileSync(stamp, lock);
    linkOwnCommand();
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error; // installed by another user: fine, only not stamped
  }
  return true;
}

function runNpmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [program, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const run = spawnSync(program, [...before, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status === 0) return;
  refuse(
    'Không cài được các gói; xem thông báo của npm ở trên.',
    'The packages could not be installed; see what npm says above.',
  );
}

/** npm does not link a package's own command; with the link `npx vamco` starts at once. */
function linkOwnCommand() {
  const link = join(modules, '.bin', 'vamco');
  rmSync(link, { force: true });
  symlinkSync('../../scripts/vamco.mjs', link);
}

function findNode() {
  for (const node of [join(modules, '.bin', 'node'), process.execPath]) {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    if (Number(/^v(\d+)\./.exec(version)?.[1]) >= 24) return node;
  }
  return refuse(
    `Cần Node 24 trở lên, máy đang có ${process.version} và bản kèm theo cho ${process.platform}-${process.arch} không có; hãy chạy "npm ci --include=optional" hoặc cài Node 24.`,
    `Node 24 or newer is needed; this machine has ${process.version} and none came with the install for ${process.platform}-${process.arch}: run "npm ci --include=optional" or install Node 24.`,
  );
}
