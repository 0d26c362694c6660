/** Saving records: one from a form or many from a file, in one act; what is there already and says the same is left as it is. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { type RowChange, refuse } from '../../../platform/cases/decision.ts';
import { sql } from 'kysely';
import { newId } from '../../../platform/db/ids.ts';
import { type Json, sortedJson } from '../../../platform/db/json.ts';
import { actOnPlan, type PlanCommand } from '../act-on-plan.ts';
import { getPlan } from '../current-definition.ts';
import type { PlanTables } from '../tables.ts';
import { type CellFault, type Cells, readRecord } from './read-record.ts';
import type { TableLine } from './read-table.ts';
import { knownCodes, listLast, type PlanRecord } from './records.ts';
import type { Sheet } from './sheet.ts';

export interface SaveRecords extends PlanCommand {
  readonly sheet: string;
  readonly lines: readonly TableLine[];
  /** The form's record is new: its code must not be taken. */
  readonly isNew?: boolean;
  readonly invented?: boolean;
  /** The version of the one line that the form showed. */
  readonly shown?: number;
}

/** Of each line of the file. */
export interface LineReport {
  readonly line: number;
  readonly code: string;
  readonly result: 'added' | 'changed' | 'same' | 'bad';
  readonly faults: readonly CellFault[];
}

/** Answers `report`; good lines are kept, bad ones are told. */
export const saveRecords = (
  env: ActEnvironment<PlanTables>,
  actor: Actor,
  { sheet, command }: { readonly sheet: Sheet; readonly command: SaveRecords },
): Promise<Outcome> =>
  actOnPlan(env, actor, command, {
    name: 'plan.save-records',
    async decide(trx, at) {
      await sql`select pg_advisory_xact_lock(hashtext('plan.record'))`.execute(trx);
      const [last, { plan }] = await Promise.all([listLast(trx), getPlan(trx)]);
      const known = knownCodes(
        last.filter(({ removed }) => !removed),
        plan.targets,
      );
      const ours = new Map(last.filter((one) => one.sheet === sheet.key).map((one) => [one.code, one]));
      if (command.isNew && command.lines.some(({ code }) => ours.get(code.trim())?.removed === false))
        return refuse('plan.code-taken');
      const { shown } = command;
      if (shown !== undefined && command.lines.some(({ code }) => ours.get(code)?.version !== shown))
        return refuse('plan.record-moved');
      const seen = new Set<string>();
      const judged = command.lines.map((line) => judgeLine(sheet, line, { known, ours, seen }));
      const report = judged.map(({ line, code, result, faults }) => ({ line, code, result, faults }));
      const kept = judged.filter(({ result }) => result === 'added' || result === 'changed');
      const counts = Object.fromEntries(
        (['added', 'changed', 'same', 'bad'] as const).map((result) => [
          result,
          judged.filter((one) => one.result === result).length,
        ]),
      );
      return {
        kind: 'act',
        subject: { type: 'plan.sheet', id: newId() },
        rows: kept.map(({ code, cells, version }) => ({
          table: 'plan.record',
          op: 'insert' as const,
          values: {
            ...recordValues({ sheet: sheet.key, code, cells, version }),
            removed: false,
            invented: command.invented ?? false,
            made_by: actor.account ?? null,
            made_at: isoOf(at),
          },
        })),
        entries:
          kept.length === 0
            ? []
            : [
                {
                  type: 'plan.records-saved',
                  body: { sheet: sheet.key, ...counts },
                  content: {
                    records: kept.map(({ code, cells, version }) => ({ code, version, cells: { ...cells } })),
                  },
                },
              ],
        answer: { report: report as unknown as Json },
      };
    },
  });

/** What a row of the table holds; money stands in a column of its own too, which the database adds up. */
export const recordValues = ({
  sheet,
  code,
  cells,
  version,
}: Pick<PlanRecord, 'sheet' | 'code' | 'cells' | 'version'>) =>
  ({
    sheet,
    code,
    version,
    cells: { ...cells },
    amount: sheet === 'money' ? Number(cells.amount) : null,
  }) satisfies Extract<RowChange, { op: 'insert' }>['values'];

interface Judged extends LineReport {
  readonly cells: Cells;
  readonly version: number;
}

const TWICE: CellFault = {
  column: 'code',
  message: { vi: 'Mã này đã có ở dòng trên trong tệp.', en: 'This code stands on an earlier line of the file.' },
};

function judgeLine(
  sheet: Sheet,
  line: TableLine,
  {
    known,
    ours,
    seen,
  }: {
    readonly known: Parameters<typeof readRecord>[2];
    readonly ours: ReadonlyMap<string, PlanRecord>;
    readonly seen: Set<string>;
  },
): Judged {
  const { code, cells, faults: found } = readRecord(sheet, line, known);
  const faults = seen.has(code) ? [...found, TWICE] : found;
  seen.add(code);
  const before = ours.get(code);
  const version = (before?.version ?? 0) + 1;
  const isSame = before && !before.removed && sortedJson({ ...before.cells }) === sortedJson({ ...cells });
  const kept = isSame ? 'same' : before && !before.removed ? 'changed' : 'added';
  return { line: line.line, code, cells, version, faults, result: faults.length > 0 ? 'bad' : kept };
}
