/** The tables of dated settings. */
import type { Day, Instant } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';

export interface SettingVersionRow {
  setting: string;
  number: number;
  body: Json;
  digest: string;
  valid_from: Day | null;
  origin: 'pack' | 'administrator';
  decision_number: string | null;
  decision_day: Day | null;
  copied_from: number | null;
  published_at: Instant;
  published_by: string | null;
}

interface SettingDraftRow {
  setting: string;
  base: number;
  body: Json;
  version: number;
  changed_at: Instant;
  changed_by: string;
}

export interface SettingTables {
  'settings.version': SettingVersionRow;
  'settings.draft': SettingDraftRow;
}
