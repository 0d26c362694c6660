/** The product as a process of its own, started as `npm start` starts it, so that its memory and its time are its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { NODE_FLAGS } from '../scripts/node-flags.mjs';
import { fromRoot } from '../src/platform/config/project-root.ts';

export interface RunningProgram {
  readonly url: string;
  /** Resident memory of web and worker together, in MB (10^6 bytes); undefined where the system does not say. */
  readonly memory: () => { readonly now: number; readonly peak: number } | undefined;
  stop(): Promise<void>;
}

/** A `bench` installation served on a free port of this machine; the load says by X-Forwarded-For which desk it comes from. */
export async function startProgramOn(dataDir: string): Promise<RunningProgram> {
  const child = spawn(process.execPath, [...NODE_FLAGS, fromRoot('dist/main.js')], {
    env: { PATH: '/usr/bin:/bin', DATA_DIR: dataDir, MODE: 'bench', PORT: '0', TRUST_PROXY: 'on', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'], // it does not outlive us
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url: await readAddress(child),
    memory: () => readMemory(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /http:\/\/[^\s]+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`the program ended with ${code} before it said where it is: ${said}`)),
    );
  });
}

function readMemory(pid: number | undefined): { now: number; peak: number } | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
