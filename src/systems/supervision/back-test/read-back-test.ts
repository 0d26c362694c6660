/** Reading back-tests: the list of a scenario, one with its counts, and what it found, page by page. */
import { sql } from 'kysely';
import type { Day, Instant } from '../../../platform/calendar/instant.ts';
import type { Clause } from '../../../platform/conditions/explain.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Scenario } from '../scenario.ts';

export interface BackTest {
  readonly id: string;
  readonly scenario: string;
  readonly firstName: string;
  readonly secondName: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly ranges: number;
  readonly rangesDone: number;
  readonly cases: number;
  readonly acts: number;
  readonly undecided: number;
  readonly unread: number;
  readonly found: number;
  readonly isCut: boolean;
  readonly milliseconds: number | null;
  readonly askedAt: Instant;
  readonly askedBy: string | null;
}

const COLUMNS = sql`t.id, t.scenario, t.first_name as "firstName", t.second_name as "secondName", t.from_day as "from", t.to_day as "to", t.state,
  t.ranges, t.ranges_done as "rangesDone", t.cases::float8 as cases, t.acts::float8 as acts, t.undecided::float8 as undecided, t.unread::float8 as unread,
  t.found, t.is_cut as "isCut", t.milliseconds, t.asked_at as "askedAt", a.name as "askedBy"`;

/** Newest first, the last fifty. */
export async function listBackTests(db: Db, scenario: string): Promise<BackTest[]> {
  const found = await sql<BackTest>`
    select ${COLUMNS} from supervision.back_test t left join identity.account a on a.id = t.asked_by
    where t.scenario = ${scenario} order by t.asked_at desc limit 50
  `.execute(db);
  return found.rows;
}

export async function findBackTest(
  db: Db,
  { scenario, id }: { readonly scenario: string; readonly id: string },
): Promise<(BackTest & { readonly first: Scenario; readonly second: Scenario | null }) | undefined> {
  const found = await sql<BackTest & { readonly first: Scenario; readonly second: Scenario | null }>`
    select ${COLUMNS}, t.first, t.second from supervision.back_test t left join identity.account a on a.id = t.asked_by
    where t.scenario = ${scenario} and t.id = ${id}
  `.execute(db);
  return found.rows[0];
}

export interface CountedFindings {
  /** Of the unit, or the procedure's code; empty where the case has none. */
  readonly key: string;
  /** Of the unit. */
  readonly name: LocalText | null;
  readonly found: number;
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly falseAlarms: number;
}

/** By unit or by procedure, most first. */
export async function countFindings(
  db: Db,
  { id, by }: { readonly id: string; readonly by: 'all' | 'unit' | 'procedure' },
): Promise<CountedFindings[]> {
  const key =
    by === 'unit' ? sql`coalesce(u.id::text, '')` : by === 'procedure' ? sql`coalesce(f.procedure_code, '')` : sql`''`;
  const found = await sql<CountedFindings>`
    select ${key} as key, ${by === 'unit' ? sql`u.name` : sql`null::jsonb`} as name, count(*)::integer as found, count(*) filter (where f.which = 1)::integer as first,
      count(*) filter (where f.which = 2)::integer as second, count(*) filter (where f.which = 3)::integer as both,
      count(m.occasion)::integer as "falseAlarms"
    from supervision.back_test_finding f join supervision.back_test t on t.id = f.test_id
      left join organisation.unit u on u.id = f.unit_id
      left join supervision.false_alarm m on m.scenario = t.scenario and m.case_id = f.case_id and m.occasion = f.occasion
    where f.test_id = ${id} group by 1, 2 order by 3 desc, 1 limit 100
  `.execute(db);
  return found.rows;
}

export interface ListedPast {
  readonly number: number;
  readonly which: 1 | 2 | 3;
  readonly caseId: string;
  readonly caseCode: string;
  readonly entryId: string | null;
  readonly act: string;
  readonly occasion: string;
  readonly at: Instant;
  readonly unit: LocalText | null;
  readonly procedure: string | null;
  readonly message: Required<LocalText>;
  readonly clauses: Clause | null;
  readonly isFalse: boolean;
}

export const A_PAGE = 30;

export async function listPastFindings(
  db: Db,
  {
    id,
    after,
    which,
    limit = A_PAGE + 1,
  }: {
    readonly id: string;
    readonly after: number;
    readonly which: 1 | 2 | 3 | undefined;
    readonly limit?: number;
  },
): Promise<ListedPast[]> {
  const found = await sql<ListedPast>`
    select f.number, f.which, f.case_id as "caseId", f.case_code as "caseCode", f.entry_id as "entryId", f.act, f.occasion, f.at,
      u.name as unit, f.procedure_code as procedure, f.message, f.clauses, m.occasion is not null as "isFalse"
    from supervision.back_test_finding f join supervision.back_test t on t.id = f.test_id
      left join organisation.unit u on u.id = f.unit_id
      left join supervision.false_alarm m on m.scenario = t.scenario and m.case_id = f.case_id and m.occasion = f.occasion
    where f.test_id = ${id} and f.number > ${after} ${which ? sql`and f.which = ${which}` : sql``}
    order by f.number limit ${limit}
  `.execute(db);
  return found.rows;
}
