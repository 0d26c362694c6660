/** Checking a change: tried on the organisation as it will stand on its day, with all that is published for the days before. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { addDays, type Day, dayOf, type Instant } from '../../calendar/instant.ts';
import type { Db } from '../../db/database.ts';
import { type ChangeSet, listPending } from './change-set.ts';
import { readStanding, type Standing } from './standing.ts';
import { type Walked, walkThrough } from './walk.ts';

export interface CheckedChange extends Walked {
  /** As it stands on the day without this change. */
  readonly before: Standing;
  /** Published for a later day, and no longer possible after this one. */
  readonly breaks: ChangeSet | undefined;
}

/** `from`: the first day, or the one it might be published from. */
export async function checkChange(
  db: Db,
  set: Pick<ChangeSet, 'id' | 'items' | 'document'>,
  { from, at }: { readonly from: Day; readonly at: Instant },
): Promise<CheckedChange> {
  const [now, pending] = await Promise.all([readStanding(db, earlier(from, dayOf(at))), listPending(db)]);
  const others = pending.filter((one) => one.id !== set.id);
  const open = await countOpen(db, endedUnits([set, ...others]));
  const terms = ({ document }: Pick<ChangeSet, 'document'>, day: Day) => ({ day, document, open });
  const sooner = others.filter((one) => one.from !== null && one.from <= from);
  const before = sooner.reduce(
    (standing, one) => walkThrough(standing, one.items, terms(one, one.from ?? from)).standing,
    now,
  );
  const walked = walkThrough(before, set.items, terms(set, from));
  let after = walked.standing;
  let breaks: ChangeSet | undefined;
  for (const one of others.filter((other) => other.from !== null && other.from > from)) {
    const later = walkThrough(after, one.items, terms(one, one.from ?? from));
    if (later.faults.length > 0) breaks ??= one;
    after = later.standing;
  }
  return { ...walked, before, breaks };
}

/** Around the day on which a change came into force: the organisation before it and after it. */
export async function readAround(
  db: Db,
  { from, reverse }: { readonly from: Day; readonly reverse: ChangeSet['reverse'] },
): Promise<{ readonly before: Standing; readonly after: Standing }> {
  const [was, after] = await Promise.all([readStanding(db, addDays(from, -1)), readStanding(db, from)]);
  const units = new Map(was.units);
  for (const item of reverse ?? []) {
    const unit = item.kind === 'unit-changed' ? units.get(item.unit) : undefined;
    if (unit && item.kind === 'unit-changed') units.set(unit.id, { ...unit, ...item.values });
  }
  return { before: { ...was, units }, after };
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

const endedUnits = (sets: readonly Pick<ChangeSet, 'items'>[]): string[] => [
  ...new Set(sets.flatMap(({ items }) => items.flatMap(({ item }) => (item.kind === 'unit-ended' ? [item.unit] : [])))),
];

/** Open dossiers that each of these units decides or holds. */
async function countOpen(db: QueryExecutorProvider, units: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (units.length === 0) return new Map();
  const found = await sql<{ unit: string; count: number }>`
    select u.id as unit, count(*)::integer as count
    from unnest(${units}::uuid[]) u(id) join cases.case c on u.id in (c.competent_unit, c.holding_unit)
    where c.closed_at is null group by u.id
  `.execute(db);
  return new Map(found.rows.map(({ unit, count }) => [unit, count]));
}
