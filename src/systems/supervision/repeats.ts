/** Repeats (lặp lại): who is found again and again for the same thing, for every hundred acts they did, so that who does much is not blamed for it. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { addDays, type Day, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Scope } from '../../platform/permissions/permissions.ts';

export const REPEATED_BY = ['officer', 'unit', 'procedure'] as const;
export type RepeatedBy = (typeof REPEATED_BY)[number];

export interface Repeat {
  readonly key: string;
  readonly name: LocalText;
  readonly scenario: string;
  readonly title: LocalText;
  /** Not withdrawn, not of a wrong rule, not excused. */
  readonly findings: number;
  /** Acts of officers on cases on the same days: of the officer, in the unit, on cases of the procedure. */
  readonly acts: number;
}

/** A finding that was withdrawn has the conclusion of a wrong rule. Found once is no pattern. */
const AT_LEAST = 2;
const MOST = 200;

const KEYS: Readonly<Record<RepeatedBy, RawBuilder<unknown>>> = {
  officer: sql`f.officer_id::text`,
  unit: sql`f.unit_id::text`,
  procedure: sql`f.procedure_code`,
};

const NAMES: Readonly<Record<RepeatedBy, RawBuilder<unknown>>> = {
  officer: sql`(select jsonb_build_object('vi', a.name) from identity.account a where a.id = n.key::uuid)`,
  unit: sql`(select u.name from organisation.unit u where u.id = n.key::uuid)`,
  procedure: sql`(select jsonb_build_object('vi', n.key))`,
};

export async function listRepeats(
  db: QueryExecutorProvider,
  { by, from, to, units }: { readonly by: RepeatedBy; readonly from: Day; readonly to: Day; readonly units: Scope },
): Promise<readonly Repeat[]> {
  if (units === 'none') return [];
  const [begin, end] = [isoOf(instantAt(from, 0)), isoOf(instantAt(addDays(to, 1), 0))];
  const found = await sql<Repeat>`
    with n as materialized (
      select ${KEYS[by]} as key, f.scenario, count(*)::integer as findings, max(f.scenario_version) as version
      from supervision.finding f
      where f.found_at >= ${begin}::timestamptz and f.found_at < ${end}::timestamptz and ${KEYS[by]} is not null
        and coalesce(f.conclusion, '') not in ('wrong-rule', 'excused')
        and ${units === 'all' ? sql`true` : sql`f.unit_id = any(${units.units}::uuid[])`}
      group by 1, 2 having count(*) >= ${AT_LEAST} order by 3 desc limit ${MOST}
    ), counted as (
      select k.key, coalesce((select sum(a.acts)::integer from supervision.act_count a
        where a.counted_by = ${by} and a.key = k.key and a.day between ${from}::date and ${to}::date), 0) as acts
      from (select distinct key from n) k
    )
    select n.key, ${NAMES[by]} as name, n.scenario, n.findings, k.acts,
      coalesce(v.body -> 'title', jsonb_build_object('vi', n.scenario)) as title
    from n join counted k on k.key = n.key left join settings.version v on v.setting = 'supervision.' || n.scenario and v.number = n.version
    order by n.findings::float8 / greatest(k.acts, 1) desc, n.findings desc, n.key, n.scenario
  `.execute(db);
  return found.rows;
}
