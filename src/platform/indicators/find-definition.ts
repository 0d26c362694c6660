/** Finding definitions: the version of each indicator that holds on a day, and the numbers of all its versions. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { IndicatorDefinition } from './definition.ts';

export interface FoundIndicator {
  readonly definition: IndicatorDefinition;
  /** Of every version: each counts the days that are its own. */
  readonly numbers: readonly number[];
}

/** In the order of sectors, then as the pack has them. Before its first day an indicator is shown as it will be. */
export async function listDefinitions(db: QueryExecutorProvider, day: Day): Promise<FoundIndicator[]> {
  const found = await sql<FoundIndicator>`
    select distinct on (code) body as definition, array(select o.number from indicators.definition o where o.code = d.code) as numbers
    from indicators.definition d where not withdrawn
    order by code, valid_from <= ${day}::date desc, case when valid_from <= ${day}::date then version end desc, valid_from
  `.execute(db);
  const first = (one: FoundIndicator) => Math.min(...one.numbers);
  return found.rows.sort((a, b) => a.definition.sector.place - b.definition.sector.place || first(a) - first(b));
}

/** The same indicators as they were defined on a day; as they were found where they were not yet, or are only tried. */
export async function definitionsOn(
  db: QueryExecutorProvider,
  found: readonly FoundIndicator[],
  day: Day,
): Promise<FoundIndicator[]> {
  const held = await sql<{ number: number; definition: IndicatorDefinition }>`
    select number, body as definition from indicators.definition
    where number = any(${found.flatMap(({ numbers }) => numbers)}::integer[])
      and valid_from <= ${day}::date and (valid_until is null or valid_until > ${day}::date)
  `.execute(db);
  return found.map(({ definition, numbers }) => ({
    definition: held.rows.find(({ number }) => numbers.includes(number))?.definition ?? definition,
    numbers,
  }));
}

export async function findDefinition(
  db: QueryExecutorProvider,
  code: string,
  day: Day,
): Promise<FoundIndicator | undefined> {
  return (await listDefinitions(db, day)).find(({ definition }) => definition.code === code);
}
