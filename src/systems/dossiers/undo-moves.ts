/** Undoing a batch (hoàn lại một lần chuyển): each dossier that nobody has touched since goes back by an act of its own; the others stay, with the reason. */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { type ActEnvironment, type Actor, entryActor, isSqlState, writeAct } from '../../platform/cases/act.ts';
import type { Json } from '../../platform/db/json.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { readEntry, sealEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import { moveBack } from './dossiers.ts';
import { followingId } from '../../platform/db/following-id.ts';
import type { DossierTables } from './tables.ts';

export const UNDO_MOVES = 'dossiers.undo-moves';
const BATCH = 100;

/** The administrator's act; the program moves each dossier back after it. A second press changes nothing. */
export async function undoBatch(
  db: QueryExecutorProvider,
  actor: Actor,
  { commandId, batch, unit, at }: { commandId: string; batch: string; unit: string; at: Instant },
): Promise<void> {
  const digest = createHash('sha256').update(`dossiers.undo-batch ${batch}`).digest('hex');
  const entry = sealEntry(
    { type: 'dossiers.moves-undone', body: { batch } },
    { actor: entryActor(actor), subject: { type: 'organisation.unit', id: unit }, at, commandId },
  );
  try {
    await writeAct(db, {
      command: { actor: actor.id, id: commandId, digest, outcome: { answer: {}, version: 1 } },
      rows: [
        { table: 'dossiers.succession_batch', op: 'update', key: { id: batch }, values: { undone_at: isoOf(at) } },
      ],
      entries: [entry],
    });
  } catch (error) {
    if (!isSqlState(error, '23505', 'command_pkey')) throw error;
  }
}

export const followUndoing: Subscriber = {
  name: UNDO_MOVES,
  types: ['dossiers.moves-undone'],
  handle: (trx, { id }) => addJob(trx, UNDO_MOVES, { entry: id }, { key: `${UNDO_MOVES}:${id}` }),
};

interface Moved {
  case_id: string;
  competent_unit: string;
  receiving_unit: string;
  returning_unit: string | null;
  competent_office: string | null;
  holding_unit: string | null;
  assignee_id: string | null;
  version: number;
}

export async function undoMoves(env: ActEnvironment<DossierTables>, payload: Json): Promise<void> {
  const { entry: entryId } = payload as { entry: string };
  const found = await sql<{ sealed: string }>`select sealed from journal.entry where id = ${entryId}`.execute(env.db);
  const { actor, body } = readEntry(found.rows[0]?.sealed ?? '');
  const batch = body?.batch as string;
  const who = { actor: { ...actor, id: actor.account as string }, scope: 'all' as const };
  for (let page = await listMoved(env.db, batch); page.length > 0; page = await listMoved(env.db, batch)) {
    for (const move of page) {
      const outcome = await moveBack(env, who, {
        commandId: followingId(entryId, move.case_id),
        caseId: move.case_id,
        batch,
        movedVersion: move.version,
        competentUnit: move.competent_unit,
        receivingUnit: move.receiving_unit,
        // moved before there were offices elsewhere
        returningUnit: move.returning_unit ?? move.receiving_unit,
        competentOffice: move.competent_office,
        holdingUnit: move.holding_unit,
        assignee: move.assignee_id,
      });
      if (outcome.kind !== 'done')
        await sql`
          update dossiers.succession_move set kept = ${outcome.kind === 'refusal' ? outcome.code : 'dossiers.changed-since-move'}
          where batch_id = ${batch} and case_id = ${move.case_id}
        `.execute(env.db);
    }
  }
}

async function listMoved(db: QueryExecutorProvider, batch: string): Promise<Moved[]> {
  const found = await sql<Moved>`
    select case_id, competent_unit, receiving_unit, returning_unit, competent_office, holding_unit, assignee_id, version from dossiers.succession_move
    where batch_id = ${batch} and refused is null and undone_at is null and kept is null order by case_id limit ${BATCH}
  `.execute(db);
  return found.rows;
}
