/** Reused papers of a dossier: held papers among its files, good or no longer so. */
import type { QueryExecutorProvider } from 'kysely';
import { type Refusal, refuse } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Day } from '../../platform/calendar/instant.ts';
import { isGood, listReused, type ReusedPaper } from '../results/index.ts';
import type { DossierTables } from './tables.ts';

export const refuseReused = (ended: readonly ReusedPaper[]): Refusal =>
  refuse('dossiers.reused-not-valid', { papers: ended.map(({ name }) => name.vi).join('; ') });

/** Those that do not count on the day: a result withdrawn or corrected meanwhile, a validity that is over. */
export async function listEndedReuse(db: Db<DossierTables>, caseId: string, day: Day): Promise<ReusedPaper[]> {
  const files = await db
    .selectFrom('dossiers.component')
    .select('file_id')
    .where('case_id', '=', caseId)
    .where('file_id', 'is not', null)
    .execute();
  const reused = await reusedAmong(
    db,
    files.map(({ file_id: id }) => id ?? ''),
  );
  return [...reused.values()].filter((paper) => !isGood(paper, day));
}

/** By file. */
export async function reusedAmong(
  db: QueryExecutorProvider,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, ReusedPaper>> {
  const reused = fileIds.length === 0 ? [] : await listReused(db, fileIds);
  return new Map(reused.map((paper) => [paper.fileId, paper]));
}
