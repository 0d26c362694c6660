/** Failed jobs: those that used up their tries. They lie until a person has them tried again, or lets them go. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../calendar/instant.ts';

export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly key: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly addedAt: Instant;
  readonly lastTriedAt: Instant;
}

/** Newest first; `before` is the id of the last one shown. */
export async function listFailedJobs(
  db: QueryExecutorProvider,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<FailedJob[]> {
  const rows = await sql<FailedJob>`
    select j.id::text as id, t.identifier as name, j.key, j.attempts, left(j.last_error, 2000) as "lastError",
      j.created_at as "addedAt", j.updated_at as "lastTriedAt"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts and j.locked_at is null and (${before ?? null}::bigint is null or j.id < ${before ?? null}::bigint)
    order by j.id desc limit ${limit}
  `.execute(db);
  return rows.rows;
}

/** False when there is no such failed job, or it runs just now. */
export const replayJob = (db: QueryExecutorProvider, id: string): Promise<boolean> =>
  hasAny(
    sql`select 1 as one from graphile_worker.reschedule_jobs(array(${failed(id)}), run_at => now(), attempts => 0)`,
    db,
  );

/** The job is let go: what it was to do is not done. False as above. */
export const dropJob = (db: QueryExecutorProvider, id: string): Promise<boolean> =>
  hasAny(sql`select 1 as one from graphile_worker.complete_jobs(array(${failed(id)}))`, db);

const failed = (id: string) =>
  sql`select id from graphile_worker._private_jobs where id = ${id}::bigint and attempts >= max_attempts`;

async function hasAny(query: ReturnType<typeof sql>, db: QueryExecutorProvider): Promise<boolean> {
  return (await query.execute(db)).rows.length > 0;
}
