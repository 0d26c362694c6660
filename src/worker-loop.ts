/** The worker's loop: subscribers catch up, due timers fire, checkpoints are sealed; it stops between rounds, never inside one. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { followPublished } from './platform/calendar/published-calendar.ts';
import { fireDueTimers } from './platform/cases/timers.ts';
import type { Db } from './platform/db/database.ts';
import { type CheckpointKeeper, makeCheckpoint } from './platform/journal/checkpoints.ts';
import { runSubscribers } from './platform/journal/subscribers.ts';
import type { Platform } from './platform/system/platform.ts';

export interface WorkerLoop {
  stop(): Promise<void>;
}

const POLL_MS = 1000;
const TIMERS_EVERY_MS = 15_000;
const CHECKPOINT_EVERY_MS = 600_000;

export function startWorkerLoop(
  platform: Platform,
  keeper: CheckpointKeeper,
  log: (message: string, error: unknown) => void,
): WorkerLoop {
  const stopping = new AbortController();
  const subscribers = platform.registry.systems.flatMap((system) => system.subscribers?.(platform) ?? []);
  const finished = (async () => {
    let timersAt = 0;
    let checkpointAt = platform.clock() + CHECKPOINT_EVERY_MS;
    while (!stopping.signal.aborted) {
      await attempt('calendar not renewed', () => followPublished(platform));
      await attempt('subscribers failed', () => runSubscribers(platform.db, subscribers, platform.clock));
      if (platform.clock() >= timersAt) {
        timersAt = platform.clock() + TIMERS_EVERY_MS;
        await attempt('timers failed', async () => {
          if (await isSimulating(platform.db)) return;
          await fireDueTimers(platform, platform.clock(), (error, timer) =>
            log(`timer ${timer.kind} of ${timer.caseId} failed`, error),
          );
        });
      }
      if (platform.clock() >= checkpointAt) {
        checkpointAt = platform.clock() + CHECKPOINT_EVERY_MS;
        await attempt('checkpoint failed', () => makeCheckpoint(platform.db, keeper, platform.clock));
      }
      await delay(POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await attempt('last checkpoint failed', () => makeCheckpoint(platform.db, keeper, platform.clock));
  })();

  async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log(what, error);
    }
  }

  return {
    async stop() {
      stopping.abort();
      await finished;
    },
  };
}

/** A simulation fires timers by a clock of its own; ours is ahead of it and would fire them too early. */
async function isSimulating(db: Db): Promise<boolean> {
  const free = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock_shared(hashtext('cases.timers')) as free`.execute(db);
  return !free.rows[0]?.free;
}
