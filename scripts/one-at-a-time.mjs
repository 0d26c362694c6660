/** Lets one process of this clone install or build at a time: `npm start` and `npx vamco` begun together must not undo each other's work. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../.install.lock', import.meta.url));
const POLL_MS = 100;
const LONGEST_MS = 15 * 60_000;

/** Waits for its turn, without a time limit, and does `work`, which must not be asynchronous. A lock left by a dead process is taken away. */
export function oneAtATime(work) {
  while (!take()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take() {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(path, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if (Date.now() - statSync(path).mtimeMs > LONGEST_MS) return false; // its number may belong to another process by now
    return pid === 0 || isLiving(pid); // empty: its holder is about to write its number
  } catch (error) {
    if (error.code === 'ENOENT') return true;
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
