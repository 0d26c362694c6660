/** Adding a job: work outside the database, asked for in the transaction that makes it necessary, so that neither happens without the other. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';

export interface JobOptions {
  /** One waiting job a key: subscriber and entry, such as `payments.confirm:019…`. A job that already runs is followed by another. */
  readonly key: string;
  /** Not before; at once unless given. */
  readonly runAt?: Instant;
  /** Tries with growing pauses, 25 unless given: some four days. Then it lies with the failed jobs. */
  readonly maxAttempts?: number;
  /** A job that waits under this key keeps its time; otherwise this one's counts. */
  readonly keepTime?: boolean;
}

/** `trx` is a subscriber's: a verb never adds a job. `name` is declared in a system's manifest. */
export async function addJob(
  trx: QueryExecutorProvider,
  name: string,
  payload: Json,
  options: JobOptions,
): Promise<void> {
  const { key, runAt, maxAttempts, keepTime } = options;
  await sql`select graphile_worker.add_job(
    identifier => ${name}, payload => ${JSON.stringify(payload)}::json,
    run_at => ${runAt === undefined ? null : isoOf(runAt)}::timestamptz, max_attempts => ${maxAttempts ?? null}::integer,
    job_key => ${key}, job_key_mode => ${keepTime ? 'preserve_run_at' : 'replace'}
  )`.execute(trx);
}
