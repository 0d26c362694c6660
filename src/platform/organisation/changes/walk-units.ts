/** What an item does to units and areas. */
import { refuse, type Refusal } from '../../cases/decision.ts';
import { newId } from '../../db/ids.ts';
import type { Json } from '../../db/json.ts';
import type { ItemOf, UnitFacts } from './item.ts';
import { type StandingArea, standsOn } from './standing.ts';
import type { Walk } from './walk.ts';
import { endPositions } from './walk-positions.ts';

const CODE = /^[A-Z][0-9]{2}([.][0-9A-Z]+)*$/;

export function makeUnit(walk: Walk, { unit: id, facts }: ItemOf<'unit-new'>): Refusal | undefined {
  const wrong = checkFacts(walk, id, facts);
  if (wrong) return wrong;
  const key = `u-${id}`;
  walk.units.set(id, { id, key, ...facts, from: walk.day, to: null, was: null });
  walk.rows.push({
    table: 'organisation.unit',
    op: 'insert',
    values: { id, key, ...columnsOf(facts), valid_from: walk.day, valid_to: null, kept: true },
  });
  walk.reverse.push({ kind: 'unit-ended', unit: id, successors: [], byHand: true });
  return undefined;
}

export function changeUnit(walk: Walk, { unit: id, values }: ItemOf<'unit-changed'>): Refusal | undefined {
  const unit = walk.units.get(id);
  if (!unit || !standsOn(unit, walk.day)) return refuse('organisation.unit-unknown');
  const { id: _, key, from, to, was, ...facts } = unit;
  const changed = { ...facts, ...values };
  const wrong = checkFacts(walk, id, changed);
  if (wrong) return wrong;
  walk.units.set(id, { id, key, from, to, was: walk.lastDay, ...changed });
  // what it was until the day before: once a day, and not of what begins that day
  if ((from === null || from < walk.day) && was !== walk.lastDay)
    walk.rows.push({
      table: 'organisation.unit_was',
      op: 'insert',
      values: { unit_id: id, valid_to: walk.lastDay, ...columnsOf(facts) },
    });
  walk.rows.push({
    table: 'organisation.unit',
    op: 'update',
    key: { id },
    values: { ...columnsOf(changed), kept: true },
  });
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, facts[name as keyof UnitFacts]]));
  walk.reverse.push({ kind: 'unit-changed', unit: id, values: before as Partial<UnitFacts> });
  return undefined;
}

/** Its positions end with it, and whoever holds them is dismissed. */
export function endUnit(walk: Walk, { unit: id, successors, byHand }: ItemOf<'unit-ended'>): Refusal | undefined {
  const unit = walk.units.get(id);
  if (!unit || !standsOn(unit, walk.day)) return refuse('organisation.unit-unknown');
  if (unit.from === walk.day) return refuse('organisation.begins-that-day');
  const open = walk.open.get(id) ?? 0;
  if (successors.length === 0 && open > 0)
    return refuse('organisation.successor-needed', { unit: unit.name.vi, count: open });
  if (successors.includes(id)) return refuse('organisation.succeeds-itself');
  const { name, code, kind, section, parent, area, address, phone, email } = unit;
  const facts = { name, code, kind, section, parent, area, address, phone, email };
  const again = renew(walk, id);
  const ended = endPositions(
    walk,
    [...walk.positions.values()].filter((one) => one.unit === id),
  );
  if (ended) return ended;
  walk.units.set(id, { ...unit, to: walk.lastDay });
  walk.rows.push({
    table: 'organisation.unit',
    op: 'update',
    key: { id },
    values: { valid_to: walk.lastDay, kept: true },
  });
  // what the pack said of an end to come
  walk.rows.push({ table: 'organisation.unit_successor', op: 'delete', key: { from_id: id } });
  for (const to of successors) {
    walk.rows.push({
      table: 'organisation.unit_successor',
      op: 'insert',
      values: {
        from_id: id,
        to_id: to,
        day: walk.day,
        manner: successors.length === 1 ? 'one' : 'by-subject',
        source: walk.document,
        named: true,
        by_hand: byHand,
        confirm: false,
      },
    });
  }
  if (successors.length === 0)
    walk.rows.push({
      table: 'organisation.unit_successor',
      op: 'insert',
      values: { from_id: id, to_id: null, manner: 'unknown', named: true, by_hand: byHand, confirm: false },
    });
  walk.reverse.push({ kind: 'unit-new', unit: again, facts });
  return undefined;
}

export function endArea(walk: Walk, { area: id, successor }: ItemOf<'area-ended'>): Refusal | undefined {
  const area = walk.areas.get(id);
  const next = walk.areas.get(successor);
  if (!area || !next || id === successor || !standsOn(area, walk.day) || !standsOn(next, walk.day))
    return refuse('organisation.area-unknown');
  walk.areas.set(id, { ...area, to: walk.lastDay });
  walk.rows.push(
    { table: 'organisation.area', op: 'update', key: { id }, values: { valid_to: walk.lastDay, kept: true } },
    { table: 'organisation.area_successor', op: 'delete', key: { from_id: id } },
    {
      table: 'organisation.area_successor',
      op: 'insert',
      values: {
        from_id: id,
        to_id: successor,
        day: walk.day,
        manner: 'one',
        source: walk.document,
        named: true,
        confirm: false,
      },
    },
  );
  walk.reverse.push({ kind: 'area-new', area: renew(walk, id), facts: area.facts });
  return undefined;
}

/** An area that ended stands again under its code. */
export function makeArea(walk: Walk, { area: id, facts }: ItemOf<'area-new'>): Refusal | undefined {
  const code = facts.code as string;
  const taken = [...walk.areas.values()].some((one) => one.code === code && (one.to === null || one.to >= walk.day));
  if (taken) return refuse('organisation.area-unknown');
  const { level, name } = facts as unknown as Pick<StandingArea, 'level' | 'name'>;
  walk.areas.set(id, { id, code, level, name, facts, from: walk.day, to: null });
  const values = { ...facts, id, valid_from: walk.day, valid_to: null, kept: true };
  walk.rows.push({ table: 'organisation.area', op: 'insert', values });
  return undefined;
}

function checkFacts({ units, areas, day }: Walk, id: string, facts: UnitFacts): Refusal | undefined {
  if (facts.name.vi.trim() === '') return refuse('organisation.name-needed');
  if (facts.code !== null) {
    if (facts.code.length > 35 || !CODE.test(facts.code)) return refuse('organisation.code-form');
    const other = [...units.values()].find(
      (unit) => unit.id !== id && unit.code === facts.code && (unit.to === null || unit.to >= day),
    );
    if (other) return refuse('organisation.code-taken', { unit: other.name.vi });
  }
  if (facts.area !== null && !areas.has(facts.area)) return refuse('organisation.area-unknown');
  if (facts.parent === null) return undefined;
  const parent = units.get(facts.parent);
  if (!parent || !standsOn(parent, day)) return refuse('organisation.parent-unknown');
  for (let above: string | null = facts.parent, height = 0; above !== null && height < 50; height++) {
    if (above === id) return refuse('organisation.circle', { unit: facts.name.vi });
    above = units.get(above)?.parent ?? null;
  }
  return undefined;
}

const columnsOf = ({ name, parent, area, ...plain }: UnitFacts): Record<string, Json> => ({
  ...plain,
  name: name as unknown as Json,
  parent_id: parent,
  area_id: area,
});

function renew(walk: Walk, id: string): string {
  const again = newId();
  walk.renewed.set(id, again);
  return again;
}
