/** Makes sure the packages are there and the Node 24 they bring can run. Needs nothing but Node 20: it works before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

/** Progress and refusals go to stderr, so that the answer of a command stays alone on stdout. */
export const say = (vi, en) => process.stderr.write(`${vi} / ${en}\n`);

export function refuse(vi, en) {
  say(vi, en);
  process.exit(1);
}

/** Runs `npm ci` when node_modules is missing or holds other versions than the lock file names. Answers the path of a Node 24. */
export function ensureInstalled({ development = false } = {}) {
  if (!isInstalled(development)) {
    oneAtATime(() => {
      if (isInstalled(development)) return; // somebody else has done it while we waited
      say('Đang cài các gói của chương trình (npm ci)…', 'Installing packages (npm ci)…');
      runNpmCi();
    });
  }
  linkOwnCommand();
  return findNode();
}

/**
 * npm keeps what it has installed in a lock file of its own, written as the last step of an install. Packages for other platforms are not
 * there, and those for development need not be where the product only runs.
 */
function isInstalled(development) {
  const installed = readPackages(join(modules, '.package-lock.json'));
  if (installed === undefined || !existsSync(join(modules, '.bin'))) return false;
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([place, wanted]) => {
    if (place === '') return true;
    const found = installed[place];
    if (found === undefined) return wanted.optional || wanted.devOptional || (wanted.dev && !development);
    return found.version === wanted.version;
  });
}

const readPackages = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined);

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

/** npm does not link a package's own command; with the link `npx vamco` starts at once. Installed by another user, it stays as it is. */
function linkOwnCommand() {
  try {
    symlinkSync('../../scripts/vamco.mjs', join(modules, '.bin', 'vamco'));
  } catch (error) {
    if (!['EEXIST', 'EACCES', 'EROFS'].includes(error.code)) throw error;
  }
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
