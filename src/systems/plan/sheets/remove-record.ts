/** Removing a record (bỏ một dòng): its last version says so; entering the code again brings it back. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { sql } from 'kysely';
import { newId } from '../../../platform/db/ids.ts';
import { actOnPlan, type PlanCommand } from '../act-on-plan.ts';
import type { PlanTables } from '../tables.ts';
import { recordValues } from './import-sheet.ts';
import { listRecords, type PlanRecord } from './records.ts';
import { type Sheet, SHEETS } from './sheet.ts';

export interface RemoveRecord extends PlanCommand {
  readonly code: string;
}

export const removeRecord = (
  env: ActEnvironment<PlanTables>,
  actor: Actor,
  { sheet, command }: { readonly sheet: Sheet; readonly command: RemoveRecord },
): Promise<Outcome> =>
  actOnPlan(env, actor, { ...command, sheet: sheet.key } as RemoveRecord, {
    name: 'plan.remove-record',
    async decide(trx, at) {
      await sql`select pg_advisory_xact_lock(hashtext('plan.record'))`.execute(trx);
      const records = await listRecords(trx);
      const found = records.find(({ sheet: key, code }) => key === sheet.key && code === command.code);
      if (!found) return { kind: 'not-found' };
      const user = records.find((record) => uses(record, found));
      if (user) return refuse('plan.record-used', { by: user.code });
      const version = found.version + 1;
      return {
        kind: 'act',
        subject: { type: 'plan.sheet', id: newId() },
        rows: [
          {
            table: 'plan.record',
            op: 'insert',
            values: {
              ...recordValues({ ...found, version }),
              removed: true,
              invented: found.invented,
              made_by: actor.account ?? null,
              made_at: isoOf(at),
            },
          },
        ],
        entries: [{ type: 'plan.record-removed', body: { sheet: sheet.key, code: found.code, version } }],
      };
    },
  });

function uses(record: PlanRecord, { sheet, code }: PlanRecord): boolean {
  const columns = SHEETS.find(({ key }) => key === record.sheet)?.columns ?? [];
  return columns.some(({ key, of }) => of === sheet && (record.cells[key] ?? '').split(', ').includes(code));
}
