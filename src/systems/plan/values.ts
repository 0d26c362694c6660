/** Values of targets as they stand in the table: those in force, those that wait, and the whole history of one target. */
import { sql } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { PlanTables, ValueKind, ValueState } from './tables.ts';

export interface PlanValue {
  readonly id: string;
  readonly target: string;
  readonly measure: string;
  readonly kind: ValueKind;
  readonly day: Day;
  readonly amount: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly documentNumber: string;
  readonly documentDay: Day;
  readonly fileId: string | null;
  readonly note: string;
  readonly state: ValueState;
  readonly invented: boolean;
  readonly enteredById: string | null;
  readonly enteredBy: string | null;
  readonly enteredAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly refusedFor: string | null;
  readonly version: number;
}

const COLUMNS = sql`
  v.id, v.target, v.measure, v.kind, v.day, v.amount, v.numerator, v.denominator, v.document_number as "documentNumber",
  v.document_day as "documentDay", v.file_id as "fileId", v.note, v.state, v.invented, v.entered_by as "enteredById",
  e.name as "enteredBy", v.entered_at as "enteredAt", d.name as "decidedBy", v.decided_at as "decidedAt",
  v.refused_for as "refusedFor", v.version
  from plan.value v left join identity.account e on e.id = v.entered_by left join identity.account d on d.id = v.decided_by
`;

/** Of each target, measure, kind and day the one approved last, by day. */
export async function listInForce(db: Db<PlanTables>): Promise<readonly PlanValue[]> {
  const found = await sql<PlanValue>`
    select * from (
      select distinct on (v.target, v.measure, v.kind, v.day) ${COLUMNS} where v.state = 'approved'
      order by v.target, v.measure, v.kind, v.day, v.decided_at desc, v.id desc
    ) i order by day
  `.execute(db);
  return found.rows;
}

/** Waiting for approval, longest first. */
export async function listDrafts(db: Db<PlanTables>): Promise<readonly PlanValue[]> {
  const found = await sql<PlanValue>`select ${COLUMNS} where v.state = 'draft' order by v.entered_at, v.id`.execute(db);
  return found.rows;
}

const MOST = 200;

/** Everything ever entered of one target, newest first, 200 at most. */
export async function listOfTarget(db: Db<PlanTables>, target: string): Promise<readonly PlanValue[]> {
  const found = await sql<PlanValue>`
    select ${COLUMNS} where v.target = ${target} order by v.entered_at desc, v.id desc limit ${MOST}
  `.execute(db);
  return found.rows;
}

export async function findValue(db: Db<PlanTables>, id: string): Promise<PlanValue | undefined> {
  const found = await sql<PlanValue>`select ${COLUMNS} where v.id = ${id}`.execute(db);
  return found.rows[0];
}
