/** The calendar an administrator works on: the draft where there is one, else the last that was published. */
import type { Db } from '../db/database.ts';
import { findDraft } from '../settings/setting-draft.ts';
import { getLast } from '../settings/setting-versions.ts';
import { CALENDAR_SETTING } from './calendar-setting.ts';
import type { CalendarData } from './calendar-version.ts';

export interface WorkedOn {
  readonly calendar: CalendarData;
  readonly isDraft: boolean;
  /** Of the draft; 0 when there is none. */
  readonly version: number;
  /** What it is compared with. */
  readonly last: CalendarData;
}

export async function readWorkedOn(db: Db): Promise<WorkedOn> {
  const [draft, last] = await Promise.all([
    findDraft<CalendarData>(db, CALENDAR_SETTING),
    getLast<CalendarData>(db, CALENDAR_SETTING),
  ]);
  return {
    calendar: draft?.body ?? last.body,
    isDraft: draft !== undefined,
    version: draft?.version ?? 0,
    last: last.body,
  };
}
