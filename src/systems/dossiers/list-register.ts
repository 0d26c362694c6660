/** The register of dossiers (sổ theo dõi hồ sơ): what offices received in a span of days, in the order it was received, read by key, with its totals. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { addDays, type Day, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import { beyond, keyOf, printedKey, type QueueOrder, sortedBy } from '../../platform/cases/queue-order.ts';
import type { CaseStatus } from '../../platform/cases/tables.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { fold } from '../../platform/text/fold.ts';
import type { Channel } from './dossier-state.ts';
import type { RegisterState } from './register-asked.ts';
import type { ReceiveBy } from './tables.ts';

export interface RegisterQuestion {
  readonly units: readonly string[];
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
  /** Codes of the procedures of a field. */
  readonly procedures?: readonly string[];
  readonly channel?: string;
  readonly state?: RegisterState;
  /** Words found in code, title or person, with or without diacritics. */
  readonly search?: string;
  readonly at: Instant;
}

export interface RegisteredDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly person: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly handledBy: LocalText | null;
  readonly channel: Channel;
  readonly receiveBy: ReceiveBy;
  readonly status: CaseStatus;
  readonly outcome: string | null;
  readonly waiting: string | null;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly simulated: boolean;
}

export interface RegisterTotals {
  readonly all: number;
  readonly online: number;
  readonly counter: number;
  readonly post: number;
  readonly open: number;
  readonly late: number;
  readonly decided: number;
  readonly returned: number;
  readonly ended: number;
  readonly simulated: number;
}

interface PageAsked {
  readonly limit: number;
  readonly after?: string;
  /** On a page the newest stands first; a book is read from its beginning. */
  readonly newestFirst: boolean;
}

/** Each office is one index read that ends after a page (case_register_index). */
export async function listRegister(
  db: QueryExecutorProvider,
  asked: RegisterQuestion,
  { limit, after, newestFirst }: PageAsked,
): Promise<{ rows: RegisteredDossier[]; next: string | undefined }> {
  const order: QueueOrder = { keys: [sql`c.received_at`], type: 'timestamptz', descending: newestFirst };
  const found = await sql<RegisteredDossier & { key: string }>`
    with listed as materialized (
      select c.*, ${printedKey(order)} as key from unnest(${asked.units}::uuid[]) as held (unit) cross join lateral (
        select c.* from cases.case c
        where c.receiving_unit = held.unit and ${conditions(asked)} and ${beyond(order, after)}
        order by ${sortedBy(order)} limit ${limit + 1}
      ) c order by ${sortedBy(order)} limit ${limit + 1}
    )
    select c.id, c.code, c.title, c.person_name as person, c.channel, c.status, c.outcome, c.waiting, c.simulated, c.key,
      c.received_at as "receivedAt", coalesce(c.due_at, c.promised_at) as "dueAt",
      case when ${RETURNED} then c.closed_at end as "returnedAt",
      (select d.receive_by from dossiers.dossier d where d.case_id = c.id) as "receiveBy",
      (select u.name from organisation.unit u where u.id = c.competent_unit) as "handledBy",
      a.applicant ->> 'phone' as phone, a.applicant ->> 'address' as address
    from listed c left join lateral (
      select t.body::jsonb as applicant from journal.content t
      where t.subject_id = c.id and t.name = 'applicant' and t.body is not null order by t.id desc limit 1
    ) a on true
    order by ${sortedBy(order)}
  `.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.rows.length > limit && last ? keyOf(last) : undefined };
}

export async function countRegister(db: QueryExecutorProvider, asked: RegisterQuestion): Promise<RegisterTotals> {
  const counted = (condition: RawBuilder<unknown>) => sql`(count(*) filter (where ${condition}))::integer`;
  const found = await sql<RegisterTotals>`
    select count(*)::integer as "all", ${counted(sql`c.channel = 'online'`)} as online,
      ${counted(sql`c.channel = 'counter'`)} as counter, ${counted(sql`c.channel = 'post'`)} as post,
      ${counted(sql`c.closed_at is null and c.status <> 'decided'`)} as open, ${counted(STATES.late(asked))} as late,
      ${counted(STATES.decided(asked))} as decided, ${counted(STATES.returned(asked))} as returned,
      ${counted(STATES.ended(asked))} as ended, ${counted(sql`c.simulated`)} as simulated
    from cases.case c where c.receiving_unit = any(${asked.units}::uuid[]) and ${conditions(asked)}
  `.execute(db);
  const totals = found.rows[0];
  if (!totals) throw new Error('a count without a row');
  return totals;
}

/** Every row from the first received on, so many at a time: nothing holds the database while the reader is slow. */
export async function* readRegister(
  db: QueryExecutorProvider,
  asked: RegisterQuestion,
  batch: number,
): AsyncGenerator<readonly RegisteredDossier[]> {
  let after: string | undefined;
  do {
    const part = await listRegister(db, asked, { limit: batch, newestFirst: false, ...(after && { after }) });
    yield part.rows;
    after = part.next;
  } while (after !== undefined);
}

function conditions(asked: RegisterQuestion): RawBuilder<unknown> {
  const { from, to, procedures, channel, state, search = '' } = asked;
  const all: RawBuilder<unknown>[] = [
    sql`c.kind = 'dossier'`,
    sql`c.received_at >= ${isoOf(instantAt(from, 0))}::timestamptz`,
    sql`c.received_at < ${isoOf(instantAt(addDays(to, 1), 0))}::timestamptz`,
  ];
  if (channel) all.push(sql`c.channel = ${channel}`);
  if (state) all.push(STATES[state](asked));
  if (procedures)
    all.push(
      sql`exists (select 1 from dossiers.dossier p where p.case_id = c.id and p.procedure_code = any(${procedures}::text[]))`,
    );
  for (const word of fold(search).split(' ').filter(Boolean).slice(0, 8))
    all.push(sql`c.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(all, sql` and `);
}

const RETURNED = sql`(c.closed_at is not null and c.outcome in ('approved', 'rejected', 'silence'))`;

const STATES: Readonly<Record<RegisterState, (asked: Pick<RegisterQuestion, 'at'>) => RawBuilder<unknown>>> = {
  open: () => sql`c.closed_at is null and c.status <> 'decided' and c.waiting is null`,
  waiting: () => sql`c.closed_at is null and c.waiting is not null`,
  late: ({ at }) =>
    sql`c.closed_at is null and c.status in ('submitted', 'open') and c.due_at <= ${isoOf(at)}::timestamptz`,
  decided: () => sql`c.closed_at is null and c.status = 'decided'`,
  returned: () => RETURNED,
  ended: () => sql`(c.closed_at is not null and coalesce(c.outcome, '') not in ('approved', 'rejected', 'silence'))`,
};
