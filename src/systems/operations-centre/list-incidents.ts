/** Lists of incidents: those open for the wall, gravest first, and all of them for the log, newest first, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import { fold } from '../../platform/text/fold.ts';
import type { CentreView } from './centres.ts';
import type { IncidentOutcome, Reach, Stage } from './incident-state.ts';
import type { CentreTables } from './tables.ts';

export interface ListedIncident {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly title: LocalText;
  readonly place: string | null;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly outcome: IncidentOutcome | null;
  readonly area: LocalText | null;
  /** Who holds it; null while nobody has taken it. */
  readonly holder: string | null;
  readonly holderUnit: LocalText | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Its own point, or the middle of its commune. */
  readonly exact: boolean;
  readonly firstAt: Instant;
  readonly openedAt: Instant;
  readonly takenAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly signals: number;
  readonly isDrill: boolean;
  readonly isUntaken: boolean;
  /** Steps that the program has said are overdue, and that are not done. */
  readonly overdueSteps: number;
  readonly simulated: boolean;
}

const COLUMNS = sql`
  c.id, c.code, i.kind, i.title, i.place, i.severity, coalesce(c.step, 'new') as stage, c.outcome, a.name as area,
  p.name as holder, case when c.assignee_id is not null then h.name end as "holderUnit",
  coalesce(i.lat, a.lat) as lat, coalesce(i.lon, a.lon) as lon, i.lat is not null as exact, i.first_at as "firstAt", i.opened_at as "openedAt",
  i.taken_at as "takenAt", i.closed_at as "closedAt", i.signals, i.drill_id is not null as "isDrill",
  c.assignee_id is null and i.closed_at is null as "isUntaken", c.simulated,
  (select count(*)::integer from operations_centre.step s where s.case_id = c.id and s.overdue_at is not null and s.done_at is null) as "overdueSteps"`;

const FROM = sql`
  (operations_centre.incident i join cases.case c on c.id = i.case_id left join organisation.area a on a.id = c.area_id
    left join identity.account p on p.id = c.assignee_id left join organisation.unit h on h.id = c.holding_unit)`;

/** Of a drill only while it runs. */
export const isOn = ({ at }: Pick<CentreView, 'at'>) => sql`(i.drill_id is null or exists (
  select 1 from operations_centre.drill d where d.id = i.drill_id and d.ended_at is null and d.ends_at > ${isoOf(at)}))`;

type Part = Pick<CentreView, 'areas' | 'kind' | 'asked' | 'centre'>;

/** Those of a drill after the real ones, whatever their level. */
export async function listOpen(
  db: Db<CentreTables>,
  view: Pick<CentreView, 'at'> & Part,
  limit: number,
): Promise<ListedIncident[]> {
  const found = await sql<ListedIncident>`
    select ${COLUMNS} from ${FROM} where i.closed_at is null and ${inView(view)} and ${isOn(view)}
    order by i.drill_id is not null, i.severity desc, i.opened_at desc, c.id limit ${limit}
  `.execute(db);
  return found.rows;
}

export interface OpenCounts {
  readonly open: number;
  readonly untaken: number;
  readonly highest: Severity | null;
  /** Of a running drill; in none of the other numbers. */
  readonly drill: number;
}

export async function countOpen(db: Db<CentreTables>, view: Pick<CentreView, 'at'> & Part): Promise<OpenCounts> {
  const found = await sql<OpenCounts>`
    select count(*) filter (where i.drill_id is null)::integer as open,
      count(*) filter (where i.drill_id is null and c.assignee_id is null)::integer as untaken,
      max(i.severity) filter (where i.drill_id is null) as highest,
      count(*) filter (where i.drill_id is not null)::integer as drill
    from operations_centre.incident i join cases.case c on c.id = i.case_id where i.closed_at is null and ${inView(view)} and ${isOn(view)}
  `.execute(db);
  return found.rows[0] as OpenCounts;
}

export interface LogFilter {
  readonly state?: 'open' | 'closed';
  readonly kind?: string;
  readonly severity?: number;
  readonly drill: boolean;
  /** Of this one alone. */
  readonly drillId?: string;
  readonly search?: string;
  readonly from?: Instant;
  readonly until?: Instant;
  /** Key of the last row of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/**
 * By the index of the province; of others the first of each way in which an incident is within reach, each by its own index: had by an own centre,
 * happened in an own commune, held oneself, also when it was closed.
 */
export async function listLog(
  db: Db<CentreTables>,
  { reach, view, filter }: { readonly reach: Reach; readonly view: Part; readonly filter: LogFilter },
): Promise<{ readonly rows: readonly ListedIncident[]; readonly next: string | undefined }> {
  const newest = (within: RawBuilder<unknown>) => sql`
    select i.case_id, i.opened_at from operations_centre.incident i join cases.case c on c.id = i.case_id
    where ${inView(view)} and ${within} and ${narrowed(filter)} and ${beyond(filter.after)}
    order by i.opened_at desc, i.case_id desc limit ${filter.limit + 1}`;
  const found = await sql<ListedIncident>`
    select ${COLUMNS} from (
      ${sql.join(
        waysOf(reach).map((within) => sql`select * from (${newest(within)}) w`),
        sql` union `,
      )}
      order by opened_at desc, case_id desc limit ${filter.limit + 1}
    ) f join ${FROM} on i.case_id = f.case_id
    order by f.opened_at desc, f.case_id desc
  `.execute(db);
  const rows = found.rows.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows, next: found.rows.length > filter.limit && last ? `${last.openedAt}.${last.id}` : undefined };
}

/** What happened there, and what was passed to its centre from anywhere. */
export function inView({ areas, kind, asked, centre }: Part): RawBuilder<unknown> {
  if (areas === 'all') return sql`true`;
  const isHad = kind === 'district' ? sql`i.district = ${asked}` : sql`i.unit_id = ${centre.unitId}`;
  return sql`(i.area_id = any(${areas}::uuid[]) or ${isHad})`;
}

const waysOf = (reach: Reach): readonly RawBuilder<unknown>[] =>
  reach === 'all'
    ? [sql`true`]
    : [
        sql`i.unit_id = any(${reach.units}::uuid[])`,
        sql`i.area_id = any(${reach.areas}::uuid[])`,
        sql`i.holder_id = ${reach.accountId}`,
      ];

function narrowed({ state, kind, severity, drill, drillId, search, from, until }: LogFilter): RawBuilder<unknown> {
  return sql.join(
    [
      drill ? sql`i.drill_id is not null` : sql`i.drill_id is null`,
      drillId === undefined ? sql`true` : sql`i.drill_id = ${drillId}`,
      state === undefined ? sql`true` : state === 'open' ? sql`i.closed_at is null` : sql`i.closed_at is not null`,
      kind === undefined ? sql`true` : sql`i.kind = ${kind}`,
      severity === undefined ? sql`true` : sql`i.severity = ${severity}`,
      search === undefined || search === '' ? sql`true` : sql`c.search like ${`%${escaped(fold(search))}%`}`,
      from === undefined ? sql`true` : sql`i.opened_at >= ${isoOf(from)}`,
      until === undefined ? sql`true` : sql`i.opened_at < ${isoOf(until)}`,
    ],
    sql` and `,
  );
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** A key that is none of ours begins at the top. */
function beyond(after: string | undefined): RawBuilder<unknown> {
  const key = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? '');
  return key
    ? sql`(i.opened_at, i.case_id) < (${isoOf(Number(key[1]) as Instant)}::timestamptz, ${key[2]}::uuid)`
    : sql`true`;
}
