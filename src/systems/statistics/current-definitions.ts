/** The definitions in force: those of the pack that was loaded last; earlier ones stay. */
import { createHash } from 'node:crypto';
import { type Clock, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { type Json, sortedJson } from '../../platform/db/json.ts';
import type { Definitions } from './definitions.ts';
import type { StatisticsTables } from './tables.ts';

export async function loadDefinitions(db: Db<StatisticsTables>, definitions: Definitions, clock: Clock): Promise<void> {
  const digest = createHash('sha256')
    .update(sortedJson(definitions as unknown as Json))
    .digest('hex');
  if ((await findLast(db))?.digest === digest) return;
  await db
    .insertInto('statistics.definition')
    .values({ id: newId(), digest, body: JSON.stringify(definitions), loaded_at: isoOf(clock()) })
    .execute();
}

export async function getDefinitions(db: Db<StatisticsTables>): Promise<Definitions> {
  const last = await findLast(db);
  if (!last) throw new Error('no statistics have been loaded from the province pack');
  return last.body;
}

const findLast = (db: Db<StatisticsTables>) =>
  db
    .selectFrom('statistics.definition')
    .select(['digest', 'body'])
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
