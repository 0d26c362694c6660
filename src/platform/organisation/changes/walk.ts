/** Walking through a change: each item is tried on the organisation as the items before it left it; what comes out are rows to write, what is wrong, and the way back. */
import { addDays, type Day } from '../../calendar/instant.ts';
import { type Refusal, refuse, type RowChange } from '../../cases/decision.ts';
import type { EntryDraft } from '../../journal/entry.ts';
import type { ChangeItem, ItemKind, ItemOf, NumberedItem } from './item.ts';
import { type Standing, standsOn } from './standing.ts';
import { appoint, changePosition, dismiss, endPosition, makePosition } from './walk-positions.ts';
import { changeUnit, endArea, endUnit, makeArea, makeUnit } from './walk-units.ts';

export interface WalkTerms {
  /** The first day on which all of it holds. */
  readonly day: Day;
  /** Number and date of the decision. */
  readonly document: string | null;
  /** Open dossiers that each unit decides or holds. */
  readonly open: ReadonlyMap<string, number>;
}

export interface ItemFault {
  readonly no: number;
  readonly refusal: Refusal;
}

export interface Walked {
  readonly faults: readonly ItemFault[];
  readonly rows: readonly RowChange[];
  /** Of what happens to people, each on the account it concerns. */
  readonly entries: readonly { readonly account: string; readonly draft: EntryDraft }[];
  readonly reverse: readonly ChangeItem[];
  readonly standing: Standing;
}

type Writable<M> = M extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never;

/** What an item works on. */
export interface Walk extends WalkTerms {
  /** The day before: the last one of what ends. */
  readonly lastDay: Day;
  readonly units: Writable<Standing['units']>;
  readonly positions: Writable<Standing['positions']>;
  readonly holdings: Writable<Standing['holdings']>;
  readonly areas: Writable<Standing['areas']>;
  readonly standing: Pick<Standing, 'roles' | 'people'>;
  readonly rows: RowChange[];
  readonly entries: { account: string; draft: EntryDraft }[];
  readonly reverse: ChangeItem[];
  /** Ids that the way back gives anew: the old one and the new one. */
  readonly renewed: Map<string, string>;
}

const APPLY: { readonly [K in ItemKind]: (walk: Walk, item: ItemOf<K>) => Refusal | undefined } = {
  'unit-new': makeUnit,
  'unit-changed': changeUnit,
  'unit-ended': endUnit,
  'area-ended': endArea,
  'area-new': makeArea,
  'position-new': makePosition,
  'position-changed': changePosition,
  'position-ended': endPosition,
  appointed: appoint,
  dismissed: dismiss,
};

/** Pure: nothing that was given is changed. An item at fault is passed over. */
export function walkThrough(standing: Standing, items: readonly NumberedItem[], terms: WalkTerms): Walked {
  const walk: Walk = {
    ...terms,
    lastDay: addDays(terms.day, -1),
    units: new Map(standing.units),
    positions: new Map(standing.positions),
    holdings: new Map(standing.holdings),
    areas: new Map(standing.areas),
    standing,
    rows: [],
    entries: [],
    reverse: [],
    renewed: new Map(),
  };
  const faults: ItemFault[] = [];
  for (const { no, item } of items) {
    const refusal = APPLY[item.kind](walk, item as never);
    if (refusal) faults.push({ no, refusal });
  }
  faults.push(...faultsAtTheEnd(walk, items));
  const { units, positions, holdings, areas, rows, entries } = walk;
  return {
    faults,
    rows,
    entries,
    reverse: wayBack(walk),
    standing: { ...standing, units, positions, holdings, areas },
  };
}

/** What can be known only when every item has had its turn: who is left under an ended unit, and whether successors stand. */
function faultsAtTheEnd({ units, day }: Walk, items: readonly NumberedItem[]): ItemFault[] {
  const orphaned = new Map<string, string>();
  for (const unit of units.values()) {
    const parent = unit.parent === null ? undefined : units.get(unit.parent);
    if (parent && standsOn(unit, day) && !standsOn(parent, day)) orphaned.set(parent.id, unit.name.vi);
  }
  return items.flatMap(({ no, item }) => {
    if (item.kind !== 'unit-ended') return [];
    const left = orphaned.get(item.unit);
    if (left !== undefined) return [{ no, refusal: refuse('organisation.children-left', { unit: left }) }];
    const gone = item.successors.find((id) => !isStanding(units.get(id), day));
    return gone === undefined ? [] : [{ no, refusal: refuse('organisation.successor-ended') }];
  });
}

const isStanding = (unit: Parameters<typeof standsOn>[0] | undefined, day: Day): boolean =>
  unit !== undefined && standsOn(unit, day);

/** Last things first; what is made anew has a new id everywhere. */
function wayBack({ reverse, renewed }: Walk): ChangeItem[] {
  let text = JSON.stringify(reverse.toReversed());
  for (const [old, id] of renewed) text = text.replaceAll(old, id);
  return JSON.parse(text) as ChangeItem[];
}
