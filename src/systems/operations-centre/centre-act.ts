/** Acts in a centre that are on no case (ca trực, diễn tập): one after another, each with its journal entry, repeated once. */
import { sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import {
  type ActEnvironment,
  type Actor,
  type Command,
  digestOf,
  entryActor,
  findAnswer,
  isSqlState,
  type Outcome,
  writeAct,
} from '../../platform/cases/act.ts';
import type { Refusal, RowChange } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { type EntryDraft, sealEntry, type Subject } from '../../platform/journal/entry.ts';
import type { CentreTables } from './tables.ts';

export type CentreEnv = ActEnvironment<CentreTables>;
export type CentreDb = Db<CentreTables>;

/** `caseId` of the command is the centre's unit. */
export interface CentreCommand extends Command {
  readonly unitId: string;
}

export interface CentreDecision {
  readonly kind: 'write';
  readonly subject: Subject;
  readonly rows: readonly RowChange[];
  readonly entry: EntryDraft;
}

export async function actInCentre(
  env: CentreEnv,
  actor: Actor,
  command: CentreCommand,
  verb: {
    readonly name: string;
    readonly decide: (trx: CentreDb, at: Instant) => Promise<CentreDecision | Refusal>;
  },
): Promise<Outcome> {
  const digest = digestOf(verb.name, command);
  try {
    return await env.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('operations-centre'), hashtext(${command.unitId}))`.execute(trx);
      const repeated = await findAnswer(trx, actor, command, digest);
      if (repeated) return repeated;
      const at = env.clock();
      const decided = await verb.decide(trx as unknown as CentreDb, at);
      if (decided.kind !== 'write') return decided;
      const { subject, rows, entry } = decided;
      const context = { actor: entryActor(actor), subject, at, commandId: command.commandId };
      await writeAct(trx, {
        command: { actor: actor.id, id: command.commandId, digest, outcome: { answer: {}, version: 1 } },
        rows,
        entries: [sealEntry({ ...entry, dims: { unit: command.unitId } }, context)],
      });
      return { kind: 'done', answer: {}, version: 1, repeated: false };
    });
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(env.db, actor, command, digest)) ?? { kind: 'command-reused' };
    throw error;
  }
}
