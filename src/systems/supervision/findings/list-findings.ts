/** Lists of findings: newest first, read by key, narrowed by where they stand and what they are about. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { addDays, type Day, type Instant, instantAt, isoOf } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Severity } from '../scenario.ts';
import type { FindingReach } from './finding-state.ts';

export const FINDING_STATES = [
  'open',
  'answered',
  'unanswered',
  'upheld',
  'excused',
  'wrong-rule',
  'withdrawn',
] as const;
export type FindingStanding = (typeof FINDING_STATES)[number];

export interface FindingFilter {
  readonly state?: FindingStanding;
  readonly severity?: Severity;
  readonly scenario?: string;
  readonly unit?: string;
  readonly officer?: string;
  readonly procedure?: string;
  /** Both included. */
  readonly from?: Day;
  readonly to?: Day;
  /** Only what the reader has to answer. */
  readonly own?: boolean;
}

export interface ListedFinding {
  readonly id: string;
  readonly code: string;
  readonly title: LocalText;
  readonly message: LocalText;
  readonly scenario: string;
  readonly severity: Severity;
  readonly subjectCode: string;
  readonly procedure: string | null;
  readonly unit: LocalText | null;
  readonly officer: string | null;
  readonly foundAt: Instant;
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly outcome: string | null;
  readonly escalations: number;
  readonly version: number;
  readonly simulated: boolean;
}

interface Asked {
  readonly reach: FindingReach;
  readonly filter: FindingFilter;
}

/** A page by its keys first; what is shown of them is read for those alone. */
export async function listFindings(
  db: QueryExecutorProvider,
  asked: Asked,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<{ readonly rows: readonly ListedFinding[]; readonly next: string | undefined }> {
  const found = await sql<ListedFinding & { key: string }>`
    with page as materialized (
      select * from (${keysOf(asked, limit + 1, after)}) k order by found_at desc, case_id desc limit ${limit + 1}
    )
    select c.id, c.code, coalesce(v.body -> 'title', jsonb_build_object('vi', c.title)) as title, f.message, f.scenario, f.severity,
      f.subject_code as "subjectCode", f.procedure_code as procedure, u.name as unit, o.name as officer, f.found_at as "foundAt",
      c.due_at as "dueAt", f.answered_at as "answeredAt", c.outcome, f.escalations, c.version, c.simulated,
      to_char(f.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || f.case_id as key
    from page p join supervision.finding f on f.case_id = p.case_id join cases.case c on c.id = p.case_id
      left join settings.version v on v.setting = 'supervision.' || f.scenario and v.number = f.scenario_version
      left join organisation.unit u on u.id = f.unit_id left join identity.account o on o.id = f.officer_id
    order by p.found_at desc, p.case_id desc
  `.execute(db);
  const rows = found.rows.slice(0, limit);
  return { rows, next: found.rows.length > limit ? found.rows[limit - 1]?.key : undefined };
}

const MOST_COUNTED = 1000;

/** Up to a thousand: shown as "999+". */
export async function countFindings(db: QueryExecutorProvider, asked: Asked): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from (select 1 from (${keysOf(asked, MOST_COUNTED)}) k limit ${MOST_COUNTED}) n
  `.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Units that are read one by one; who sees more of them sees much of what there is, and that is read from its newest on. */
const MOST_APART = 50;

/** Each way into what the reader may see is read from its newest on by an index of its own, no further than is asked for: an "or" over them would read all. */
function keysOf({ reach, filter }: Asked, limit: number, after?: string): RawBuilder<unknown> {
  const { accountId, seats, units } = reach;
  const narrowed = sql`${conditions(filter)} and ${isBehind(after)}`;
  const newest = (way: RawBuilder<unknown>) => sql`
    select f.found_at, f.case_id from supervision.finding f where ${way} and ${narrowed} order by f.found_at desc, f.case_id desc limit ${limit}`;
  const ofEach = (ids: readonly string[], way: RawBuilder<unknown>) =>
    ids.length > MOST_APART
      ? newest(sql`f.unit_id = any(${ids}::uuid[]) and ${way}`)
      : sql`select k.* from unnest(${ids}::uuid[]) u (id) cross join lateral (${newest(sql`f.unit_id = u.id and ${way}`)}) k`;
  if (units === 'all' && !filter.own) return newest(sql`true`);
  const ways = [newest(sql`f.officer_id = ${accountId}::uuid`), ofEach(seats, sql`f.officer_id is null`)];
  if (!filter.own && typeof units === 'object') ways.push(ofEach(units.units, sql`true`));
  return sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union `,
  );
}

const KEY = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_(.{36})$/;

function isBehind(after: string | undefined): RawBuilder<unknown> {
  const [, at, id] = KEY.exec(after ?? '') ?? [];
  return at !== undefined && id !== undefined && isId(id)
    ? sql`(f.found_at, f.case_id) < (${at}::timestamptz, ${id}::uuid)`
    : sql`true`;
}

function conditions({
  state,
  severity,
  scenario,
  unit,
  officer,
  procedure,
  from,
  to,
}: FindingFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (state) all.push(STANDING[state]);
  if (severity) all.push(sql`f.severity = ${severity}`);
  if (scenario) all.push(sql`f.scenario = ${scenario}`);
  if (unit) all.push(sql`f.unit_id = ${unit}`);
  if (officer) all.push(sql`f.officer_id = ${officer}`);
  if (procedure) all.push(sql`f.procedure_code = ${procedure}`);
  if (from) all.push(sql`f.found_at >= ${isoOf(instantAt(from, 0))}::timestamptz`);
  if (to) all.push(sql`f.found_at < ${isoOf(instantAt(addDays(to, 1), 0))}::timestamptz`);
  return sql.join(all, sql` and `);
}

const isWithdrawn = sql`exists (select 1 from cases.case c where c.id = f.case_id and c.outcome = 'withdrawn')`;

/** As the finding's own row has it; what was withdrawn is concluded as of a wrong rule, and only its case tells the two apart. */
const STANDING: Readonly<Record<FindingStanding, RawBuilder<unknown>>> = {
  open: sql`f.concluded_at is null`,
  answered: sql`(f.concluded_at is null and f.answered_at is not null)`,
  unanswered: sql`(f.concluded_at is null and f.answered_at is null)`,
  upheld: sql`f.conclusion = 'upheld'`,
  excused: sql`f.conclusion = 'excused'`,
  'wrong-rule': sql`(f.conclusion = 'wrong-rule' and not ${isWithdrawn})`,
  withdrawn: sql`(f.conclusion = 'wrong-rule' and ${isWithdrawn})`,
};
