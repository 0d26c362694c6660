/** Runs a program to its end as if it were this process: same terminal, signals passed on once, its exit code as the answer. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const REPEAT_MS = 300;

/**
 * `detached` puts the program in a session of its own: Ctrl-C then reaches it once, through us, and not a second time from the terminal.
 * `boundToUs` opens a channel that closes when we are gone, however we go: a server that listens to `disconnect` does not outlive us.
 */
export function startProgram(program, args, { boundToUs = false, ...options } = {}) {
  const stdio = boundToUs ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
  const child = spawn(program, args, { stdio, detached: true, ...options });
  let last = Number.NEGATIVE_INFINITY;
  // npm passes Ctrl-C on to us although the terminal has sent it already: one press must count once
  const forward = (signal) => {
    const now = performance.now();
    if (now - last > REPEAT_MS) child.kill(signal);
    last = now;
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
  return { child, ended };
}

export const runToTheEnd = (program, args, options) => startProgram(program, args, options).ended;
