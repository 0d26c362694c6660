/** The organisation's tables as systems see them: units, areas and positions to read and reference; changes are acts of this engine. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { AreaKind, Succession, UnitKind } from './definition.ts';

type JsonText = ColumnType<LocalText, string, string>;

export type AreaLevel = 'province' | 'district' | 'commune';

export interface AreaRow {
  id: string;
  code: string;
  level: AreaLevel;
  kind: AreaKind;
  name: JsonText;
  proper: string;
  parent_id: string | null;
  valid_from: Day | null;
  valid_to: Day | null;
  lat: number | null;
  lon: number | null;
  km2: number | null;
  confirm: Generated<boolean>;
  kept: Generated<boolean>;
}

export interface UnitRow {
  id: string;
  key: string;
  code: string | null;
  kind: UnitKind;
  section: string | null;
  name: JsonText;
  parent_id: string | null;
  area_id: string | null;
  valid_from: Day | null;
  valid_to: Day | null;
  confirm: Generated<boolean>;
  address: string | null;
  phone: string | null;
  email: string | null;
  kept: Generated<boolean>;
}

export interface SuccessorRow {
  from_id: string;
  to_id: string | null;
  day: Day | null;
  manner: Succession['kind'];
  source: string | null;
  confirm: Generated<boolean>;
  named: Generated<boolean>;
}

export interface PositionRow {
  id: string;
  key: string;
  unit_id: string;
  role: string;
  title: JsonText;
  valid_from: Day | null;
  valid_to: Day | null;
  kept: Generated<boolean>;
}

/** Held in full right, as acting head (quyền), or while in charge (phụ trách). */
export type HoldingManner = 'full' | 'acting' | 'in-charge';

export type OfficeRuleName = 'second-delegate' | 'sign-delegated' | 'sign-acting' | 'sign-in-charge' | 'sign-deputy';

type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

export interface OrganisationTables {
  'organisation.area': AreaRow;
  'organisation.area_successor': SuccessorRow;
  'organisation.unit': UnitRow;
  'organisation.unit_successor': SuccessorRow;
  'organisation.role': { key: string; name: JsonText; title: JsonText | null; leads: boolean; confirm: boolean };
  'organisation.position': PositionRow;
  'organisation.holding': {
    id: string;
    account_id: string;
    position_id: string;
    valid_from: Day;
    valid_to: Day | null;
    manner: Generated<HoldingManner>;
    document: string | null;
  };
  'organisation.absence': {
    id: string;
    account_id: string;
    substitute_id: string | null;
    valid_from: Day;
    valid_to: Day;
    ended_at: MaybeAt;
    entry_id: string;
  };
  'organisation.office_rule': {
    rule: OfficeRuleName;
    valid_from: Day;
    effect: 'refuse' | 'allow' | null;
    words: string | null;
    basis: string;
    confirm: string | null;
  };
  'organisation.delegation': {
    id: string;
    from_account: string;
    to_account: string;
    position_id: string;
    valid_from: Day;
    valid_to: Day;
    absence_id: string | null;
    document: string | null;
    sole: Generated<boolean>;
    ended_at: MaybeAt;
    entry_id: string | null;
  };
  'organisation.load': { id: string; digest: string; loaded_at: ColumnType<Instant, string, never> };
}
