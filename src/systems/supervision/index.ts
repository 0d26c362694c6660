/** What other parts of the program may ask of supervision. */
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { supervisionOf } from './supervision.ts';
import { lookAgainSince } from './sweep-silence.ts';
import type { SupervisionTables } from './tables.ts';

/** After a simulation has written the past: the next round of the clock looks at all of it. */
export const superviseThePast = (platform: Platform, since: Instant): Promise<void> =>
  lookAgainSince(platform.db as unknown as Db<SupervisionTables>, supervisionOf(platform), {
    since,
    now: platform.clock(),
  });
