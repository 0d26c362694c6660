/** Merging and ending: a unit with everything under it goes over into another, section into section, its people with it. */
import type { Day } from '../../calendar/instant.ts';
import { newId } from '../../db/ids.ts';
import type { ChangeItem } from './item.ts';
import { type Standing, type StandingHolding, type StandingUnit, standsOn, unitsBelow } from './standing.ts';

export interface Merging {
  readonly ends: readonly StandingUnit[];
  readonly into: StandingUnit;
  readonly byHand: boolean;
  /** Those whose role does not lead get a position of the same role at the successor; who leads there is decided by name. */
  readonly carryPeople: boolean;
  /** The commune itself ends with its people's committee. */
  readonly endAreas: boolean;
}

export function mergeUnits(standing: Standing, day: Day, merging: Merging): ChangeItem[] {
  const { ends, into, endAreas } = merging;
  const there = unitsBelow(standing.units, into.id, day);
  const gone = new Set(ends.flatMap((top) => unitsBelow(standing.units, top.id, day).map(({ id }) => id)));
  const taken = new Set<string>();
  const items: ChangeItem[] = [];
  for (const top of ends) {
    // what stands lowest ends first, so that nothing is left under what has ended
    for (const unit of unitsBelow(standing.units, top.id, day).toReversed()) {
      const next =
        unit.id === top.id
          ? into
          : counterpartOf(
              unit,
              there.filter(({ id }) => !gone.has(id)),
            );
      if (next) {
        items.push(...carry(standing, day, { unit, next, taken, merging }));
        items.push({ kind: 'unit-ended', unit: unit.id, successors: [next.id], byHand: merging.byHand });
      } else items.push({ kind: 'unit-changed', unit: unit.id, values: { parent: into.id } });
    }
    const area = top.area === null ? undefined : standing.areas.get(top.area);
    const isCommune = top.kind === 'people-committee' && area?.level === 'commune';
    if (endAreas && isCommune && into.area !== null && into.area !== area.id)
      items.push({ kind: 'area-ended', area: area.id, successor: into.area });
  }
  return items;
}

/** The unit of the same kind and field of work. */
const counterpartOf = (unit: StandingUnit, there: readonly StandingUnit[]): StandingUnit | undefined =>
  there.find((one) => one.kind === unit.kind && one.section === unit.section);

interface Carrying {
  readonly unit: StandingUnit;
  readonly next: StandingUnit;
  /** Free positions that somebody has been given already. */
  readonly taken: Set<string>;
  readonly merging: Merging;
}

function carry(standing: Standing, day: Day, { unit, next, taken, merging }: Carrying): ChangeItem[] {
  if (!merging.carryPeople) return [];
  const at = (id: string) => [...standing.positions.values()].filter((one) => one.unit === id && standsOn(one, day));
  return at(unit.id).flatMap((position): ChangeItem[] => {
    if (standing.roles.get(position.role)?.leads) return [];
    return holdersAt(standing, day, position.id)
      .filter(({ account }) => standing.people.has(account))
      .flatMap(({ account, manner, to, document }): ChangeItem[] => {
        const free = at(next.id).find(
          (one) => one.role === position.role && !taken.has(one.id) && holdersAt(standing, day, one.id).length === 0,
        );
        const seat = free?.id ?? newId();
        taken.add(seat);
        const { role, title } = position;
        const made: ChangeItem[] = free ? [] : [{ kind: 'position-new', position: seat, unit: next.id, role, title }];
        const terms = { ...(to !== null && { to }), ...(manner !== 'full' && document !== null && { document }) };
        return [...made, { kind: 'appointed', account, position: seat, manner, ...terms }];
      });
  });
}

const holdersAt = ({ holdings }: Standing, day: Day, position: string): StandingHolding[] =>
  [...holdings.values()].filter((one) => one.position === position && standsOn(one, day));
