/** The worker's loop: subscribers catch up, due timers fire, checkpoints are sealed; it stops between rounds, never inside one. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { followPublished } from './platform/calendar/published-calendar.ts';
import { fireDueTimers, isSimulating } from './platform/cases/timers.ts';
import type { Db } from './platform/db/database.ts';
import { type CheckpointKeeper, makeCheckpoint } from './platform/journal/checkpoints.ts';
import { runSubscribers } from './platform/journal/subscribers.ts';
import type { Platform } from './platform/system/platform.ts';

export interface WorkerLoop {
  stop(): Promise<void>;
}

/** A full round at least once a second; sooner when something was written, so that what follows from it is there within a second of its commit. */
const POLL_MS = 1000;
const LOOK_EVERY_MS = 200;
/** Where more than so many entries came in a round there are enough of them for the next: rounds cost more than they hurry. */
const HURRIED_UNDER = 50;
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
    let written = 0;
    while (!stopping.signal.aborted) {
      await attempt('the journal is not read', async () => {
        written = await countWritten(platform.db);
      });
      await attempt('calendar not renewed', () => followPublished(platform));
      let handled = 0;
      await attempt('subscribers failed', async () => {
        handled = await runSubscribers(platform.db, subscribers, platform.clock);
      });
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
      if (handled < HURRIED_UNDER * subscribers.length) await untilWritten(platform.db, written, stopping.signal);
      else await delay(POLL_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
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

/** Ends with the next act, or when it is time for a round anyway. One sum over 32 rows a look; what fails here fails in the round too, and is told there. */
async function untilWritten(db: Db, written: number, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < POLL_MS && !signal.aborted; waited += LOOK_EVERY_MS) {
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    const now = await countWritten(db).catch(() => written);
    if (now !== written) return;
  }
}

/** Grows with every entry that is committed. */
async function countWritten(db: Db): Promise<number> {
  const found = await sql<{ written: number }>`
    select sum(seq)::double precision as written from journal.head
  `.execute(db);
  return found.rows[0]?.written ?? 0;
}
