/** What the questions of a draft choose from: units of the day, sections of commune offices, templates of results. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { namedProcedures } from '../check-answered.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { listNamed } from '../list-named.ts';
import type { Choices } from './part-form.ts';

export interface ChoiceOf {
  readonly day: Day;
  readonly definition: ProcedureDefinition;
}

/** Departments and other units of the province itself; those of communes are named by who decides there. */
export async function choicesOn(db: QueryExecutorProvider, { day, definition }: ChoiceOf): Promise<Choices> {
  const units = await sql<{ key: string; name: LocalText }>`
    select u.key, u.name from organisation.unit u left join organisation.area a on a.id = u.area_id
    where (a.level is null or a.level = 'province') and u.section is null
      and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date order by (u.name ->> 'vi') collate text.vi
  `.execute(db);
  const sections = await sql<{ key: string; name: LocalText }>`
    select distinct on (section) section as key, name from organisation.unit where section is not null
    order by section, valid_to is not null, length(name ->> 'vi'), key
  `.execute(db);
  const roles = await sql<{ value: string; label: LocalText }>`
    select key as value, name as label from organisation.role order by (name ->> 'vi') collate text.vi
  `.execute(db);
  const templates = await sql<{ code: string; title: LocalText }>`
    select distinct on (code) code, content -> 'title' as title from documents.template
    where kind = 'result' and jsonb_exists(content, 'form') order by code, version desc
  `.execute(db);
  return {
    units: units.rows,
    roles: roles.rows,
    sections: sections.rows.map(({ key, name }) => ({ key, name: withoutPlace(name) })),
    templates: templates.rows,
    named: await listNamed(db, namedProcedures(definition)),
  };
}

/** A section is the same in every commune: `Phòng Kinh tế xã Tân Biên` is called `Phòng Kinh tế`. */
const withoutPlace = ({ vi, en }: LocalText): LocalText => ({
  vi: vi.replace(/ (phường|xã|thị trấn|thị xã|thành phố|huyện) .*$/u, ''),
  ...(en !== undefined && { en: en.replace(/ of (?!the ).*$/u, '') }),
});
