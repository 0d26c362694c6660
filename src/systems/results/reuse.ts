/** Reuse (dùng lại giấy tờ): a component that its owner holds already is offered, taken into an application, and looked at again whenever it matters. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Day, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { useFileAgain } from '../../platform/files/use-again.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Component } from '../procedures/index.ts';
import { listOwnPapers, type OwnPaper } from './own-papers.ts';
import { heldState } from './validity.ts';

export interface Wanted {
  readonly procedure: string;
  readonly component: Pick<Component, 'key' | 'code' | 'resultOf' | 'copies' | 'certified'>;
}

/** In force today and with a file: results of the procedures that the component names, certified copies where copies are taken, and confirmed papers of the same national code, or of the same component. */
export async function listUsable(
  db: QueryExecutorProvider,
  { accountId, day, wanted }: { readonly accountId: string; readonly day: Day; readonly wanted: readonly Wanted[] },
): Promise<readonly (readonly OwnPaper[])[]> {
  if (wanted.length === 0) return [];
  const held = await listOwnPapers(db, { accountId });
  const usable = held.filter((paper) => paper.hasFile && heldState(paper, day) === 'in-force');
  return wanted.map((one) => usable.filter((paper) => serves(paper, one)));
}

function serves(paper: OwnPaper, { procedure, component }: Wanted): boolean {
  if (paper.source === 'result')
    return (component.resultOf?.includes(paper.procedureCode) ?? false) || (paper.isCopy && takesCopies(component));
  if (component.code !== undefined && paper.componentCode !== null) return paper.componentCode === component.code;
  return paper.kind === component.key && paper.procedureCode === procedure;
}

/** What a certified copy says is read by who chooses it, and by the office. */
const takesCopies = ({ copies = 0, certified = false }: Wanted['component']): boolean => copies > 0 || certified;

export interface Reuse extends Wanted {
  readonly accountId: string;
  /** Of the result or the confirmed paper. */
  readonly heldId: string;
  /** The draft or case that uses it. */
  readonly ownerId: string;
  readonly at: Instant;
}

/** The id of the file in the application; undefined for what is not theirs, does not serve, or no longer counts. */
export async function reusePaper<T>(db: Db<T>, reuse: Reuse): Promise<string | undefined> {
  const { accountId, heldId, ownerId, component, at } = reuse;
  const [usable = []] = await listUsable(db, { accountId, day: dayOf(at), wanted: [reuse] });
  const paper = usable.find(({ id }) => id === heldId);
  if (!paper) return undefined;
  return db.transaction().execute(async (trx) => {
    const owner = { type: 'dossier', id: ownerId };
    const use = { id: paper.fileId, owner, component: component.key, uploadedBy: accountId, at };
    const fileId = await useFileAgain(trx, use);
    if (fileId !== undefined)
      await sql`
        insert into results.reuse (file_id, source, held_id, account_id, owner_id, component, chosen_at)
        values (${fileId}, ${paper.source}, ${paper.id}, ${accountId}, ${ownerId}, ${component.key}, ${isoOf(at)})
      `.execute(trx);
    return fileId;
  });
}

export interface ReusedPaper {
  readonly fileId: string;
  readonly source: 'result' | 'paper';
  readonly heldId: string;
  readonly component: string;
  readonly name: LocalText;
  readonly number: string | null;
  readonly unit: LocalText;
  readonly caseCode: string;
  readonly at: Instant;
  readonly validUntil: Day | null;
  readonly replacedBy: string | null;
  readonly revokedAt: Instant | null;
  readonly removedAt: Instant | null;
  readonly checkCode: string | null;
}

/** Which of these files are held papers used again, and how these stand now. */
export async function listReused(db: QueryExecutorProvider, fileIds: readonly string[]): Promise<ReusedPaper[]> {
  const chosen = await sql<{ fileId: string; heldId: string; accountId: string; component: string }>`
    select file_id as "fileId", held_id as "heldId", account_id as "accountId", component from results.reuse where file_id = any(${fileIds}::uuid[])
  `.execute(db);
  const accounts = [...new Set(chosen.rows.map(({ accountId }) => accountId))];
  const held = await Promise.all(
    accounts.map((accountId) => listOwnPapers(db, { accountId, ids: chosen.rows.map(({ heldId }) => heldId) })),
  );
  const papers = new Map(held.flat().map((paper) => [paper.id, paper]));
  return chosen.rows.flatMap(({ fileId, heldId, component }) => {
    const paper = papers.get(heldId);
    return paper ? [{ ...paper, fileId, heldId, component }] : [];
  });
}

/** A paper that its owner took out of the store after handing it in was good when it was handed in. */
export const isGood = (paper: ReusedPaper, day: Day): boolean =>
  heldState({ ...paper, removedAt: null }, day) === 'in-force';
