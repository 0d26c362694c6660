/** Lets one process of this clone install or build at a time: `npm start` and `npx vamco` begun together must not undo each other's work. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OF_THIS_CLONE = fileURLToPath(new URL('../.install.lock', import.meta.url));
const POLL_MS = 100;
const LONGEST_MS = 15 * 60_000;

/** Waits for its turn, without a time limit, and does `work`, which must not be asynchronous. A lock left by a dead process is taken away. */
export function oneAtATime(work, path = OF_THIS_CLONE) {
  while (!take(path)) pause();
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);

/** Two may take a dead process's lock away at once, the slower one the other's new lock: so each looks again whether it is still its own. */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
  pause();
  return readIfThere(path) === String(process.pid);
}

function isHeld(path) {
  const text = readIfThere(path);
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (text === undefined || written === undefined) return true; // it has just gone: look again
  if (Date.now() - written > LONGEST_MS) return false; // its number may belong to another process by now
  return text === '' || isLiving(Number(text)); // empty: its holder is about to write its number
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isLiving(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
