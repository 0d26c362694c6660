/** Taking a confirmed paper out of one's own store; what was issued stays in its register, and dossiers keep what they hold. */
import { isoOf } from '../../platform/calendar/instant.ts';
import { type ActEnvironment, type Actor, entryActor, type Outcome, writeAct } from '../../platform/cases/act.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import { listOwnPapers } from './own-papers.ts';
import type { ResultTables } from './tables.ts';

/** Done twice it is done once. */
export async function removePaper(
  { db, clock }: Pick<ActEnvironment<ResultTables>, 'db' | 'clock'>,
  actor: Actor,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<Outcome> {
  const [paper] = await listOwnPapers(db, { accountId, ids: [id] });
  if (!paper || paper.source !== 'paper') return { kind: 'not-found' };
  const done = { kind: 'done', answer: {}, version: 0, repeated: paper.removedAt !== null } as const;
  if (paper.removedAt !== null) return done;
  const at = clock();
  const entry = sealEntry(
    { type: 'results.paper-removed', body: { file: paper.fileId } },
    { actor: entryActor(actor), subject: { type: 'results.paper', id }, at },
  );
  await writeAct(db, {
    rows: [{ table: 'results.paper', op: 'update', key: { id }, values: { removed_at: isoOf(at) } }],
    entries: [entry],
  });
  return done;
}
