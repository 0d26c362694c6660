/** Countings: the versions of definitions that count a measure's facts, from the database, with their conditions compiled. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { IndicatorDefinition } from './definition.ts';
import { compileConditions, type Conditions, type Counting, subjectOf } from './marks.ts';
import type { FactMeasure } from './measure.ts';

interface Stored {
  readonly number: number;
  readonly from: Day;
  readonly until: Day | null;
  readonly body: IndicatorDefinition;
}

/** Of every version, gone from the pack or not: what was counted stays counted. One that no longer fits is left out, and says so (`silence.ts`). */
export async function listCountings(
  db: Db,
  name: string,
  { variables }: Pick<FactMeasure, 'variables'>,
): Promise<Counting[]> {
  const found = await sql<Stored>`
    select number, valid_from as from, valid_until as until, body from indicators.definition where measure = ${name} order by number
  `.execute(db);
  return found.rows.flatMap(({ number, from, until, body }) => {
    const conditions = conditionsOf(name, { number, body, variables });
    return conditions ? [{ number, from, until, conditions }] : [];
  });
}

const compiled = new Map<string, Conditions | null>();

/** Compiled once in the life of the process: the reckoning of a version never changes. */
function conditionsOf(
  name: string,
  { number, body, variables }: Pick<Stored, 'number' | 'body'> & Pick<FactMeasure, 'variables'>,
): Conditions | null {
  const key = JSON.stringify([name, number, body.filter, body.numerator, body.denominator]);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const { conditions = null } = compileConditions(subjectOf(name, variables), body);
  compiled.set(key, conditions);
  return conditions;
}
