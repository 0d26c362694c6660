/** Staff: the officers of the pack at their desks, each with a skill, habits and one thing done at a time. */
import { sql } from 'kysely';
import type { Day, Instant } from '../platform/calendar/instant.ts';
import type { Db } from '../platform/db/database.ts';
import type { DossierActor } from '../systems/dossiers/dossiers.ts';
import { chanceOf } from './random.ts';

export interface Officer {
  readonly account: string;
  readonly position: string;
  readonly unit: string;
  readonly role: string;
  /** Working time over the usual: 0.6 quick, 2.5 slow. */
  readonly pace: number;
  /** How often what is put off lies until it is late. */
  readonly putsOff: number;
  /** How often something must be sent back. */
  readonly slips: number;
  /** Until when this officer has something else in hand. */
  busyUntil: Instant;
}

export interface Staff {
  /** Who takes a step of this role in this unit: whoever is free first. Undefined when nobody holds such a position. */
  find(unit: string, role: string): Officer | undefined;
  readonly size: number;
}

export const actorOf = (officer: Officer): DossierActor => ({
  actor: {
    id: officer.account,
    kind: 'person',
    account: officer.account,
    position: officer.position,
    unit: officer.unit,
  },
  scope: { units: [officer.unit] },
  rolesAt: (unit) => (unit === officer.unit ? [officer.role] : []),
});

/** Positions held on the day. */
export async function findStaff(db: Db, seed: string, day: Day): Promise<Staff> {
  const held = await sql<{ account: string; position: string; unit: string; role: string; key: string }>`
    select h.account_id as account, p.id as position, p.unit_id as unit, p.role, p.key
    from organisation.holding h join organisation.position p on p.id = h.position_id join identity.account a on a.id = h.account_id
    where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date) and a.disabled_at is null
      and (p.valid_from is null or p.valid_from <= ${day}::date) and (p.valid_to is null or p.valid_to >= ${day}::date)
    order by p.key
  `.execute(db);
  const seats = new Map<string, Officer[]>();
  for (const { key, ...row } of held.rows) {
    const seat = `${row.unit} ${row.role}`;
    seats.set(seat, [...(seats.get(seat) ?? []), { ...row, ...habitsOf(seed, key), busyUntil: 0 as Instant }]);
  }
  return {
    find: (unit, role) =>
      seats
        .get(`${unit} ${role}`)
        ?.reduce((freest, officer) => (officer.busyUntil < freest.busyUntil ? officer : freest)),
    size: held.rows.length,
  };
}

/** One in twelve is slow, one in fifteen lets things lie. */
function habitsOf(seed: string, position: string): Pick<Officer, 'pace' | 'putsOff' | 'slips'> {
  const chance = chanceOf(`${seed}/officer/${position}`);
  return {
    pace: chance.happens(1 / 12) ? 1.6 + chance.next() : chance.spread(0.3),
    putsOff: chance.happens(1 / 15) ? 0.25 : 0.02,
    slips: chance.happens(1 / 10) ? 0.12 : 0.02,
  };
}
