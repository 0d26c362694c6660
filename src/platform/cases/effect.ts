/** Effects (hệ quả): what an act made of its case, kept in the act's own entry, so that the case can be made again from the journal alone. */
import type { Json } from '../db/json.ts';
import type { RowChange } from './decision.ts';
import type { CaseTables } from './tables.ts';

/** Whether the journal keeps a column: `kept` are ids, codes, times and amounts; `content` are names and words, which stay erasable. */
type Columns<Row> = Readonly<Record<keyof Row, 'kept' | 'content'>>;

/** A table whose rows of a case are made by acts alone, and can be made again from their effects. */
export interface RecordedTable {
  /** The column that names the case. */
  readonly caseColumn: string;
  /** What names a row. */
  readonly key: readonly string[];
  readonly columns: ReadonlySet<string>;
}

export type RecordedTables = ReadonlyMap<string, RecordedTable>;

/** A column that is added to the table is missing here until somebody has said which it is: the compiler asks. */
export const recordedTable = <Row>(
  caseColumn: keyof Row & string,
  key: readonly (keyof Row & string)[],
  columns: Columns<Row>,
): RecordedTable => ({
  caseColumn,
  key,
  columns: new Set(Object.keys(columns).filter((column) => columns[column as keyof Row] === 'kept')),
});

/** The case engine's own; timers are not among them: they follow from what was published as well. */
export const caseTables: RecordedTables = new Map<string, RecordedTable>([
  [
    'cases.case',
    recordedTable<CaseTables['cases.case']>('id', ['id'], {
      id: 'kept',
      kind: 'kept',
      code: 'kept',
      title: 'content',
      person_name: 'content',
      search: 'content',
      status: 'kept',
      outcome: 'kept',
      step: 'kept',
      step_role: 'kept',
      waiting: 'kept',
      flags: 'kept',
      channel: 'kept',
      area_id: 'kept',
      applicant_id: 'kept',
      receiving_unit: 'kept',
      competent_unit: 'kept',
      returning_unit: 'kept',
      holding_unit: 'kept',
      assignee_id: 'kept',
      definition_id: 'kept',
      term: 'kept',
      received_at: 'kept',
      promised_at: 'kept',
      due_at: 'kept',
      step_due_at: 'kept',
      answer_due_at: 'kept',
      opened_at: 'kept',
      closed_at: 'kept',
      changed_at: 'kept',
      simulated: 'kept',
      version: 'kept',
    }),
  ],
  [
    'cases.clock_event',
    recordedTable<CaseTables['cases.clock_event']>('case_id', ['seq'], {
      case_id: 'kept',
      seq: 'kept',
      kind: 'kept',
      at: 'kept',
      reason: 'kept',
      term: 'kept',
      until: 'kept',
      entry_id: 'kept',
    }),
  ],
  [
    'cases.assignment',
    recordedTable<CaseTables['cases.assignment']>('case_id', ['seq'], {
      case_id: 'kept',
      seq: 'kept',
      account_id: 'kept',
      unit_id: 'kept',
      step: 'kept',
      assigned_by: 'kept',
      assigned_at: 'kept',
    }),
  ],
  [
    'cases.consultation',
    recordedTable<CaseTables['cases.consultation']>('case_id', ['id'], {
      id: 'kept',
      case_id: 'kept',
      unit_id: 'kept',
      asked_by: 'kept',
      asked_at: 'kept',
      due_at: 'kept',
      remind_at: 'kept',
      reminded_at: 'kept',
      overdue_at: 'kept',
      answered_at: 'kept',
      part: 'kept',
      outcome: 'kept',
      reference: 'kept',
      file_id: 'kept',
    }),
  ],
]);

/** One row of an effect: its table, what names it where it was there before, and its kept columns. */
export interface RowEffect {
  readonly table: string;
  readonly key?: Readonly<Record<string, Json>>;
  readonly values: Readonly<Record<string, Json>>;
}

/** What an act made of each case it touched. */
export type Effects = ReadonlyMap<string, readonly RowEffect[]>;

/**
 * Of the rows of an act those that are recorded, without their content, by the case they belong to; the act's own case has an effect even where it is empty.
 * A recorded row that an act would delete is refused: nothing says so yet.
 */
export function effectsOf(rows: readonly RowChange[], recorded: RecordedTables, caseId: string): Effects {
  const effects = new Map<string, RowEffect[]>([[caseId, []]]);
  for (const row of rows) {
    const table = recorded.get(row.table);
    if (!table) continue;
    if (row.op === 'delete') throw new Error(`a row of ${row.table} is deleted, which its effect cannot say`);
    const named = row.op === 'update' ? { ...row.values, ...row.key } : row.values;
    // an update by a key of the row's own, without the case, is of the act's own case
    const owner = (named[table.caseColumn] as string | undefined) ?? caseId;
    const values = Object.fromEntries(Object.entries(row.values).filter(([column]) => table.columns.has(column)));
    const effect = { table: row.table, ...(row.op === 'update' ? { key: row.key } : {}), values };
    const known = effects.get(owner);
    if (known) known.push(effect);
    else effects.set(owner, [effect]);
  }
  return effects;
}
