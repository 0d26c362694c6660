/** The published calendar: each other version that the program meets in its pack is an entry, so that what rests on it can follow. */
import { sql } from 'kysely';
import { writeAct } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { sealEntry } from '../journal/entry.ts';
import type { CalendarVersion } from './calendar-version.ts';
import type { Platform } from '../system/platform.ts';
import type { Clock } from './instant.ts';

/** What an administrator has published, or whose day has come: known here, and told to what rests on it. */
export async function followPublished({ db, clock, calendar, renewCalendar }: CalendarKeeping): Promise<void> {
  if (await renewCalendar()) await publishCalendar(db, calendar(), clock);
}

type CalendarKeeping = Pick<Platform, 'db' | 'clock' | 'calendar' | 'renewCalendar'>;

/** The subject of its entries: a database is one province with one calendar. */
const CALENDAR = '00000000-0000-7000-8000-000000000002';

/** The same calendar again writes nothing; several programs that start at once write one entry. */
export async function publishCalendar(db: Db, { digest, covers }: CalendarVersion, clock: Clock): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('calendar.published'))`.execute(trx);
    const last = await sql<{ digest: string }>`
      select sealed::jsonb #>> '{body,digest}' as digest from journal.entry
      where subject_id = ${CALENDAR} and type = 'calendar.published' order by recorded_at desc limit 1
    `.execute(trx);
    if (last.rows[0]?.digest === digest) return;
    const entry = sealEntry(
      { type: 'calendar.published', body: { digest, from: covers.from, to: covers.to } },
      {
        actor: { kind: 'program', program: 'calendar.load' },
        subject: { type: 'calendar', id: CALENDAR },
        at: clock(),
      },
    );
    await writeAct(trx, { rows: [], entries: [entry] });
  });
}
