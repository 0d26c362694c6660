/** The organisation as it stands: everything that is not over on a day, in memory, so that a change can be tried on it. */
import { sql } from 'kysely';
import type { Day } from '../../calendar/instant.ts';
import type { Db } from '../../db/database.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import type { AreaLevel, HoldingManner } from '../tables.ts';
import type { AreaFacts, UnitFacts } from './item.ts';

interface Spanned {
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface StandingUnit extends UnitFacts, Spanned {
  readonly id: string;
  /** As processes name it. */
  readonly key: string;
  /** Last day of what it was before its last change. */
  readonly was: Day | null;
}

export interface StandingPosition extends Spanned {
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly title: LocalText;
}

export interface StandingHolding extends Spanned {
  readonly id: string;
  readonly account: string;
  readonly position: string;
  readonly from: Day;
  readonly manner: HoldingManner;
  readonly document: string | null;
}

export interface StandingArea extends Spanned {
  readonly id: string;
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: LocalText;
  readonly facts: AreaFacts;
}

export interface StandingPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

export interface StandingRole {
  readonly key: string;
  readonly name: LocalText;
  /** What its seats are called. */
  readonly title: LocalText;
  readonly leads: boolean;
}

export interface Standing {
  readonly units: ReadonlyMap<string, StandingUnit>;
  readonly positions: ReadonlyMap<string, StandingPosition>;
  readonly holdings: ReadonlyMap<string, StandingHolding>;
  readonly areas: ReadonlyMap<string, StandingArea>;
  readonly roles: ReadonlyMap<string, StandingRole>;
  /** Officers whose account is in use. */
  readonly people: ReadonlyMap<string, StandingPerson>;
}

/** One province: some thousand rows of each, so they are read whole. */
export async function readStanding(db: Db, day: Day): Promise<Standing> {
  const on = sql`(valid_to is null or valid_to >= ${day}::date)`;
  const span = sql`valid_from as "from", valid_to as "to"`;
  const [units, positions, holdings, areas, roles, people] = await Promise.all([
    sql<StandingUnit>`
      select id, key, name, code, kind, section, parent_id as parent, area_id as area, address, phone, email, ${span},
        (select max(w.valid_to) from organisation.unit_was w where w.unit_id = unit.id) as was
      from organisation.unit where ${on} order by key
    `.execute(db),
    sql<StandingPosition>`
      select id, unit_id as unit, role, title, ${span} from organisation.position where ${on} order by key
    `.execute(db),
    sql<StandingHolding>`
      select id, account_id as account, position_id as position, manner, document, ${span}
      from organisation.holding where ${on} order by valid_from, id
    `.execute(db),
    sql<StandingArea>`
      select id, code, level, name, to_jsonb(area) - array['id', 'valid_from', 'valid_to', 'kept'] as facts, ${span}
      from organisation.area where ${on} order by code
    `.execute(db),
    sql<StandingRole>`select key, name, coalesce(title, name) as title, leads from organisation.role order by key`.execute(
      db,
    ),
    sql<StandingPerson>`
      select id, login, name from identity.account
      where kind = 'officer' and disabled_at is null and login is not null order by login
    `.execute(db),
  ]);
  return {
    units: byId(units.rows),
    positions: byId(positions.rows),
    holdings: byId(holdings.rows),
    areas: byId(areas.rows),
    roles: new Map(roles.rows.map((role) => [role.key, role])),
    people: byId(people.rows),
  };
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** Both days included; null is endless. */
export const standsOn = ({ from, to }: Spanned, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** The unit and every unit under it that stands on the day, callers before those they hold. */
export function unitsBelow(units: Standing['units'], top: string, day: Day): StandingUnit[] {
  const children = new Map<string, StandingUnit[]>();
  for (const unit of units.values()) {
    if (unit.parent === null || !standsOn(unit, day)) continue;
    children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit]);
  }
  const found: StandingUnit[] = [];
  const waiting = [units.get(top)];
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
    if (found.includes(unit)) continue;
    found.push(unit);
    waiting.push(...(children.get(unit.id) ?? []));
  }
  return found;
}
