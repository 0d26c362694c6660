/** Withdrawing a version (rút kịch bản sai): a rule that was wrong loses all that it has found, and finds nothing more; one act, each finding told. */
import { sql } from 'kysely';
import { isoOf } from '../../../platform/calendar/instant.ts';
import {
  type ActEnvironment,
  type Actor,
  type ActToWrite,
  type Command,
  digestOf,
  entryActor,
  findAnswer,
  isSqlState,
  type Outcome,
  sealAct,
  writeAct,
} from '../../../platform/cases/act.ts';
import { refuse, type RowChange } from '../../../platform/cases/decision.ts';
import { effectsOf } from '../../../platform/cases/effect.ts';
import { followingId } from '../../../platform/db/following-id.ts';
import { newId } from '../../../platform/db/ids.ts';
import { type EntryDraft, type SealContext, sealEntry } from '../../../platform/journal/entry.ts';
import type { SupervisionTables } from '../tables.ts';
import { withdrawalOf } from './decide-finding.ts';

type Env = ActEnvironment<SupervisionTables>;

export interface WithdrawVersion extends Omit<Command, 'caseId'> {
  readonly scenario: string;
  readonly version: number;
  readonly reason: string;
}

const TRIES = 3;

export interface Withdrawable {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly scenario: string;
  readonly scenarioVersion: number;
}

/** Of this version, those not withdrawn yet: what the preview shows too. */
export async function listWithdrawable(
  db: Env['db'],
  { scenario, version }: Pick<WithdrawVersion, 'scenario' | 'version'>,
): Promise<readonly Withdrawable[]> {
  const found = await sql<Withdrawable>`
    select c.id, c.code, c.version, f.scenario, f.scenario_version as "scenarioVersion"
    from supervision.finding f join cases.case c on c.id = f.case_id
    where f.scenario = ${scenario} and f.scenario_version = ${version} and c.outcome is distinct from 'withdrawn'
    order by f.found_at, c.id
  `.execute(db);
  return found.rows;
}

export async function withdrawVersion(env: Env, actor: Actor, command: WithdrawVersion): Promise<Outcome> {
  const { scenario, reason } = command;
  const subject = { type: 'scenario', id: followingId('scenario', scenario) };
  const asCommand = { ...command, caseId: subject.id };
  const digest = digestOf('supervision.withdraw-version', asCommand);
  const repeated = await findAnswer(env.db, actor, asCommand, digest);
  if (repeated) return repeated;
  if (reason.trim() === '') return refuse('supervision.reason-missing');
  for (let attempt = 1; ; attempt++) {
    const at = env.clock();
    const findings = await listWithdrawable(env.db, command);
    const answer = { scenario, findings: findings.length };
    try {
      await writeAct(env.db, {
        command: { actor: actor.id, id: command.commandId, digest, outcome: { answer, version: 1 } },
        ...withdrawal(env, actor, command, { findings, at, subject, off: await isOff(env, command) }),
      });
      return { kind: 'done', answer, version: 1, repeated: false };
    } catch (error) {
      if (isSqlState(error, '23505', 'command_pkey'))
        return (await findAnswer(env.db, actor, asCommand, digest)) ?? { kind: 'command-reused' };
      // somebody has answered or concluded one of them meanwhile
      const raced = isSqlState(error, 'VC001') || isSqlState(error, '23505', 'switched_off_now_key');
      if (!raced || attempt === TRIES) throw error;
    }
  }
}

function withdrawal(
  env: Env,
  actor: Actor,
  { commandId, scenario, version, reason }: WithdrawVersion,
  {
    findings,
    at,
    subject,
    off,
  }: {
    readonly findings: readonly Withdrawable[];
    readonly at: ReturnType<Env['clock']>;
    readonly subject: { readonly type: string; readonly id: string };
    readonly off: boolean;
  },
) {
  const by = { actor: entryActor(actor), at, commandId };
  const rows: RowChange[] = [];
  const own: EntryDraft[] = [
    {
      type: 'supervision.version-withdrawn',
      body: { scenario, version, findings: findings.length },
      content: { reason: reason.trim() },
    },
  ];
  if (!off) {
    rows.push({
      table: 'supervision.switched_off',
      op: 'insert',
      values: { id: newId(), scenario, version, reason: 'wrong-rule', at: isoOf(at) },
    });
    own.push({ type: 'supervision.scenario-switched-off', body: { scenario, version, reason: 'wrong-rule' } });
  }
  const entries = own.map((draft) => sealEntry(draft, { ...by, subject }));
  for (const finding of findings) {
    const withdrawn = sealWithdrawal(finding, by, env.recorded);
    rows.push(...withdrawn.rows);
    entries.push(...withdrawn.entries);
  }
  return { rows, entries };
}

/** One finding's part of it. */
export function sealWithdrawal(
  finding: Withdrawable,
  by: Omit<SealContext, 'subject'>,
  recorded: Env['recorded'],
): Required<Pick<ActToWrite, 'rows' | 'entries'>> {
  const { rows, entry } = withdrawalOf(finding, by.at);
  const entries = sealAct({ entries: [entry] }, finding.version + 1, {
    ...by,
    id: newId(),
    subject: { type: 'finding', id: finding.id },
    effects: effectsOf(rows, recorded, finding.id),
  });
  return { rows, entries };
}

async function isOff(
  { db }: Env,
  { scenario, version }: Pick<WithdrawVersion, 'scenario' | 'version'>,
): Promise<boolean> {
  const off = await db
    .selectFrom('supervision.switched_off')
    .select('id')
    .where('scenario', '=', scenario)
    .where('version', '=', version)
    .where('on_again_at', 'is', null)
    .executeTakeFirst();
  return off !== undefined;
}

export interface SwitchOn extends Omit<Command, 'caseId'> {
  readonly scenario: string;
  readonly version: number;
}

/** By a person who has looked at why it failed. */
export async function switchOnAgain(env: Env, actor: Actor, command: SwitchOn): Promise<Outcome> {
  const { scenario, version } = command;
  const subject = { type: 'scenario', id: followingId('scenario', scenario) };
  const asCommand = { ...command, caseId: subject.id };
  const digest = digestOf('supervision.switch-on', asCommand);
  const repeated = await findAnswer(env.db, actor, asCommand, digest);
  if (repeated) return repeated;
  const off = await env.db
    .selectFrom('supervision.switched_off')
    .select('id')
    .where('scenario', '=', scenario)
    .where('version', '=', version)
    .where('on_again_at', 'is', null)
    .executeTakeFirst();
  if (!off) return refuse('supervision.already-on', { scenario });
  const at = env.clock();
  const entry = sealEntry(
    { type: 'supervision.scenario-switched-on', body: { scenario, version } },
    { actor: entryActor(actor), subject, at, commandId: command.commandId },
  );
  try {
    await writeAct(env.db, {
      command: { actor: actor.id, id: command.commandId, digest, outcome: { answer: { scenario }, version: 1 } },
      rows: [
        {
          table: 'supervision.switched_off',
          op: 'update',
          key: { id: off.id },
          values: { on_again_at: isoOf(at), on_again_by: actor.id },
        },
      ],
      entries: [entry],
    });
  } catch (error) {
    if (isSqlState(error, '23505', 'command_pkey'))
      return (await findAnswer(env.db, actor, asCommand, digest)) ?? { kind: 'command-reused' };
    throw error;
  }
  return { kind: 'done', answer: { scenario }, version: 1, repeated: false };
}
