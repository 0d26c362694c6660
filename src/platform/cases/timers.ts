/** Legal timers: rows that are fired when their time has come, by the worker's clock or by the simulator's own. */
import { isoOf, type Instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';

const BATCH = 100;

/** Fires every timer due at `now`, oldest first; answers how many. A handler acts on its case, which clears or moves the timer; one that throws is logged and tried again next time. */
export async function fireDueTimers(
  platform: Platform,
  now: Instant,
  onError: (error: unknown, timer: { caseId: string; kind: string }) => void,
): Promise<number> {
  let fired = 0;
  const failed = new Set<string>();
  for (;;) {
    const due = await platform.db
      .selectFrom('cases.timer')
      .select(['case_id', 'kind', 'fire_at'])
      .where('fire_at', '<=', isoOf(now) as never)
      .orderBy('fire_at')
      .limit(BATCH + failed.size)
      .execute();
    const fresh = due.filter((timer) => !failed.has(`${timer.case_id}/${timer.kind}`));
    if (fresh.length === 0) return fired;
    for (const timer of fresh) {
      const key = `${timer.case_id}/${timer.kind}`;
      try {
        await fire(platform, timer, now);
        fired += 1;
      } catch (error) {
        onError(error, { caseId: timer.case_id, kind: timer.kind });
      }
      // Whatever the handler did, the same timer is not fired twice in one round.
      failed.add(key);
    }
  }
}

async function fire(
  platform: Platform,
  timer: { case_id: string; kind: string; fire_at: Instant },
  now: Instant,
): Promise<void> {
  const handler = platform.registry.timers.get(timer.kind);
  if (!handler) throw new Error(`no system handles the timer ${timer.kind}`);
  await handler(platform, { caseId: timer.case_id, kind: timer.kind, at: now });
}
