/** Asking for a back-test, dropping one, and marking what it found as a false alarm: acts of a person, each in the journal. */
import { sql } from 'kysely';
import { type Day, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Actor, Outcome } from '../../../platform/cases/act.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Json } from '../../../platform/db/json.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../../platform/journal/subscribers.ts';
import { writeSettingAct } from '../../../platform/settings/write-setting-act.ts';
import { type Scenario, settingOf } from '../scenario.ts';

export const BACK_TEST = 'supervision.back-test';

interface CommandOf {
  readonly code: string;
  readonly commandId: string;
  readonly at: Instant;
}

/** A text of the scenario and what it is called: the draft, or a version by its number. */
export interface NamedText {
  readonly name: string;
  readonly body: Scenario;
}

export interface AskBackTest extends CommandOf {
  readonly first: NamedText;
  readonly second: NamedText | undefined;
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

export async function askBackTest(
  db: Db,
  actor: Actor,
  { code, commandId, at, first, second, from, to }: AskBackTest,
): Promise<Outcome> {
  // the same form sent again asks for the same test
  const id = commandId;
  const texts = { first: first.name, second: second?.name ?? null };
  return writeSettingAct(db, actor, {
    setting: settingOf(code),
    commandId,
    shown: 0,
    at,
    verb: 'supervision.ask-back-test',
    content: { ...texts, from, to },
    decided: undefined,
    raced: ['back_test_pkey'],
    rows: [
      {
        table: 'supervision.back_test',
        op: 'insert',
        values: {
          id,
          scenario: code,
          first: first.body as unknown as Json,
          first_name: first.name,
          second: (second?.body ?? null) as unknown as Json,
          second_name: second?.name ?? null,
          from_day: from,
          to_day: to,
          state: 'waiting',
          asked_at: isoOf(at),
          asked_by: actor.id,
        },
      },
    ],
    entry: { type: 'supervision.back-test-asked', body: { test: id, scenario: code, ...texts, from, to } },
  });
}

/** It runs a moment later, beside the work of the day. */
export const followBackTests: Subscriber = {
  name: 'supervision.follow-back-tests',
  types: ['supervision.back-test-asked'],
  handle: (trx, { body }) =>
    addJob(
      trx,
      BACK_TEST,
      { test: (body?.test ?? '') as string },
      { key: `${BACK_TEST}:${body?.test as string}`, maxAttempts: 3 },
    ),
};

export interface MarkAlarm extends CommandOf {
  readonly caseId: string;
  readonly occasion: string;
  /** False takes the mark away again. */
  readonly isFalse: boolean;
}

/** Kept beside the tests: the same occasion is marked in every later one. */
export async function markAlarm(db: Db, actor: Actor, command: MarkAlarm): Promise<Outcome> {
  const { code, commandId, at, caseId, occasion, isFalse } = command;
  const key = { scenario: code, case_id: caseId, occasion };
  const known = await sql`
    select 1 from supervision.false_alarm where scenario = ${code} and case_id = ${caseId} and occasion = ${occasion}
  `.execute(db);
  const isDone = known.rows.length > 0 === isFalse;
  return writeSettingAct(db, actor, {
    setting: settingOf(code),
    commandId,
    shown: 0,
    at,
    verb: 'supervision.mark-alarm',
    content: { ...key, isFalse },
    decided: isDone ? { kind: 'done', answer: {}, version: 0, repeated: true } : undefined,
    raced: ['false_alarm_pkey'],
    rows: [
      isFalse
        ? {
            table: 'supervision.false_alarm',
            op: 'insert',
            values: { ...key, marked_at: isoOf(at), marked_by: actor.id },
          }
        : { table: 'supervision.false_alarm', op: 'delete', key },
    ],
    entry: { type: 'supervision.alarm-marked', body: { scenario: code, case: caseId, occasion, is_false: isFalse } },
  });
}
