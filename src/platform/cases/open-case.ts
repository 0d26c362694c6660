/** Opening a case: its number, its row and its first entries are one transaction, so that no number is ever lost. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';
import { newId } from '../db/ids.ts';
import {
  type ActEnvironment,
  type Actor,
  type Command,
  type DecisionContext,
  digestOf,
  entryActor,
  findAnswer,
  isSqlState,
  type Outcome,
  sealAct,
  writeAct,
} from './act.ts';
import { changeToJson, clockRows, isoOrNull, timerRows } from './case-rows.ts';
import type { Decision, Refusal, RowChange } from './decision.ts';
import { effectsOf } from './effect.ts';

export interface Opening {
  readonly kind: string;
  /** Code of the unit in whose series the case is numbered, on the day of opening. */
  readonly numberedBy: string;
  /** A code that was taken from the series before; its owner's rows say that it is used now. */
  readonly reservedCode?: string;
  readonly title: string;
  readonly simulated: boolean;
  /** Columns that never change by acts: who applied, where, through which channel, under which definition. */
  readonly fixed: { readonly [column: string]: Json };
  /** Decided with the code the case just got. */
  readonly decide: (code: string, context: DecisionContext) => Decision;
}

/** `H53.15-261123-0001`: unit, day of reception, number of the day (Thông tư 01/2018/TT-VPCP, Điều 19). A day with over 9999 grows a digit. */
export const caseCode = (unitCode: string, at: Instant, number: number): string =>
  `${unitCode}-${dayOf(at).slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;

/** What an opening rests on has moved between reading and writing: read again. */
const TRIES = 3;

/** The command's `caseId` becomes the case: sending the same form twice opens one. */
export async function openCase<Tables>(
  env: ActEnvironment<Tables>,
  actor: Actor,
  command: Command,
  opening: { readonly verb: string; readonly prepare: (at: Instant) => Promise<Opening | Refusal> },
): Promise<Outcome> {
  const digest = digestOf(opening.verb, command);
  for (let attempt = 1; ; attempt++) {
    const at = env.clock();
    const prepared = await opening.prepare(at);
    if ('code' in prepared) return (await findAnswer(env.db, actor, command, digest)) ?? prepared;
    try {
      // a subscriber's transaction is its own: what fails there is tried again with all of it
      if (env.db.isTransaction) return await write(env, actor, command, { prepared, at, digest });
      return await env.db
        .transaction()
        .execute((trx) => write({ ...env, db: trx }, actor, command, { prepared, at, digest }));
    } catch (error) {
      if (env.db.isTransaction) throw error;
      if (isSqlState(error, 'VC001') && attempt < TRIES) continue;
      if (!isSqlState(error, '23505', 'command_pkey') && !isSqlState(error, '23505', 'case_pkey')) throw error;
      const answered = await findAnswer(env.db, actor, command, digest);
      return answered ?? { kind: 'command-reused' };
    }
  }
}

async function write<Tables>(
  env: ActEnvironment<Tables>,
  actor: Actor,
  command: Command,
  { prepared, at, digest }: { prepared: Opening; at: Instant; digest: string },
): Promise<Outcome> {
  const code =
    prepared.reservedCode ?? caseCode(prepared.numberedBy, at, await nextNumber(env.db, prepared.numberedBy, at));
  const decision = prepared.decide(code, { actor, at, legal: env.legal });
  const subject = { type: prepared.kind, id: command.caseId };
  const row: Record<string, Json> = {
    id: command.caseId,
    kind: prepared.kind,
    code,
    title: prepared.title,
    simulated: prepared.simulated,
    flags: [],
    version: 1,
    opened_at: isoOf(at),
    changed_at: isoOf(at),
    due_at:
      decision.clock.length === 0
        ? null
        : isoOrNull(env.legal.caseDue(decision.clock, decision.change.competent_unit ?? null)),
    ...prepared.fixed,
    ...changeToJson(decision.change),
  };
  const entryId = newId();
  const rows: RowChange[] = [
    { table: 'cases.case', op: 'insert', values: row },
    ...clockRows(command.caseId, 0, decision.clock, entryId),
    ...timerRows(command.caseId, decision.timers),
    ...decision.rows,
  ];
  const entries = sealAct(decision, 1, {
    id: entryId,
    effects: effectsOf(rows, env.recorded, command.caseId),
    actor: entryActor(actor),
    subject,
    at,
    commandId: command.commandId,
  });
  await writeAct(env.db, {
    command: { actor: actor.id, id: command.commandId, digest, outcome: { answer: decision.answer, version: 1 } },
    guards: decision.guards,
    rows,
    entries,
  });
  return { kind: 'done', answer: decision.answer, version: 1, repeated: false };
}

async function nextNumber(trx: QueryExecutorProvider, unitCode: string, at: Instant): Promise<number> {
  const next = await sql<{
    number: number;
  }>`select cases.next_number(${unitCode}, ${dayOf(at)}::date) as number`.execute(trx);
  return next.rows[0]?.number as number;
}
