/** Items of a change (mục thay đổi): each one thing that happens to the organisation on the day the change comes into force. */
import type { Json } from '../../db/json.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import type { UnitKind } from '../definition.ts';
import type { HoldingManner } from '../tables.ts';

/** What is said of a unit, beside its days. */
export interface UnitFacts {
  readonly name: LocalText;
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly section: string | null;
  readonly parent: string | null;
  readonly area: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** An area's row without its id and days. */
export type AreaFacts = Readonly<Record<string, Json>>;

interface Kinds {
  'unit-new': { readonly unit: string; readonly facts: UnitFacts };
  /** Renamed, moved under another, given another address: only what differs. */
  'unit-changed': { readonly unit: string; readonly values: Partial<UnitFacts> };
  /** One successor, several between which the subject decides (a split), or none. */
  'unit-ended': { readonly unit: string; readonly successors: readonly string[]; readonly byHand: boolean };
  'area-ended': { readonly area: string; readonly successor: string };
  /** Only to take an end back. */
  'area-new': { readonly area: string; readonly facts: AreaFacts };
  'position-new': {
    readonly position: string;
    readonly unit: string;
    readonly role: string;
    readonly title: LocalText;
  };
  /** The old one ends and `as` begins; who holds the old one holds the new one. */
  'position-changed': {
    readonly position: string;
    readonly as: string;
    readonly role: string;
    readonly title: LocalText;
  };
  'position-ended': { readonly position: string };
  appointed: {
    readonly account: string;
    readonly position: string;
    readonly manner: HoldingManner;
    readonly to?: string;
    /** Its own decision, where it is not that of the whole change. */
    readonly document?: string;
  };
  dismissed: { readonly account: string; readonly position: string };
}

export type ItemKind = keyof Kinds;
export type ItemOf<K extends ItemKind> = { readonly kind: K } & Kinds[K];
export type ChangeItem = { [K in ItemKind]: ItemOf<K> }[ItemKind];

/** As it stands in a draft: `no` names it for as long as the draft lives. */
export interface NumberedItem {
  readonly no: number;
  readonly item: ChangeItem;
}
