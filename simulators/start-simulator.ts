/** Starts a simulator as the separate program it is, for tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface RunningSimulator {
  readonly url: string;
  readonly pid: number;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** `name` is a folder beside this file. Takes a free port unless settings say another; throws with what the program said when it does not start. */
export async function startSimulator(
  name: string,
  settings: Readonly<Record<string, string>>,
): Promise<RunningSimulator> {
  const entry = fileURLToPath(new URL(`${name}/main.ts`, import.meta.url));
  const child = spawn(process.execPath, [entry], { env: { ...process.env, PORT: '0', ...settings }, stdio: 'pipe' });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}: ${errors}`))),
  ]);
  return {
    url: (JSON.parse(line) as { url: string }).url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
