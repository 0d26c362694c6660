/** Approving a line (duyệt dòng): what a target is reckoned from counts once another person than its author says so, its removal too. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { actOnPlan, type PlanCommand } from '../act-on-plan.ts';
import type { PlanPerson } from '../office.ts';
import type { PlanTables } from '../tables.ts';
import type { PlanRecord } from './records.ts';
import { APPROVED_SHEETS, type Sheet } from './sheet.ts';

export interface WaitingRecord extends Pick<PlanRecord, 'sheet' | 'code' | 'version' | 'cells' | 'removed'> {
  readonly madeById: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Instant;
}

/** The last versions that nobody has approved, longest first. */
export async function listWaiting(db: Db<PlanTables>): Promise<readonly WaitingRecord[]> {
  const found = await sql<WaitingRecord>`
    select l.sheet, l.code, l.version, l.cells, l.removed, l.made_by as "madeById", m.name as "madeBy", l.made_at as "madeAt"
    from (
      select distinct on (sheet, code) * from plan.record where sheet = any(${APPROVED_SHEETS}::text[]) order by sheet, code, version desc
    ) l left join identity.account m on m.id = l.made_by
    where not l.invented and not exists (
      select from plan.approval a where a.sheet = l.sheet and a.code = l.code and a.version = l.version)
    order by l.made_at, l.code
  `.execute(db);
  return found.rows;
}

export interface ApproveRecord extends PlanCommand {
  readonly code: string;
  /** The version that the page showed. */
  readonly version: number;
}

export const approveRecord = (
  env: ActEnvironment<PlanTables>,
  actor: PlanPerson,
  { sheet, command }: { readonly sheet: Sheet; readonly command: ApproveRecord },
): Promise<Outcome> =>
  actOnPlan(env, actor, { ...command, sheet: sheet.key } as ApproveRecord, {
    name: 'plan.approve-record',
    async decide(trx, at) {
      await sql`select pg_advisory_xact_lock(hashtext('plan.record'))`.execute(trx);
      const { code, version } = command;
      const [last] = await trx
        .selectFrom('plan.record')
        .select(['version', 'made_by'])
        .where('sheet', '=', sheet.key)
        .where('code', '=', code)
        .orderBy('version', 'desc')
        .limit(1)
        .execute();
      if (!last) return { kind: 'not-found' };
      if (last.version !== version) return refuse('plan.record-moved');
      const waits = (await listWaiting(trx)).some((one) => one.sheet === sheet.key && one.code === code);
      if (!waits) return refuse('plan.record-decided');
      if (last.made_by === actor.account) return refuse('plan.same-person');
      return {
        kind: 'act',
        subject: { type: 'plan.sheet', id: newId() },
        rows: [
          {
            table: 'plan.approval',
            op: 'insert',
            values: { sheet: sheet.key, code, version, decided_by: actor.account, decided_at: isoOf(at) },
          },
        ],
        entries: [{ type: 'plan.record-approved', body: { sheet: sheet.key, code, version } }],
      };
    },
  });
