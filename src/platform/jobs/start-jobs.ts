/** The job engine at work: runs what systems declare as jobs, again and again until each is done, and drains before it stops. */
import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import type { Json } from '../db/json.ts';
import type { Platform } from '../system/platform.ts';
import { holdLiveWorkers } from './live-workers.ts';

export interface RunningJobs {
  /** Takes no further job, waits for those that run. */
  stop(): Promise<void>;
}

export interface JobWorkers {
  /** Past any transaction-mode pooler: workers LISTEN and hold session locks. */
  readonly url: string;
  readonly concurrency?: number;
  readonly log: (message: string, error: unknown) => void;
}

const CONCURRENCY = 4;
const RESTART_MS = 5000;

export function startJobs(platform: Platform, { url, concurrency = CONCURRENCY, log }: JobWorkers): RunningJobs {
  // A pool of its own: graphile-worker wants the driver's plain types, and its own handlers add to these.
  const pool = new Pool({ connectionString: url, max: concurrency + 4, application_name: 'vamco-jobs' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  const live = holdLiveWorkers(pool, (error) => log('locks of job workers failed', error));
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => live.add(workerPool.id));
  const stopping = new AbortController();
  const options = {
    pgPool: pool,
    taskList: tasksOf(platform),
    parsedCronItems: scheduleOf(platform),
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    // Without a batch, however short, what was done is written down after stop() has answered: the job would run again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: loggerTo(log),
    events,
  };
  const finished = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await runUntilStopped(await run(options), stopping.signal);
      } catch (error) {
        log('job workers ended', error);
      }
      // A database that restarts ends the workers; they begin again.
      await delay(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await finished;
      await live.stop();
      await pool.end();
    },
  };
}

async function runUntilStopped(runner: Runner, stop: AbortSignal): Promise<void> {
  const ended = runner.promise.then(() => 'ended' as const);
  const asked = new Promise<'asked'>((resolve) => {
    stop.addEventListener('abort', () => resolve('asked'), { once: true });
    if (stop.aborted) resolve('asked');
  });
  if ((await Promise.race([ended, asked])) === 'asked') await runner.stop();
  await ended;
}

function tasksOf(platform: Platform): TaskList {
  const tasks: TaskList = {};
  for (const [name, handle] of platform.registry.jobs) {
    tasks[name] = (payload: unknown) => handle(platform, payload as Json);
  }
  return tasks;
}

/** How far back a time that nobody was there for is made up for: a machine that is off by night is kept in order by day. */
const MAKES_UP_MS = 24 * 3_600_000;
/** A scheduled job comes again anyway. */
const SCHEDULED_TRIES = 5;

function scheduleOf({ registry }: Platform) {
  return parseCronItems(
    [...registry.schedules].map(([task, match]) => ({
      task,
      match,
      identifier: task,
      options: { backfillPeriod: MAKES_UP_MS, maxAttempts: SCHEDULED_TRIES, jobKey: task },
    })),
  );
}

/** A failing job is told with its reason; what a job carries never is. */
function loggerTo(log: JobWorkers['log']): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning') log(`jobs: ${message}`, meta?.error ?? meta?.failure);
  });
}
