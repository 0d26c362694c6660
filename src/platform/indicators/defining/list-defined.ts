/** The list of definitions: what counts on a day, what is drafted, what waits for its day, and what the pack no longer has. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../calendar/instant.ts';
import { type ListedSetting, listSettings } from '../../settings/list-settings.ts';
import { fold } from '../../text/fold.ts';
import type { Checking } from '../pack.ts';
import { checkDrafted, type Drafted, SETTINGS } from './drafted.ts';

/** `broken`: it no longer fits its measure and is not counted. */
export type DefinedState = 'in-force' | 'scheduled' | 'draft' | 'withdrawn' | 'broken';

export interface Defined {
  readonly code: string;
  readonly body: Drafted;
  readonly state: DefinedState;
  readonly hasDraft: boolean;
}

/** By sector, then by code. A province has some hundreds, which are searched in hand. */
export async function listDefined(
  db: QueryExecutorProvider,
  { day, search, checking }: { readonly day: Day; readonly search: string; readonly checking: Checking },
): Promise<Defined[]> {
  const found = await listSettings<Drafted>(db, { prefix: SETTINGS, day });
  const withdrawn = await listWithdrawn(db);
  const wanted = fold(search);
  return found
    .filter(({ code, body: { name } }) => wanted === '' || fold(`${code} ${name.vi} ${name.en ?? ''}`).includes(wanted))
    .map((one) => ({ code: one.code, body: one.body, hasDraft: one.hasDraft, state: stateOf(one) }))
    .sort((a, b) => a.body.sector.place - b.body.sector.place || (a.code < b.code ? -1 : 1));

  function stateOf({ code, number, scheduled, body }: ListedSetting<Drafted>): DefinedState {
    if (number === null) return scheduled ? 'scheduled' : 'draft';
    if (withdrawn.has(code)) return 'withdrawn';
    return checkDrafted(body, checking).length > 0 ? 'broken' : 'in-force';
  }
}

/** Codes that the pack had once and no longer has, and that no administrator has taken over. */
async function listWithdrawn(db: QueryExecutorProvider): Promise<ReadonlySet<string>> {
  const found = await sql<{ code: string }>`
    select code from indicators.definition group by code having bool_and(withdrawn)
  `.execute(db);
  return new Set(found.rows.map(({ code }) => code));
}
