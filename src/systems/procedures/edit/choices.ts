/** What the questions of a draft choose from: units of the day and sections of commune offices. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Choices } from './part-form.ts';

export async function choicesOn(db: QueryExecutorProvider, day: Day): Promise<Choices> {
  const units = await sql<{ key: string; name: LocalText; section: string | null; kind: string }>`
    select key, name, section, kind from organisation.unit
    where daterange(valid_from, valid_to, '[]') @> ${day}::date order by (name ->> 'vi') collate text.vi
  `.execute(db);
  const sections = units.rows.flatMap(({ section }) => section ?? []);
  return { units: units.rows, sections: [...new Set(sections)].sort(), templates: [] };
}
