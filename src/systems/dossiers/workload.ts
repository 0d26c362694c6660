/** Workload (khối lượng công việc): what lies with each officer of a unit, what is pressing, what they have done of late, and who is away. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { OWED_AT } from '../../platform/cases/queue-order.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface WorkloadCounts {
  readonly open: number;
  readonly soon: number;
  readonly late: number;
  readonly waiting: number;
}

export interface OfficerLoad extends WorkloadCounts {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly LocalText[];
  readonly done: number;
  /** The last day away, and who stands in. */
  readonly awayUntil: Day | null;
  readonly substitute: string | null;
}

/** What nobody in particular holds, by the role that does it. */
export interface RoleLoad extends WorkloadCounts {
  readonly role: string;
  readonly name: LocalText;
}

export interface Workload {
  readonly officers: readonly OfficerLoad[];
  readonly roles: readonly RoleLoad[];
}

const DONE_DAYS = 30;
/** Acts by which a dossier is brought forward. */
const DONE_BY = [
  'dossiers.dossier-accepted',
  'dossiers.dossier-refused',
  'dossiers.processing-refused',
  'dossiers.step-completed',
  'dossiers.step-sent-back',
  'dossiers.result-signed',
  'dossiers.result-issued',
  'dossiers.result-returned',
];

const OWED = sql`c.status in ('submitted', 'open') and (c.waiting is null or c.due_at is not null)`;

interface LoadQuestion {
  readonly unit: string;
  readonly at: Instant;
  readonly soonUntil: Instant;
}

/** Everybody who sits in the unit today or still holds something there. */
export async function readWorkload(db: QueryExecutorProvider, asked: LoadQuestion): Promise<Workload> {
  const [officers, roles] = await Promise.all([listOfficerLoads(db, asked), listRoleLoads(db, asked)]);
  return { officers, roles };
}

const counts = ({ at, soonUntil }: LoadQuestion) => sql`count(*)::integer as open,
  count(*) filter (where ${OWED} and ${OWED_AT} > ${isoOf(at)}::timestamptz and ${OWED_AT} <= ${isoOf(soonUntil)}::timestamptz)::integer as soon,
  count(*) filter (where ${OWED} and ${OWED_AT} <= ${isoOf(at)}::timestamptz)::integer as late,
  count(*) filter (where c.waiting is not null)::integer as waiting`;

async function listOfficerLoads(db: QueryExecutorProvider, asked: LoadQuestion): Promise<OfficerLoad[]> {
  const { unit, at } = asked;
  const day = dayOf(at);
  const found = await sql<OfficerLoad>`
    with load as (
      select c.assignee_id, ${counts(asked)} from cases.case c
      where c.kind = 'dossier' and c.holding_unit = ${unit} and c.closed_at is null and c.assignee_id is not null group by c.assignee_id
    ), seat as (
      select h.account_id, p.title, p.key from organisation.holding h join organisation.position p on p.id = h.position_id
        where p.unit_id = ${unit} and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
      union
      select d.to_account, p.title, p.key from organisation.delegation d join organisation.position p on p.id = d.position_id
        where p.unit_id = ${unit} and daterange(d.valid_from, d.valid_to, '[]') @> ${day}::date and (d.ended_at is null or d.ended_at > ${isoOf(at)}::timestamptz)
    )
    select a.id, a.name, coalesce((select json_agg(s.title order by s.key) from seat s where s.account_id = a.id), '[]'::json) as titles,
      coalesce(l.open, 0) as open, coalesce(l.soon, 0) as soon, coalesce(l.late, 0) as late, coalesce(l.waiting, 0) as waiting,
      (select count(distinct e.subject_id)::integer from journal.entry e where e.account_id = a.id and e.unit_id is not null
        and e.recorded_at > ${isoOf(since(at))}::timestamptz and e.type = any(${DONE_BY}::text[])) as done,
      b.valid_to as "awayUntil", (select name from identity.account where id = b.substitute_id) as substitute
    from identity.account a left join load l on l.assignee_id = a.id
      left join organisation.absence b on b.account_id = a.id and daterange(b.valid_from, b.valid_to, '[]') @> ${day}::date
        and (b.ended_at is null or b.ended_at > ${isoOf(at)}::timestamptz)
    where a.id in (select account_id from seat union select assignee_id from load) order by a.name, a.id
  `.execute(db);
  return found.rows;
}

async function listRoleLoads(db: QueryExecutorProvider, asked: LoadQuestion): Promise<RoleLoad[]> {
  const found = await sql<RoleLoad>`
    select l.*, r.name from (
      select c.step_role as role, ${counts(asked)} from cases.case c
      where c.kind = 'dossier' and c.holding_unit = ${asked.unit} and c.closed_at is null and c.assignee_id is null and c.step_role is not null
      group by c.step_role
    ) l join organisation.role r on r.key = l.role order by l.role
  `.execute(db);
  return found.rows;
}

const since = (at: Instant): Instant => (at - DONE_DAYS * 86_400_000) as Instant;

export interface DoneDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly lastAt: Instant;
  /** Inside what the asker may open. */
  readonly seen: boolean;
}

/** The dossiers that somebody brought forward in the last thirty days, the newest first. */
export async function listDone(
  db: QueryExecutorProvider,
  asked: {
    readonly accountId: string;
    readonly units: readonly string[];
    readonly at: Instant;
    /** The last one of the page before. */
    readonly after?: { readonly at: Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<DoneDossier[]> {
  const { after } = asked;
  const found = await sql<DoneDossier>`
    select c.id, c.code, c.title, d.at as "lastAt",
      (c.holding_unit = any(${asked.units}::uuid[]) or c.receiving_unit = any(${asked.units}::uuid[]) or c.competent_unit = any(${asked.units}::uuid[])) as seen
    from (
      select e.subject_id, max(e.recorded_at) as at from journal.entry e
      where e.account_id = ${asked.accountId} and e.unit_id is not null and e.recorded_at > ${isoOf(since(asked.at))}::timestamptz
        and e.type = any(${DONE_BY}::text[]) group by e.subject_id
    ) d join cases.case c on c.id = d.subject_id
    where ${after ? sql`(d.at, c.id) < (${isoOf(after.at)}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by d.at desc, c.id desc limit ${asked.limit}
  `.execute(db);
  return found.rows;
}
