/** Legal timers: rows that are fired when their time has come, by the worker's clock or by the simulator's own. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { isoOf, type Instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';

const BATCH = 100;

/** Fires every timer due at `now`, oldest first; answers how many. Each fires once, unless the act sets it anew; one whose handler throws is logged and tried again next time. */
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
  const again = await handler(platform, { caseId: timer.case_id, kind: timer.kind, at: now });
  // An act clears or moves its timer itself. One that was refused would come again for ever.
  const fired = sql`case_id = ${timer.case_id} and kind = ${timer.kind} and fire_at = ${isoOf(timer.fire_at)}`;
  await (again === undefined
    ? sql`delete from cases.timer where ${fired}`.execute(platform.db)
    : sql`update cases.timer set fire_at = ${isoOf(again)} where ${fired}`.execute(platform.db));
}

/** Sets one kind of timer on many cases at once. No act: it follows from what was published, and the act comes when it fires. */
export async function setTimers(
  db: QueryExecutorProvider,
  kind: string,
  timers: readonly { readonly caseId: string; readonly fireAt: Instant }[],
): Promise<void> {
  if (timers.length === 0) return;
  const rows = timers.map(({ caseId, fireAt }) => ({ case_id: caseId, kind, fire_at: isoOf(fireAt) }));
  await sql`
    insert into cases.timer (case_id, kind, fire_at)
    select case_id, kind, fire_at from jsonb_populate_recordset(null::cases.timer, ${JSON.stringify(rows)}::jsonb)
    on conflict (case_id, kind) do update set fire_at = excluded.fire_at
  `.execute(db);
}

/** A simulation goes by a clock of its own: by ours, which is ahead of it, everything would be late. */
export async function isSimulating(db: QueryExecutorProvider): Promise<boolean> {
  const free = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock_shared(hashtext('cases.timers')) as free`.execute(db);
  return !free.rows[0]?.free;
}
