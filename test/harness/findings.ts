/** Many findings at once, for what has to be as quick with a hundred thousand of them: spread over units, some officers of each, rules and two years; one in eleven is open. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../src/platform/calendar/instant.ts';

/** Answers how many there are then. Cases are bare: nothing but findings is read of them. */
export async function manyFindings(db: QueryExecutorProvider, count: number, until: Instant): Promise<number> {
  await sql`
    with units as (
      select id, row_number() over (order by id) - 1 as place, count(*) over () as all from organisation.unit where valid_to is null
    ), officers as (
      select id, row_number() over (order by id) - 1 as place, count(*) over () as all from identity.account where kind = 'officer'
    ), made as materialized (
      select gen_random_uuid() as id, n, u.id as unit, o.id as officer, n % 11 = 0 as open,
        ${isoOf(until)}::timestamptz - (n * interval '1 second' * (730 * 86400) / ${count}) as at
      from generate_series(1, ${count}) n
        join units u on u.place = n % u.all
        -- some four of each unit, and nobody in particular
        left join officers o on n % 5 > 0 and o.place = (u.place * 4 + n / u.all % 4) % o.all
    ), cases as (
      insert into cases.case (id, kind, code, title, search, status, outcome, holding_unit, assignee_id, received_at, opened_at, changed_at, closed_at, due_at, flags, simulated, version)
      select id, 'finding', 'MANY.' || n, 'Nhiều', 'many', case when open then 'open' else 'closed' end, case when open then null else 'upheld' end,
        unit, officer, at, at, at, case when open then null else at end, at, '{}', true, 1 from made
    )
    insert into supervision.finding (case_id, scenario, scenario_version, severity, subject_id, subject_kind, subject_code, act, occasion,
      procedure_code, unit_id, officer_id, found_at, message, concluded_at, conclusion)
    select id, 'V' || lpad((1 + n % 19)::text, 2, '0'), 1, (array['low', 'medium', 'high', 'critical'])[1 + n % 4], id, 'dossier', 'H53.' || n, '', 'x',
      '1.' || lpad((n % 300)::text, 6, '0'), unit, officer, at, jsonb_build_object('vi', 'Hồ sơ ' || n, 'en', 'Dossier ' || n),
      case when open then null else at end, case when open then null else 'upheld' end
    from made
  `.execute(db);
  const found = await sql<{ count: number }>`select count(*)::integer as count from supervision.finding`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** So many accounts that nobody is looked for among them one by one. */
export async function manyCitizens(db: QueryExecutorProvider): Promise<void> {
  await sql`
    insert into identity.account (id, kind, name, created_at)
    select gen_random_uuid(), 'citizen', 'Người dân ' || n, now() from generate_series(1, 5000) n
  `.execute(db);
}
