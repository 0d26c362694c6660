/** What a change touches: open dossiers at units that end and at positions nobody would hold, and people left without a position. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../calendar/instant.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import { type Standing, type StandingPerson, type StandingUnit, standsOn } from './standing.ts';

export interface TouchedStep {
  readonly unit: string;
  readonly unitName: LocalText;
  /** Null: held by nobody in particular. */
  readonly step: string | null;
  readonly role: string | null;
  readonly roleName: LocalText | undefined;
  readonly count: number;
  readonly why: 'unit-ends' | 'nobody-holds';
}

export interface Touched {
  readonly steps: readonly TouchedStep[];
  /** Hold something today and nothing afterwards. */
  readonly seatless: readonly StandingPerson[];
  /** Go on while their area has ended, as a commune's police does when its people's committee is merged. */
  readonly stranded: readonly StandingUnit[];
}

interface Counted {
  readonly unit: string;
  readonly step: string | null;
  readonly role: string | null;
  readonly count: number;
}

export async function readTouched(
  db: QueryExecutorProvider,
  { before, after, day }: { readonly before: Standing; readonly after: Standing; readonly day: Day },
): Promise<Touched> {
  const ends = [...before.units.keys()].filter((id) => !isUnit(after, id, day));
  const left = unheldSeats(after, day).filter(({ unit, role }) => isHeld(before, { unit, role, day }));
  const units = [...new Set([...ends, ...left.map(({ unit }) => unit)])];
  const counted = units.length === 0 ? [] : await countSteps(db, units);
  const steps = counted.flatMap(({ unit, step, role, count }): TouchedStep[] => {
    const found = before.units.get(unit) ?? after.units.get(unit);
    if (!found) return [];
    const roleName = role === null ? undefined : before.roles.get(role)?.name;
    const named = { unit, unitName: found.name, step, role, roleName, count };
    if (ends.includes(unit)) return [{ ...named, why: 'unit-ends' }];
    return left.some((one) => one.unit === unit && one.role === role) ? [{ ...named, why: 'nobody-holds' }] : [];
  });
  return { steps, seatless: listSeatless(before, after, day), stranded: listStranded(before, after, day) };
}

/** Dossiers that a unit decides stand there too, at whatever step elsewhere. */
async function countSteps(db: QueryExecutorProvider, units: readonly string[]): Promise<readonly Counted[]> {
  const found = await sql<Counted>`
    select unit, step, role, sum(count)::integer as count from (
      select holding_unit as unit, step, step_role as role, count(*) as count from cases.case
      where closed_at is null and holding_unit = any(${units}::uuid[]) group by 1, 2, 3
      union all
      select competent_unit, step, step_role, count(*) from cases.case
      where closed_at is null and competent_unit = any(${units}::uuid[]) and holding_unit is distinct from competent_unit group by 1, 2, 3
    ) c group by 1, 2, 3 order by 1, 2, 3
  `.execute(db);
  return found.rows;
}

const isUnit = ({ units }: Standing, id: string, day: Day): boolean => {
  const unit = units.get(id);
  return unit !== undefined && standsOn(unit, day);
};

interface Seat {
  readonly unit: string;
  readonly role: string;
}

function isHeld({ positions, holdings }: Standing, { unit, role, day }: Seat & { readonly day: Day }): boolean {
  const seats = new Set(
    [...positions.values()]
      .filter((one) => one.unit === unit && one.role === role && standsOn(one, day))
      .map(({ id }) => id),
  );
  return [...holdings.values()].some((one) => seats.has(one.position) && standsOn(one, day));
}

/** Roles of a standing unit that nobody holds in it. */
function unheldSeats(standing: Standing, day: Day): Seat[] {
  const held = new Set<string>();
  for (const { position, ...span } of standing.holdings.values()) {
    const seat = standing.positions.get(position);
    if (seat && standsOn(span, day) && standsOn(seat, day)) held.add(`${seat.unit} ${seat.role}`);
  }
  const seats = new Map<string, Seat>();
  // a position that has ended counts too: dossiers may still wait at its step
  for (const { unit, role } of standing.positions.values())
    if (isUnit(standing, unit, day) && !held.has(`${unit} ${role}`)) seats.set(`${unit} ${role}`, { unit, role });
  return [...seats.values()];
}

function listSeatless(before: Standing, after: Standing, day: Day): StandingPerson[] {
  const seated = (standing: Standing) =>
    new Set([...standing.holdings.values()].filter((one) => standsOn(one, day)).map(({ account }) => account));
  const now = seated(after);
  return [...seated(before)].flatMap((id) => {
    const person = before.people.get(id);
    return person && !now.has(id) ? [person] : [];
  });
}

const listStranded = (before: Standing, after: Standing, day: Day): StandingUnit[] =>
  [...after.units.values()].filter((unit) => {
    const [was, is] = unit.area === null ? [] : [before.areas.get(unit.area), after.areas.get(unit.area)];
    return was && is && standsOn(unit, day) && standsOn(was, day) && !standsOn(is, day);
  });
