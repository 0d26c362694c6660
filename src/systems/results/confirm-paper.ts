/** Confirming a digitised paper: an officer has compared the file with the original, so its owner may use it again. */
import { sql } from 'kysely';
import { type Day, isoOf } from '../../platform/calendar/instant.ts';
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
import { newId } from '../../platform/db/ids.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import type { ResultTables } from './tables.ts';

export interface ConfirmPaper extends Command {
  readonly code: string;
  readonly accountId: string;
  readonly procedure: string;
  readonly versionId: string;
  readonly component: { readonly key: string; readonly code: string | null; readonly name: LocalText };
  readonly fileId: string;
  readonly unitId: string;
  readonly validUntil: Day | null;
}

/** Whether the dossier is theirs to work on, and the file lies in it, the caller has seen. */
export async function confirmPaper(
  { db, clock }: Pick<ActEnvironment<ResultTables>, 'db' | 'clock'>,
  actor: Actor,
  command: ConfirmPaper,
): Promise<Outcome> {
  const digest = digestOf('results.confirm', command);
  const repeated = await findAnswer(db, actor, command, digest);
  if (repeated) return repeated;
  const file = await sql<{ digest: string }>`
    select digest from files.file where id = ${command.fileId} and owner_id = ${command.caseId} and removed_at is null
  `.execute(db);
  const sha256 = file.rows[0]?.digest;
  if (sha256 === undefined) return { kind: 'not-found' };
  const at = clock();
  const id = newId();
  const { component } = command;
  const said = {
    case: command.caseId,
    code: command.code,
    component: component.key,
    component_code: component.code,
    procedure: command.procedure,
    version: command.versionId,
    account: command.accountId,
    file: command.fileId,
    sha256,
    unit: command.unitId,
    valid_until: command.validUntil,
  };
  const entry = sealEntry(
    { type: 'results.paper-confirmed', body: said },
    { actor: entryActor(actor), subject: { type: 'results.paper', id }, at, commandId: command.commandId },
  );
  const values = {
    id,
    account_id: command.accountId,
    case_id: command.caseId,
    case_code: command.code,
    procedure_code: command.procedure,
    component: component.key,
    component_code: component.code,
    name: { ...component.name },
    file_id: command.fileId,
    sha256,
    confirmed_unit: command.unitId,
    confirmed_at: isoOf(at),
    valid_until: command.validUntil,
  };
  try {
    await writeAct(db, {
      command: { actor: actor.id, id: command.commandId, digest, outcome: { answer: { id }, version: 0 } },
      rows: [{ table: 'results.paper', op: 'insert', values }],
      entries: [entry],
    });
  } catch (error) {
    if (isSqlState(error, '23505', 'paper_file_key')) return refuse('results.already-confirmed');
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(db, actor, command, digest)) ?? { kind: 'command-reused' };
    throw error;
  }
  return { kind: 'done', answer: { id }, version: 0, repeated: false };
}
