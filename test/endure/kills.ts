/** Kills the program and the database again and again under load, and then asks for every act that was acknowledged. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../../src/platform/db/ids.ts';
import { findPostmaster } from '../../src/platform/db/embedded/postmaster.ts';
import type { LoadAnswer, LoadCommand } from './program.ts';

/** What one kill -9 hits: the program, the database server with all its processes, one of these, or both program and server. */
export type Target = 'program' | 'server' | 'backend' | 'both';

export interface KillPlan {
  /** The bundled program, see bundle-program.ts. */
  readonly program: string;
  readonly dataDir: string;
  readonly targets: readonly Target[];
  /** Who sends commands at the same time. */
  readonly clients: number;
  /** 0 <= x < 1; the same numbers give the same moments. */
  readonly random: () => number;
  readonly log: (line: string) => void;
}

export interface Sent {
  readonly command: LoadCommand;
  acknowledged: boolean;
  /** Sent more often than once, because a kill took the answer or the act. */
  tries: number;
}

/** Ends with the program stopped in good order. */
export async function killUnderLoad(plan: KillPlan): Promise<Sent[]> {
  const runner = new Runner(plan);
  await runner.start();
  const sent: Sent[] = [];
  const load = { goesOn: true };
  const clients = Array.from({ length: plan.clients }, async () => {
    while (load.goesOn) {
      const caseId = newId();
      for (const verb of ['submit', 'accept'] as const) {
        const one: Sent = { command: { verb, commandId: newId(), caseId }, acknowledged: false, tries: 0 };
        sent.push(one);
        await runner.sendUntilAnswered(one);
      }
    }
  });
  const acknowledged = (): number => sent.filter((one) => one.acknowledged).length;
  for (const [index, target] of plan.targets.entries()) {
    await waitUntil(() => acknowledged() > 0, runner);
    await delay(50 + plan.random() * 1200);
    const before = acknowledged();
    await runner.kill(target);
    await waitUntil(() => acknowledged() > before + plan.clients, runner); // those on their way back do not count as life
    plan.log(`kill ${index + 1} of ${plan.targets.length}: ${target}, ${acknowledged()} acts acknowledged`);
  }
  load.goesOn = false;
  await Promise.all(clients);
  await runner.stop();
  return sent;
}

const LONGEST_MS = 120_000;

async function waitUntil(isSo: () => boolean, runner: Runner): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (runner.failure !== undefined) throw new Error(runner.failure);
    if (waited > LONGEST_MS) throw new Error(`no life after ${LONGEST_MS} ms`);
    await delay(20);
  }
}

/** Keeps one program running: what was killed is started again, what was not answered is sent again. */
class Runner {
  readonly plan: KillPlan;
  failure: string | undefined;
  #child: ChildProcess | undefined;
  readonly #waiting = new Map<string, (answer: string | undefined) => void>();

  constructor(plan: KillPlan) {
    this.plan = plan;
  }

  async start(): Promise<void> {
    const { program, dataDir } = this.plan;
    const settings = { PORT: '0', MODE: 'demo', SIMULATORS: 'off', DEMO_DOSSIERS: '0', LOG_LEVEL: 'silent' };
    const child = fork(program, [], {
      env: { PATH: '/usr/bin:/bin', ...settings, DATA_DIR: dataDir },
      // its own words while its database is away are not ours
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaints = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString('utf8')).slice(-4000)));
    child.once('exit', (code) => {
      if (this.#child === child) this.#child = undefined;
      for (const answered of this.#waiting.values()) answered(undefined);
      if (code !== null && code !== 0) this.failure = `the program ended with ${code}: ${complaints}`;
    });
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`the program did not start: ${complaints}`)));
      child.on('message', (answer: LoadAnswer) => {
        if ('ready' in answer) resolve();
        else this.#waiting.get(answer.commandId)?.('outcome' in answer ? answer.outcome : undefined);
      });
    });
    this.#child = child;
  }

  async sendUntilAnswered(one: Sent): Promise<void> {
    while (this.failure === undefined) {
      const outcome = await this.#send(one);
      if (outcome === 'done') {
        one.acknowledged = true;
        return;
      }
      if (outcome !== undefined) this.failure = `${one.command.verb} was answered with ${outcome}`;
      await delay(50);
    }
  }

  async kill(target: Target): Promise<void> {
    const server = findPostmaster(join(this.plan.dataDir, 'postgres'))?.pid;
    if (server !== undefined && target !== 'program') {
      const workers = childrenOf(server);
      const chosen = workers[Math.floor(this.plan.random() * workers.length)];
      for (const pid of target === 'backend' ? [chosen ?? server] : [server, ...workers]) killHard(pid);
    }
    if (target === 'program' || target === 'both') {
      const child = this.#child as ChildProcess;
      child.kill('SIGKILL');
      await once(child, 'exit');
      await this.start();
    }
  }

  async stop(): Promise<void> {
    const child = this.#child as ChildProcess;
    child.kill('SIGTERM');
    await once(child, 'exit');
    if (this.failure !== undefined) throw new Error(this.failure);
  }

  /** Undefined when there was no answer, or the database was away. */
  #send(one: Sent): Promise<string | undefined> {
    const child = this.#child;
    if (child === undefined || !child.connected) return Promise.resolve(undefined);
    one.tries += 1;
    const { commandId } = one.command;
    return new Promise((resolve) => {
      this.#waiting.set(commandId, (answer) => {
        this.#waiting.delete(commandId);
        resolve(answer);
      });
      child.send(one.command, (error) => {
        if (error !== null) this.#waiting.get(commandId)?.(undefined);
      });
    });
  }
}

function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return list === '' ? [] : list.split(' ').map(Number);
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
