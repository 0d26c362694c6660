/** Acts on the plan: read under lock, decide, write once with the command that asked for it. */
import { type Instant } from '../../platform/calendar/instant.ts';
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
import type { PlanTables } from './tables.ts';

export type PlanCommand = Omit<Command, 'caseId' | 'shownVersion'>;

export interface PlanAct {
  readonly kind: 'act';
  readonly subject: Subject;
  readonly rows: readonly RowChange[];
  readonly entries: readonly EntryDraft[];
  readonly answer?: { readonly [key: string]: Json };
}

export type PlanDecision = PlanAct | Refusal | { readonly kind: 'not-found' };

/** `decide` runs in the transaction that writes, and locks what it reads; a repeat of the command gets the first answer. */
export async function actOnPlan(
  env: ActEnvironment<PlanTables>,
  actor: Actor,
  command: PlanCommand,
  verb: { readonly name: string; readonly decide: (trx: Db<PlanTables>, at: Instant) => Promise<PlanDecision> },
): Promise<Outcome> {
  const sent = { ...command, caseId: '' };
  const digest = digestOf(verb.name, sent);
  const repeated = await findAnswer(env.db, actor, sent, digest);
  if (repeated) return repeated;
  const at = env.clock();
  try {
    return await env.db.transaction().execute(async (trx) => {
      const decided = await verb.decide(trx, at);
      if (decided.kind !== 'act') return decided;
      const { subject, rows, entries, answer = {} } = decided;
      await writeAct(trx, {
        command: { actor: actor.id, id: command.commandId, digest, outcome: { answer, version: 1 } },
        rows,
        entries: entries.map((draft) =>
          sealEntry(draft, { actor: entryActor(actor), subject, at, commandId: command.commandId }),
        ),
      });
      return { kind: 'done', answer, version: 1, repeated: false } as const;
    });
  } catch (error) {
    if (!isSqlState(error, '23505', 'command_pkey')) throw error;
    return (await findAnswer(env.db, actor, sent, digest)) ?? { kind: 'command-reused' };
  }
}
