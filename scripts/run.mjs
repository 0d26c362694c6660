/** Runs a program to its end as if it were this process: same terminal, signals passed on once, its exit code as the answer. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** `detached` puts the program in a session of its own: Ctrl-C then reaches it once, through us, and not a second time from the terminal. */
export function startProgram(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', detached: true, ...options });
  const forward = (signal) => child.kill(signal);
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
