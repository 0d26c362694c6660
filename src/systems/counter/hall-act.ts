/** Acts in a hall (nơi tiếp nhận): one after another, so that two officers never call one number; each with its journal entry, repeated once. */
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
import type { Json } from '../../platform/db/json.ts';
import { type EntryDraft, sealEntry, type Subject } from '../../platform/journal/entry.ts';
import type { CounterTables } from './tables.ts';

export type CounterEnv = ActEnvironment<CounterTables>;
export type CounterDb = Db<CounterTables>;

export interface HallCommand extends Command {
  readonly unitId: string;
}

export interface HallDecision {
  readonly kind: 'write';
  readonly subject: Subject;
  readonly rows: readonly RowChange[];
  readonly entries: readonly EntryDraft[];
  readonly answer: { readonly [key: string]: Json };
}

export type Decided = HallDecision | Refusal | { readonly kind: 'not-found' };

export const nothing = { kind: 'not-found' } as const;

/** A hall has some tens of places and an act takes milliseconds: a queue of acts is no queue of people. */
export async function actInHall(
  env: CounterEnv,
  actor: Actor,
  command: HallCommand,
  verb: { readonly name: string; readonly decide: (trx: CounterDb, at: Instant) => Promise<Decided> },
): Promise<Outcome> {
  const digest = digestOf(verb.name, command);
  try {
    return await env.db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('counter.hall'), hashtext(${command.unitId}))`.execute(trx);
      const repeated = await findAnswer(trx, actor, command, digest);
      if (repeated) return repeated;
      const at = env.clock();
      const decided = await verb.decide(trx as unknown as CounterDb, at);
      if (decided.kind !== 'write') return decided;
      const { subject, rows, entries, answer } = decided;
      const context = { actor: entryActor(actor), subject, at, commandId: command.commandId };
      await writeAct(trx, {
        command: { actor: actor.id, id: command.commandId, digest, outcome: { answer, version: 1 } },
        rows,
        entries: entries.map((draft) =>
          sealEntry({ ...draft, dims: { unit: command.unitId, ...draft.dims } }, context),
        ),
      });
      return { kind: 'done', answer, version: 1, repeated: false };
    });
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(env.db, actor, command, digest)) ?? { kind: 'command-reused' };
    throw error;
  }
}
