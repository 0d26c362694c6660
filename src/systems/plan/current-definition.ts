/** The plan in force: that of the pack which was loaded last; earlier ones stay, and values name the one they were entered under. */
import { createHash } from 'node:crypto';
import { type Clock, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { type Json, sortedJson } from '../../platform/db/json.ts';
import type { PlanDefinition } from './definition.ts';
import type { PlanTables } from './tables.ts';

export interface CurrentPlan {
  readonly id: string;
  readonly plan: PlanDefinition;
}

export async function loadDefinition(db: Db<PlanTables>, definition: PlanDefinition, clock: Clock): Promise<void> {
  const digest = createHash('sha256')
    .update(sortedJson(definition as unknown as Json))
    .digest('hex');
  if ((await findLast(db))?.digest === digest) return;
  await db
    .insertInto('plan.definition')
    .values({ id: newId(), digest, body: JSON.stringify(definition), loaded_at: isoOf(clock()) })
    .execute();
}

export async function getPlan(db: Db<PlanTables>): Promise<CurrentPlan> {
  const last = await findLast(db);
  if (!last) throw new Error('no plan has been loaded from the province pack');
  return { id: last.id, plan: last.body };
}

const findLast = (db: Db<PlanTables>) =>
  db
    .selectFrom('plan.definition')
    .select(['id', 'digest', 'body'])
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
