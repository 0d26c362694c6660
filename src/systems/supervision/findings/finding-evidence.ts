/** Evidence of a finding: the act it rests on, the rule's words, what was replied and concluded, and its history. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Scenario } from '../scenario.ts';
import type { FindingState } from './finding-state.ts';

export interface HistoryLine {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** Undefined for the program. */
  readonly who: string | null;
  /** The reply or the reason; null where there is none, or where it was erased. */
  readonly words: string | null;
}

export interface FindingEvidence {
  /** The version that found it; undefined where it is gone. */
  readonly rule: Scenario | undefined;
  readonly tells: readonly LocalText[];
  readonly procedure: string | null;
  readonly officer: string | null;
  readonly unit: LocalText | null;
  readonly act:
    | { readonly id: string; readonly type: string; readonly at: Instant; readonly who: string | null }
    | undefined;
  /** Oldest first. */
  readonly history: readonly HistoryLine[];
}

export async function readEvidence(db: QueryExecutorProvider, finding: FindingState): Promise<FindingEvidence> {
  const about = await sql<{
    rule: Scenario | null;
    tells: LocalText[];
    procedure: string | null;
    officer: string | null;
    unit: LocalText | null;
    act: FindingEvidence['act'] | null;
  }>`
    select v.body as rule, s.title as procedure,
      coalesce((select jsonb_agg(r.name order by t.place) from jsonb_array_elements(v.body -> 'tells') with ordinality t (told, place)
        join organisation.role r on r.key = t.told ->> 'role'), '[]') as tells,
      (select name from identity.account where id = ${finding.officer}) as officer,
      (select name from organisation.unit where id = ${finding.unit}) as unit,
      (select json_build_object('id', e.id, 'type', e.type, 'at', (extract(epoch from e.occurred_at) * 1000)::float8, 'who', a.name)
        from journal.entry e left join identity.account a on a.id = e.account_id where e.id = ${finding.entryId}) as act
    from (select 1) one left join settings.version v on v.setting = ${`supervision.${finding.scenario}`} and v.number = ${finding.scenarioVersion}
      left join cases.case s on s.id = ${finding.subjectId}
  `.execute(db);
  const history = await sql<HistoryLine>`
    select e.id, e.type, e.occurred_at as at, a.name as who, (
      select t.body::jsonb #>> '{}' from journal.content t where t.entry_id = e.id and t.name in ('reply', 'reason') limit 1) as words
    from journal.entry e left join identity.account a on a.id = e.account_id
    where e.subject_id = ${finding.id} order by e.recorded_at, e.id
  `.execute(db);
  const { rule, act, ...named } = about.rows[0] as NonNullable<(typeof about.rows)[0]>;
  return { ...named, rule: rule ?? undefined, act: act ?? undefined, history: history.rows };
}
