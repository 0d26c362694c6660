/** Withdrawing a result (thu hồi, hủy bỏ): by who may sign for its body, with reasons; its public page says so at once. */
import { isoOf } from '../../platform/calendar/instant.ts';
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
import { refuse } from '../../platform/cases/decision.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import { dayOf } from '../../platform/calendar/instant.ts';
import type { Scope } from '../../platform/permissions/permissions.ts';
import { listResults } from './list-results.ts';
import type { ResultTables } from './tables.ts';

export interface RevokeResult extends Command {
  readonly id: string;
  readonly reason: string;
}

export async function revokeResult(
  { db, clock }: Pick<ActEnvironment<ResultTables>, 'db' | 'clock'>,
  { actor, reach }: { readonly actor: Actor; readonly reach: Scope },
  command: RevokeResult,
): Promise<Outcome> {
  const digest = digestOf('results.revoke', command);
  const repeated = await findAnswer(db, actor, command, digest);
  if (repeated) return repeated;
  const at = clock();
  const { rows } = await listResults(db, { reach, day: dayOf(at), id: command.id }, { limit: 1 });
  const result = rows[0];
  if (!result) return { kind: 'not-found' };
  if (command.reason.trim() === '') return refuse('results.reason-missing');
  if (result.revokedAt !== null || result.replacedBy !== null) return refuse('results.not-in-force');
  const entry = sealEntry(
    {
      type: 'results.result-revoked',
      body: { document: result.id, code: result.caseCode, number: result.number },
      content: { reason: command.reason },
    },
    { actor: entryActor(actor), subject: { type: 'results.result', id: result.id }, at, commandId: command.commandId },
  );
  const answer = { code: result.caseCode };
  try {
    await writeAct(db, {
      command: { actor: actor.id, id: command.commandId, digest, outcome: { answer, version: 0 } },
      rows: [
        { table: 'results.result', op: 'update', key: { id: result.id }, values: { revoked_at: isoOf(at) } },
        ...(result.checkCode === null
          ? []
          : [
              {
                table: 'documents.issued_document',
                op: 'update' as const,
                key: { id: result.id },
                values: { revoked_at: isoOf(at) },
              },
            ]),
      ],
      entries: [entry],
    });
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(db, actor, command, digest)) ?? { kind: 'command-reused' };
    throw error;
  }
  return { kind: 'done', answer, version: 0, repeated: false };
}
