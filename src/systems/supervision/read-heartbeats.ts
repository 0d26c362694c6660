/** Heartbeats as a page shows them: every scenario in force or switched off, what it was looked at and when, and how often it was right. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface ShownHeartbeat {
  readonly scenario: string;
  readonly version: number;
  readonly title: LocalText;
  readonly validFrom: Day | null;
  /** Swept by the clock; else it looks at acts. */
  readonly isAboutSilence: boolean;
  readonly evaluations: number;
  readonly evaluatedAt: Instant | null;
  readonly triedAt: Instant | null;
  /** Null: not tried yet. */
  readonly fits: boolean | null;
  readonly sweptUpTo: Instant | null;
  readonly sweptAt: Instant | null;
  /** Of the last day. */
  readonly errors: number;
  readonly offSince: Instant | null;
  readonly offReason: string | null;
  readonly findings: number;
}

const DAY_MS = 86_400_000;

export async function listHeartbeats(
  db: QueryExecutorProvider,
  { day, at }: { readonly day: Day; readonly at: Instant },
): Promise<readonly ShownHeartbeat[]> {
  const found = await sql<ShownHeartbeat>`
    with in_force as (
      select distinct on (v.setting) v.body ->> 'code' as scenario, v.number as version, v.valid_from, v.body from settings.version v
      where v.setting like 'supervision.%' and (v.valid_from is null or v.valid_from <= ${day}::date)
        and (v.origin = 'administrator' or not exists (
          select 1 from settings.version a where a.setting = v.setting and a.origin = 'administrator' and a.number < v.number))
      order by v.setting, v.number desc
    )
    select s.scenario, s.version, s.body -> 'title' as title, s.valid_from as "validFrom", s.body -> 'looks' ? 'moment' as "isAboutSilence",
      coalesce(b.evaluations, 0)::float8 as evaluations, b.evaluated_at as "evaluatedAt", b.tried_at as "triedAt", b.fits,
      w.reached as "sweptUpTo", w.swept_at as "sweptAt", o.at as "offSince", o.reason as "offReason",
      (select count(*)::integer from supervision.rule_error e where e.scenario = s.scenario and e.version = s.version
        and e.at > ${isoOf((at - DAY_MS) as Instant)}::timestamptz) as errors,
      (select count(*)::integer from supervision.finding f where f.scenario = s.scenario and f.scenario_version = s.version) as findings
    from in_force s left join supervision.heartbeat b on b.scenario = s.scenario and b.version = s.version
      left join supervision.sweep w on w.scenario = s.scenario and w.version = s.version
      left join supervision.switched_off o on o.scenario = s.scenario and o.version = s.version and o.on_again_at is null
    order by s.scenario
  `.execute(db);
  return found.rows;
}
