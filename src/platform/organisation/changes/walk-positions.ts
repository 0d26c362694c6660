/** What an item does to positions and to those who hold them. */
import { type Refusal, refuse } from '../../cases/decision.ts';
import { newId } from '../../db/ids.ts';
import type { Json } from '../../db/json.ts';
import { holdPosition } from '../holding.ts';
import type { ItemOf } from './item.ts';
import { type StandingHolding, type StandingPosition, standsOn } from './standing.ts';
import type { Walk } from './walk.ts';

export function makePosition(
  walk: Walk,
  { position: id, unit, role, title }: ItemOf<'position-new'>,
): Refusal | undefined {
  const at = walk.units.get(unit);
  if (!at || !standsOn(at, walk.day)) return refuse('organisation.unit-unknown');
  if (!walk.standing.roles.has(role)) return refuse('organisation.role-needed');
  walk.positions.set(id, { id, unit, role, title, from: walk.day, to: null });
  walk.rows.push({
    table: 'organisation.position',
    op: 'insert',
    values: {
      id,
      key: `p-${id}`,
      unit_id: unit,
      role,
      title: title as unknown as Json,
      valid_from: walk.day,
      valid_to: null,
      kept: true,
    },
  });
  walk.reverse.push({ kind: 'position-ended', position: id });
  return undefined;
}

/** Role and title belong to a position for as long as it lives: another role is another position, held by the same people. */
export function changePosition(
  walk: Walk,
  { position, as, role, title }: ItemOf<'position-changed'>,
): Refusal | undefined {
  const before = walk.positions.get(position);
  if (!before || !standsOn(before, walk.day)) return refuse('organisation.position-unknown');
  const holders = holdersOf(walk, position);
  const made = makePosition(walk, { kind: 'position-new', position: as, unit: before.unit, role, title });
  if (made) return made;
  const ended = endPositions(walk, [before]);
  if (ended) return ended;
  for (const { account, manner, to, document } of holders) {
    const item = { kind: 'appointed', account, position: as, manner } as const;
    appoint(walk, { ...item, ...(to !== null && { to }), ...(document !== null && { document }) });
  }
  return undefined;
}

export function endPosition(walk: Walk, { position }: ItemOf<'position-ended'>): Refusal | undefined {
  const found = walk.positions.get(position);
  if (!found || !standsOn(found, walk.day)) return refuse('organisation.position-unknown');
  return endPositions(walk, [found]);
}

/** With those who hold them. Refuses before anything of it is done. */
export function endPositions(walk: Walk, positions: readonly StandingPosition[]): Refusal | undefined {
  const standing = positions.filter((one) => one.to === null || one.to >= walk.day);
  const holdings = standing.flatMap(({ id }) => holdersOf(walk, id));
  if (standing.some(({ from }) => from !== null && from >= walk.day)) return refuse('organisation.begins-that-day');
  if (holdings.some(({ from }) => from >= walk.day)) return refuse('organisation.held-since-that-day');
  for (const holding of holdings) endHolding(walk, holding);
  for (const position of standing) {
    const again = newId();
    walk.renewed.set(position.id, again);
    walk.positions.set(position.id, { ...position, to: walk.lastDay });
    walk.rows.push({
      table: 'organisation.position',
      op: 'update',
      key: { id: position.id },
      values: { valid_to: walk.lastDay, kept: true },
    });
    const { unit, role, title } = position;
    walk.reverse.push({ kind: 'position-new', position: again, unit, role, title });
  }
  return undefined;
}

export function appoint(walk: Walk, item: ItemOf<'appointed'>): Refusal | undefined {
  const { account, position: positionId, manner, to } = item;
  const position = walk.positions.get(positionId);
  if (!position || !standsOn(position, walk.day)) return refuse('organisation.position-unknown');
  const person = walk.standing.people.get(account);
  if (!person) return refuse('organisation.person-unknown');
  const document = item.document ?? walk.document;
  if (manner !== 'full' && !document) return refuse('organisation.acting-unfounded');
  if (to !== undefined && to < walk.day) return refuse('organisation.delegation-days');
  const held = holdersOf(walk, positionId).some((one) => one.account === account);
  if (held) return refuse('organisation.holds-already', { person: person.name });
  const given = {
    positionId,
    unitId: position.unit,
    manner,
    ...(to !== undefined && { to }),
    ...(document !== null && { document }),
  };
  const { row, entry } = holdPosition(account, given, walk.day);
  const { id } = row.values;
  walk.holdings.set(id, { id, account, position: positionId, from: walk.day, to: to ?? null, manner, document });
  walk.rows.push(row);
  walk.entries.push({ account, draft: entry });
  walk.reverse.push({ kind: 'dismissed', account, position: positionId });
  return undefined;
}

export function dismiss(walk: Walk, { account, position }: ItemOf<'dismissed'>): Refusal | undefined {
  const holding = holdersOf(walk, position).find((one) => one.account === account && standsOn(one, walk.day));
  if (!holding) return refuse('organisation.not-held');
  if (holding.from >= walk.day) return refuse('organisation.held-since-that-day');
  endHolding(walk, holding);
  return undefined;
}

function endHolding(walk: Walk, holding: StandingHolding): void {
  const { id, account, position, manner, to, document } = holding;
  walk.holdings.set(id, { ...holding, to: walk.lastDay });
  walk.rows.push({
    table: 'organisation.holding',
    op: 'update',
    key: { id },
    values: { valid_to: walk.lastDay },
  });
  const body = { holding: id, position, to: walk.lastDay };
  walk.entries.push({ account, draft: { type: 'organisation.holding-ended', body } });
  const back = { kind: 'appointed', account, position, manner } as const;
  walk.reverse.push({ ...back, ...(to !== null && { to }), ...(document !== null && { document }) });
}

/** From the day on, whenever it begins. */
function holdersOf({ holdings, day }: Walk, position: string): StandingHolding[] {
  return [...holdings.values()].filter((one) => one.position === position && (one.to === null || one.to >= day));
}
