/** Seats: which roles there are in which kinds of units, and whether somebody holds them, today or once a change is in force. */
import { addDays, dayOf, type Instant } from '../../calendar/instant.ts';
import type { Db } from '../../db/database.ts';
import { findChangeSet } from './change-set.ts';
import { checkChange } from './check-change.ts';
import { standsOn } from './standing.ts';

export interface HeldSeat {
  readonly role: string;
  /** Key of the unit; '' where every commune has such a unit. */
  readonly unit: string;
  readonly kind: string;
  readonly section: string | null;
  readonly level: string | null;
  readonly held: boolean;
}

const NO_CHANGE = { id: '00000000-0000-0000-0000-000000000000', items: [], document: null };

/** Undefined when there is no such change. Without one: as it stands today. */
export async function listHeldSeats(db: Db, change: string | undefined, at: Instant): Promise<HeldSeat[] | undefined> {
  const set = change === undefined ? NO_CHANGE : await findChangeSet(db, change);
  if (!set) return undefined;
  const day = change === undefined ? dayOf(at) : addDays(dayOf(at), 1);
  const { standing } = await checkChange(db, set, { from: day, at });
  const held = new Set(
    [...standing.holdings.values()].filter((one) => standsOn(one, day)).map(({ position }) => position),
  );
  return [...standing.positions.values()].flatMap((position) => {
    const unit = standing.units.get(position.unit);
    if (!unit || !standsOn(position, day) || !standsOn(unit, day)) return [];
    const level = (unit.area === null ? undefined : standing.areas.get(unit.area)?.level) ?? null;
    const { kind, section } = unit;
    const key = level === 'commune' ? '' : unit.key;
    return [{ role: position.role, unit: key, kind, section, level, held: held.has(position.id) }];
  });
}
