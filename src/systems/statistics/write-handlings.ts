/** Writing handlings: the rows of numbers of some dossiers, in place of those that were there. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { writeFacts } from '../../platform/indicators/write-facts.ts';
import { FINISHED, finishedMeasure, listFinished } from './finished-measure.ts';
import { handlingRow, partRows } from './handling-rows.ts';
import type { Handling } from './measure-dossier.ts';

/** One writer at a time, to the end of the transaction: a rebuild that read before an act never overwrites what was measured after it. */
export async function lockNumbers(trx: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('statistics.handling'))`.execute(trx);
}

/** For one of several rebuilders, each with dossiers of its own: whoever follows the acts waits for all of them. */
export async function shareNumbers(trx: QueryExecutorProvider): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('statistics.handling'))`.execute(trx);
}

/** What indicators count of them changes with them: there is one truth of how a dossier stood against its term. */
export async function writeHandlings(trx: Db, handlings: readonly Handling[]): Promise<void> {
  if (handlings.length === 0) return;
  const ids = handlings.map(({ caseId }) => caseId);
  const rows = handlings.map(handlingRow);
  const parts = handlings.flatMap(partRows);
  await sql`delete from statistics.part where case_id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from statistics.handling where case_id = any(${ids}::uuid[])`.execute(trx);
  await sql`
    insert into statistics.handling select * from jsonb_populate_recordset(null::statistics.handling, ${JSON.stringify(rows)}::jsonb)
  `.execute(trx);
  if (parts.length > 0)
    await sql`
      insert into statistics.part select * from jsonb_populate_recordset(null::statistics.part, ${JSON.stringify(parts)}::jsonb)
    `.execute(trx);
  await tellFinished(trx, ids);
}

async function tellFinished(trx: Db, ids: readonly string[]): Promise<void> {
  const facts = await listFinished(trx, { ids });
  const finished = new Set(facts.map(({ subject }) => subject));
  const others = ids.filter((id) => !finished.has(id)).map((subject) => ({ subject, withdrawn: true as const }));
  await writeFacts(trx, { name: FINISHED, measure: finishedMeasure, changes: [...facts, ...others] });
}
