/** The internal processes of the procedures that the province offers, as an administrator lists them. */
import { sql } from 'kysely';
import type { Day } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { fold } from '../../platform/text/fold.ts';
import type { ProcedureDefinition } from './definition.ts';
import { processOf } from './general-process.ts';
import { minutesOfProcess } from './process-budget.ts';
import type { ProcedureTables } from './tables.ts';

export interface ListedProcess {
  readonly code: string;
  readonly name: LocalText;
  readonly field: LocalText;
  readonly term: ProcedureDefinition['term'];
  readonly steps: number;
  readonly minutes: number;
  readonly proposed: boolean;
}

/** By code, from the one after `after`. */
export async function listProcesses(
  db: Db<ProcedureTables>,
  asked: { readonly day: Day; readonly text: string; readonly after: string; readonly limit: number },
): Promise<ListedProcess[]> {
  const { day, text, after, limit } = asked;
  let query = inForce(db, day).where('p.code', '>', after).orderBy('p.code').limit(limit);
  const wanted = fold(text.trim());
  if (wanted !== '')
    query = query.where((row) =>
      row.or([row('p.code', '=', text.trim()), sql<boolean>`position(${wanted} in p.folded) > 0`]),
    );
  const rows = await query.execute();
  return rows.map(({ code, definition }) => {
    const process = processOf(definition);
    return {
      code,
      name: definition.name,
      field: definition.field.name,
      term: definition.term,
      steps: process.steps.length,
      minutes: minutesOfProcess(process),
      proposed: definition.process === undefined,
    };
  });
}

export const inForce = (db: Db<ProcedureTables>, day: Day) =>
  db
    .selectFrom('procedures.procedure as p')
    .innerJoin('procedures.version as v', 'v.procedure_id', 'p.id')
    .select(['p.code', 'v.definition'])
    .where('v.superseded_at', 'is', null)
    .where(sql<boolean>`daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date`);
