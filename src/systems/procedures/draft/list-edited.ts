/** The administrator's list: procedures the province publishes and those it drafts, by code, found by code or name without diacritics. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day, Instant } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { fold } from '../../../platform/text/fold.ts';

export interface EditedProcedure {
  readonly code: string;
  readonly name: LocalText;
  /** First day of the version in force; null: since before this program; undefined when none is in force. */
  readonly inForce: boolean;
  readonly since: Day | null;
  /** First day of a version that waits for it. */
  readonly scheduled: Day | null;
  readonly draftChangedAt: Instant | null;
  readonly draftBy: string | null;
}

export interface EditedFilter {
  readonly words: string;
  readonly only: 'all' | 'drafts' | 'scheduled';
  /** Code of the last one shown. */
  readonly after: string;
  readonly day: Day;
  readonly limit: number;
}

export async function listEdited(
  db: QueryExecutorProvider,
  { words, only, after, day, limit }: EditedFilter,
): Promise<EditedProcedure[]> {
  const sought = `%${fold(words.trim()).replace(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<EditedProcedure>`
    with edited as (
      select p.code, p.name, p.folded, p.id from procedures.procedure p where exists (select 1 from procedures.version v where v.procedure_id = p.id)
      union all
      select d.code, jsonb_build_object('vi', d.name), d.folded, null from procedures.draft d
      where not exists (select 1 from procedures.procedure p join procedures.version v on v.procedure_id = p.id where p.code = d.code)
    )
    select e.code, e.name, f.id is not null as "inForce", f.valid_from as since, s.valid_from as scheduled,
      d.changed_at as "draftChangedAt", a.name as "draftBy"
    from edited e
      left join procedures.draft d on d.code = e.code
      left join identity.account a on a.id = d.changed_by
      left join lateral (
        select v.id, v.valid_from from procedures.version v where v.procedure_id = e.id and v.superseded_at is null
          and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date limit 1) f on true
      left join lateral (
        select v.valid_from from procedures.version v where v.procedure_id = e.id and v.superseded_at is null
          and v.valid_from > ${day}::date order by v.valid_from limit 1) s on true
    where e.code > ${after} and (e.code || ' ' || e.folded) like ${sought}
      and (${only} = 'all' or (${only} = 'drafts' and d.id is not null) or (${only} = 'scheduled' and s.valid_from is not null))
    order by e.code limit ${limit}
  `.execute(db);
  return found.rows;
}
