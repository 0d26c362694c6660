/** Units and positions from rules: every commune has the same bodies, so the pack says once which, and this makes them for each area. */
import { type Fault, fault, faultsIn, repeated } from '../pack/fault.ts';
import { readCsv } from '../pack/read-csv.ts';
import {
  type Area,
  type Position,
  type Succession,
  UNIT_KINDS,
  type Unit,
  type UnitKind,
  type UnitRule,
  type UnitRules,
} from './definition.ts';

const COLUMNS = ['key', 'kind', 'name', 'name_en', 'parent', 'area', 'code', 'from', 'to', 'confirm'] as const;
type ProvincialRow = Record<(typeof COLUMNS)[number], string>;
type AreaRule = UnitRules['areas'][number];
type Made = { readonly unit: Unit; readonly positions: readonly Position[] };

export interface UnitsSource {
  readonly provincialCsv: string;
  readonly rules: UnitRules;
  readonly areas: readonly Area[];
  readonly successorOf: (key: string) => Succession;
}

export function makeUnits(source: UnitsSource): { units: Unit[]; positions: Position[]; faults: Fault[] } {
  const read = readCsv(source.provincialCsv, COLUMNS);
  if (read.faults) return { units: [], positions: [], faults: faultsIn('provincial-units.csv', read.faults) };
  const made = [
    ...read.rows.map((row) => provincialUnit(row, source)),
    ...source.rules.areas.flatMap((rule) => unitsOfRule(rule, source)),
  ];
  const units = made.map((one) => one.unit);
  return { units, positions: made.flatMap((one) => one.positions), faults: checkUnits(units) };
}

function provincialUnit(row: ProvincialRow, { rules, areas, successorOf }: UnitsSource): Made {
  const area = areas.find((one) => one.code === row.area && (one.from ?? '') === row.from);
  const unit: Unit = {
    key: row.key,
    kind: row.kind as UnitKind,
    name: { vi: row.name, en: row.name_en },
    area: area?.key ?? row.area,
    ...(row.parent && { parent: row.parent }),
    ...(row.code && { code: row.code }),
    ...(row.from && { from: row.from }),
    ...(row.to && { to: row.to, successor: successorOf(row.key) }),
    ...(row.confirm && { confirm: row.confirm }),
  };
  return { unit, positions: seatsOf(unit, rules.provincial[row.key] ?? rules.provincial[row.kind] ?? []) };
}

function unitsOfRule(rule: AreaRule, { areas, successorOf }: UnitsSource): Made[] {
  const meant = areas.filter(
    (area) => rule.of.kinds.includes(area.kind) && area.from === rule.of.from && area.to === rule.of.to,
  );
  return meant.flatMap((area, index) =>
    rule.units
      .filter((unit) => unit.only === undefined || unit.only.includes(area.kind))
      .map((unitRule) => ruledUnit(unitRule, rule, { area, areas, number: rule.numberFrom + index, successorOf })),
  );
}

interface Place {
  readonly area: Area;
  readonly areas: readonly Area[];
  readonly number: number;
  readonly successorOf: (key: string) => Succession;
}

function ruledUnit(unitRule: UnitRule, rule: AreaRule, { area, areas, number, successorOf }: Place): Made {
  const suffix = rule.suffix ?? '';
  const keyFor = (name: string, code: string) => `${name}-${code}${suffix}`;
  const above = areas.find((one) => one.key === area.parent);
  const parent =
    unitRule.parent ??
    (unitRule.under ? keyFor(unitRule.under, area.code) : undefined) ??
    (unitRule.parentOfArea && above ? keyFor(unitRule.parentOfArea, above.code) : undefined);
  const key = keyFor(unitRule.key, area.code);
  const unit: Unit = {
    key,
    kind: unitRule.kind,
    ...(unitRule.section && { section: unitRule.section }),
    name: {
      vi: unitRule.name.vi.replace('{area}', lowerFirst(area.name.vi)),
      en: (unitRule.name.en ?? '').replace('{area}', area.name.en),
    },
    ...(parent && { parent }),
    area: area.key,
    ...(unitRule.code && { code: unitRule.code.replace('{n}', String(number)) }),
    ...(area.from && { from: area.from }),
    ...(area.to && { to: area.to, successor: inheritedSuccession(unitRule, key, { area, successorOf }) }),
    confirm: '?',
  };
  return { unit, positions: seatsOf(unit, unitRule.positions) };
}

/** A body of an area that ended follows its area where nothing more exact is written: same kind of succession, unit instead of area. */
function inheritedSuccession(
  rule: UnitRule,
  key: string,
  { area, successorOf }: Pick<Place, 'area' | 'successorOf'>,
): Succession {
  const own = successorOf(key);
  if (own.kind !== 'unknown' || area.successor === undefined) return own;
  if (area.successor.kind === 'one')
    return { ...area.successor, to: `${rule.followedBy ?? rule.key}-${area.successor.to.split('@')[0]}` };
  return area.successor;
}

function seatsOf(unit: Unit, seats: UnitRule['positions']): Position[] {
  const numbered = new Map<string, number>();
  return seats.flatMap((seat) =>
    Array.from({ length: seat.count ?? 1 }, () => ({
      key: `${unit.key}.${seat.role}${numberIn(numbered, seat.role)}`,
      unit: unit.key,
      role: seat.role,
      ...(seat.title && { title: seat.title }),
      ...(unit.from && { from: unit.from }),
      ...(unit.to && { to: unit.to }),
    })),
  );
}

/** The second seat of a role is numbered 2, whatever it is called. */
function numberIn(numbered: Map<string, number>, role: string): string {
  const count = (numbered.get(role) ?? 0) + 1;
  numbered.set(role, count);
  return count === 1 ? '' : String(count);
}

function checkUnits(units: readonly Unit[]): Fault[] {
  const keys = new Set(units.map((unit) => unit.key));
  const codes = units.flatMap((unit) => (unit.code === undefined ? [] : [`${unit.code} ${unit.from ?? ''}`]));
  return [
    ...repeated(units.map((unit) => unit.key)).map((key) =>
      fault('organisation.unit-repeated', key, `Đơn vị “${key}” xuất hiện hai lần.`, `The unit "${key}" occurs twice.`),
    ),
    ...repeated(codes).map((code) =>
      fault(
        'organisation.code-repeated',
        code,
        `Mã “${code}” cấp cho hai đơn vị cùng thời kỳ.`,
        `Code "${code}" names two units of one era.`,
      ),
    ),
    ...units.flatMap((unit) => {
      const faults: Fault[] = [];
      if (unit.parent !== undefined && !keys.has(unit.parent)) {
        faults.push(
          fault(
            'organisation.parent-unknown',
            unit.key,
            `Không có đơn vị cấp trên “${unit.parent}”.`,
            `There is no parent unit "${unit.parent}".`,
          ),
        );
      }
      if (!(UNIT_KINDS as readonly string[]).includes(unit.kind)) {
        faults.push(
          fault(
            'organisation.unit-kind',
            unit.key,
            `Không có loại đơn vị “${unit.kind}”.`,
            `There is no kind of unit "${unit.kind}".`,
          ),
        );
      }
      return faults;
    }),
  ];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
