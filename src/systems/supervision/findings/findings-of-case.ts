/** What was found on one case, within what the reader may see; newest first. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Severity } from '../scenario.ts';
import { type FindingReach, withinReach } from './finding-state.ts';

export interface OfCase {
  readonly code: string;
  readonly entryId: string | null;
  readonly officer: string | null;
  readonly severity: Severity;
  readonly title: LocalText;
  readonly message: LocalText;
  readonly basis: string;
  readonly confirm: string | null;
  /** Names of the roles that the rule has told. */
  readonly tells: readonly LocalText[];
  readonly foundAt: Instant;
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly outcome: string | null;
}

const MOST = 50;

export async function listOfCase(
  db: QueryExecutorProvider,
  caseId: string,
  reach: FindingReach,
): Promise<readonly OfCase[]> {
  const found = await sql<OfCase>`
    select c.code, f.entry_id as "entryId", f.officer_id as officer, f.severity, f.message, f.found_at as "foundAt", c.due_at as "dueAt",
      f.answered_at as "answeredAt", c.outcome, coalesce(v.body -> 'title', jsonb_build_object('vi', c.title)) as title,
      coalesce(v.body ->> 'basis', '') as basis, v.body ->> 'confirm' as confirm,
      coalesce((select jsonb_agg(r.name order by t.place) from jsonb_array_elements(v.body -> 'tells') with ordinality t (told, place)
        join organisation.role r on r.key = t.told ->> 'role'), '[]') as tells
    from supervision.finding f join cases.case c on c.id = f.case_id
      left join settings.version v on v.setting = 'supervision.' || f.scenario and v.number = f.scenario_version
    where f.subject_id = ${caseId} and ${withinReach(reach)} order by f.found_at desc, c.id desc limit ${MOST}
  `.execute(db);
  return found.rows;
}
