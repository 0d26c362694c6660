/** Live workers: each pool of them holds a lock while its process lives, so that the jobs of one that was killed are taken up by others within two minutes. */
import type { Pool, PoolClient } from 'pg';

export interface LiveWorkers {
  /** Takes the lock of a pool that has just begun. */
  add(worker: string): void;
  stop(): Promise<void>;
}

const EVERY_MS = 15_000;

// A worker that has just begun may not hold its lock yet: only jobs taken a minute ago are looked at. Without this a killed
// worker's job would lie for graphile-worker's own four hours.
const RELEASE_DEAD = `
  select graphile_worker.force_unlock_workers(array(
    select w.id from (
      select distinct locked_by as id from graphile_worker._private_jobs where locked_at < now() - interval '1 minute'
    ) w
    where w.id <> all ($1) and pg_try_advisory_xact_lock(hashtextextended('jobs.worker ' || w.id, 0))))`;

/** Workers are ids of pools, as jobs are locked by. Keeps one session of `pool`, which must not go through a transaction-mode pooler. */
export function holdLiveWorkers(pool: Pool, onError: (error: unknown) => void): LiveWorkers {
  let session: PoolClient | undefined;
  const workers = new Set<string>();
  const held = new Set<string>();

  async function sweep(): Promise<void> {
    try {
      session ??= await pool.connect();
      for (const worker of workers) {
        if (held.has(worker)) continue;
        await session.query(`select pg_advisory_lock(hashtextextended('jobs.worker ' || $1, 0))`, [worker]);
        held.add(worker);
      }
      await session.query(RELEASE_DEAD, [[...workers]]);
    } catch (error) {
      letGo();
      onError(error);
    }
  }

  function letGo(): void {
    session?.release(true);
    session = undefined;
    held.clear();
  }

  let sweeping = sweep();
  const again = (): void => {
    sweeping = sweeping.then(sweep);
  };
  const timer = setInterval(again, EVERY_MS);
  return {
    add(worker) {
      workers.add(worker);
      again();
    },
    async stop() {
      clearInterval(timer);
      await sweeping;
      letGo();
    },
  };
}
