/** Figures of the counter (số liệu của quầy): how long people waited and were served, by place and hour; each figure leads to its calls. */
import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { CounterDb } from './hall-act.ts';

export interface FigureSpan {
  readonly unitId: string;
  readonly from: Day;
  /** The last day, included. */
  readonly to: Day;
}

/** Minutes are null where nobody was counted: no base, no figure. */
export interface Measures {
  /** Calls that came to an end or are running; denominator of the waiting time. */
  readonly calls: number;
  readonly waited: number | null;
  readonly longest: number | null;
  /** Denominator of the serving time. */
  readonly served: number;
  readonly serving: number | null;
  readonly absent: number;
}

export interface FigureRow extends Measures {
  readonly place: number;
  /** 0–23, when the number was called. */
  readonly hour: number;
}

const MEASURES = sql`
  count(*)::integer as calls,
  round(avg(extract(epoch from called_at - waits_since)) / 60)::integer as waited,
  round(max(extract(epoch from called_at - waits_since)) / 60)::integer as longest,
  count(*) filter (where outcome = 'served')::integer as served,
  round(avg(extract(epoch from ended_at - started_at)) filter (where outcome = 'served') / 60)::integer as serving,
  count(*) filter (where outcome = 'absent')::integer as absent`;

const HOUR = sql`extract(hour from called_at at time zone 'Asia/Ho_Chi_Minh')::integer`;

const within = ({ unitId, from, to }: FigureSpan): RawBuilder<boolean> => sql`
  unit_id = ${unitId} and called_at >= ${isoOf(instantAt(from, 0))}::timestamptz
  and called_at < ${isoOf(instantAt(addDays(to, 1), 0))}::timestamptz`;

export async function listFigures(db: CounterDb, span: FigureSpan): Promise<FigureRow[]> {
  const rows = await sql<FigureRow>`
    select place_number as place, ${HOUR} as hour, ${MEASURES} from counter.call where ${within(span)}
    group by 1, 2 order by 1, 2
  `.execute(db);
  return rows.rows;
}

export async function readTotal(db: CounterDb, span: FigureSpan): Promise<Measures> {
  const rows = await sql<Measures>`select ${MEASURES} from counter.call where ${within(span)}`.execute(db);
  return rows.rows[0] as Measures;
}

export interface CountedCall {
  readonly id: string;
  readonly code: string;
  readonly place: number;
  readonly group: string;
  readonly waitsSince: Instant;
  readonly calledAt: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly outcome: 'served' | 'absent' | 'transferred' | 'closed' | null;
  readonly dossier: string | null;
}

export interface CallQuestion extends FigureSpan {
  readonly place?: number;
  readonly hour?: number;
  /** Ids stand in the order of time. */
  readonly after?: string;
  readonly limit: number;
}

export async function listCounted(db: CounterDb, asked: CallQuestion): Promise<CountedCall[]> {
  const { place, hour, after, limit } = asked;
  const rows = await sql<CountedCall>`
    select c.id, c.code, c.place_number as place, c.group_key as "group", c.waits_since as "waitsSince", c.called_at as "calledAt",
      c.started_at as "startedAt", c.ended_at as "endedAt", c.outcome,
      case when c.outcome = 'served' then t.dossier_code end as dossier
    from (select * from counter.call where ${within(asked)}
      and ${place === undefined ? sql`true` : sql`place_number = ${place}`} and ${hour === undefined ? sql`true` : sql`${HOUR} = ${hour}`}
      and ${after === undefined ? sql`true` : sql`id > ${after}`}
      order by id limit ${limit}) c
    join counter.ticket t on t.id = c.ticket_id order by c.id
  `.execute(db);
  return rows.rows;
}
