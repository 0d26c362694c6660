/** The kept calendar: the version in force, as this process knows it, and looked up anew when another may have come. */
import type { Db } from '../db/database.ts';
import { findDigest, findInForce } from '../settings/setting-versions.ts';
import { CALENDAR_SETTING } from './calendar-setting.ts';
import type { CalendarData, CalendarVersion } from './calendar-version.ts';
import { sealCalendar } from './seal-calendar.ts';
import { type Clock, dayOf } from './instant.ts';

export interface KeptCalendar {
  readonly current: () => CalendarVersion;
  /** Answers whether it is another one now: published since, or its day has come. */
  readonly renew: () => Promise<boolean>;
}

/** Begins with the pack's, until that is loaded. */
export function keepCalendar(db: Db, clock: Clock, pack: CalendarVersion): KeptCalendar {
  let calendar = pack;
  let known: string | undefined;
  return {
    current: () => calendar,
    async renew() {
      const day = dayOf(clock());
      const digest = await findDigest(db, CALENDAR_SETTING, day);
      if (digest === undefined || digest === known) return false;
      const version = await findInForce<CalendarData>(db, CALENDAR_SETTING, day);
      if (!version) return false;
      known = version.digest;
      const sealed = sealCalendar(version.body);
      if (sealed.digest === calendar.digest) return false;
      calendar = sealed;
      return true;
    },
  };
}
