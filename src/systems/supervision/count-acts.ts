/** Counting acts (đếm việc đã làm): how much officers do on cases that scenarios look at, by officer, unit and procedure, day by day; repeats are weighed against it. */
import { sql } from 'kysely';
import { dayOf, instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { actsOf } from './scenario-subject.ts';
import { speechOf } from './supervision.ts';
import type { SupervisionTables } from './tables.ts';

/** Reads the journal: counts are written with the cursor, so that each act is counted once. */
export function countActs(platform: Platform<SupervisionTables>): Subscriber {
  const { supervisable } = speechOf(platform);
  return {
    name: 'supervision.acts-counted',
    types: [...supervisable.kinds.keys()].flatMap((kind) => actsOf(supervisable, kind)),
    handle: (trx, entry) => addCounts(trx, [entry]),
    handleTogether: addCounts,
  };
}

/** Of people who act in a unit: what citizens and the program do is no officer's work. */
async function addCounts(trx: Db, entries: readonly ReadEntry[]): Promise<void> {
  const counts = new Map<string, { counted_by: string; key: string; day: string; acts: number }>();
  for (const { actor, at, dims = {} } of entries) {
    if (actor.account === undefined || actor.unit === undefined) continue;
    const day = dayOf(instant(at));
    const keys = { officer: actor.account, unit: actor.unit, procedure: dims.procedure };
    for (const [by, key] of Object.entries(keys)) {
      if (typeof key !== 'string') continue;
      const name = `${by} ${key} ${day}`;
      const known = counts.get(name);
      if (known) known.acts += 1;
      else counts.set(name, { counted_by: by, key, day, acts: 1 });
    }
  }
  if (counts.size === 0) return;
  await sql`
    insert into supervision.act_count as c (counted_by, key, day, acts)
    select counted_by, key, day, acts from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::jsonb)
      as n (counted_by text, key text, day date, acts integer)
    on conflict (counted_by, key, day) do update set acts = c.acts + excluded.acts
  `.execute(trx);
}
