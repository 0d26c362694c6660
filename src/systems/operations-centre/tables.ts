/** The tables of the schema `operations_centre`. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import type { Outline } from './outline.ts';
import type { CentreRules } from './rules.ts';

type Time = ColumnType<Instant, string, string>;
type MaybeTime = ColumnType<Instant | null, string | null, string | null>;
type JsonText = ColumnType<LocalText, string, string>;

export interface IncidentRow {
  case_id: string;
  unit_id: string;
  kind: string;
  severity: Severity;
  title: JsonText;
  place: string | null;
  lat: number | null;
  lon: number | null;
  first_at: Time;
  last_at: Time;
  signals: Generated<number>;
  opened_at: Time;
  taken_at: MaybeTime;
  closed_at: MaybeTime;
  drill_id: string | null;
  joined_to: string | null;
  /** Key of the former district it was passed down to. */
  district: string | null;
  area_id: string | null;
  /** Who holds it, or held it when it was closed; as on the case. */
  holder_id: string | null;
}

export interface SignalRow {
  id: string;
  case_id: string;
  entry_id: string | null;
  source: string;
  kind: string;
  severity: Severity;
  title: JsonText;
  href: string | null;
  area_id: string | null;
  unit_id: string | null;
  lat: number | null;
  lon: number | null;
  at: Time;
  heard_at: Time;
  simulated: Generated<boolean>;
}

export interface StepRow {
  case_id: string;
  key: string;
  place: number;
  text: JsonText;
  due_at: Time;
  done_at: MaybeTime;
  done_by: string | null;
  overdue_at: MaybeTime;
}

export interface CentreTables {
  'operations_centre.rules': {
    id: number;
    body: ColumnType<CentreRules, string, string>;
    outline: ColumnType<Outline, string, string>;
    loaded_at: Time;
  };
  'operations_centre.drill': {
    id: string;
    unit_id: string;
    title: string;
    began_at: Time;
    began_by: string;
    ends_at: Time;
    ended_at: MaybeTime;
    version: Generated<number>;
  };
  'operations_centre.incident': IncidentRow;
  'operations_centre.signal': SignalRow;
  'operations_centre.step': StepRow;
  'operations_centre.shift': {
    id: string;
    unit_id: string;
    account_id: string;
    began_at: Time;
    ended_at: MaybeTime;
    handed_to: string | null;
    version: Generated<number>;
  };
}
