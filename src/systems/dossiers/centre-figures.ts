/** Figures for an operations centre: dossiers overdue, open and received today, and how many are open in each commune. */
import { sql } from 'kysely';
import { addDays, dayOf, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { LayerSpec, TileSpec, View } from '../../platform/system/contributions.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import { REGISTER } from './register-asked.ts';
import type { DossierTables } from './tables.ts';

const source = { vi: 'Một cửa', en: 'One-stop' };
const unit = { vi: 'hồ sơ', en: 'dossiers' };
/** The longest span that the register shows. */
const YEAR = 365;

const register = (state: string, { at }: View): string =>
  `${REGISTER}?${new URLSearchParams({ tu: addDays(dayOf(at), -YEAR), den: dayOf(at), trangthai: state })}`;

/** By the office that received it, as in the register that the figure leads to. */
const received = ({ units }: View) => (units === 'all' ? sql`true` : sql`c.receiving_unit = any(${units}::uuid[])`);

const RUNNING = sql`c.kind = 'dossier' and c.closed_at is null and c.status in ('submitted', 'open')`;

interface Standing {
  readonly open: number;
  readonly late: number;
  readonly soon: number;
  readonly waiting: number;
}

async function countRunning({ db }: { db: Parameters<TileSpec<DossierTables>['read']>[0]['db'] }, view: View) {
  const found = await sql<Standing>`
    select count(*)::integer as open,
      (count(*) filter (where c.due_at <= ${isoOf(view.at)}::timestamptz))::integer as late,
      (count(*) filter (where c.due_at > ${isoOf(view.at)}::timestamptz and c.due_at <= ${isoOf(inOneDay(view.at))}::timestamptz))::integer as soon,
      (count(*) filter (where c.waiting is not null))::integer as waiting
    from cases.case c where ${RUNNING} and ${received(view)}
  `.execute(db);
  return found.rows[0] as Standing;
}

const inOneDay = (at: Instant): Instant => (at + 24 * 60 * 60_000) as Instant;

/** How many came on each of the last days, the earliest first: office by office (`offset 0` keeps it so), each by its index of the register. */
async function countReceived(
  { db }: { db: Parameters<TileSpec<DossierTables>['read']>[0]['db'] },
  view: View,
  days: number,
): Promise<readonly number[]> {
  const today = dayOf(view.at);
  const from = addDays(today, 1 - days);
  const found = await sql<{ day: string; count: number }>`
    select (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, count(*)::integer as count
    from (select id as unit from organisation.unit u where ${view.units === 'all' ? sql`true` : sql`u.id = any(${view.units}::uuid[])`}) o
      cross join lateral (
        select c.received_at from cases.case c
        where c.receiving_unit = o.unit and c.received_at >= ${isoOf(instantAt(from, 0))}::timestamptz and c.received_at <= ${isoOf(view.at)}::timestamptz
          and c.kind = 'dossier' offset 0
      ) c
    group by 1
  `.execute(db);
  const counts = new Map(found.rows.map(({ day, count }) => [day, count]));
  return Array.from({ length: days }, (_, index) => counts.get(addDays(from, index)) ?? 0);
}

/** The ends of the last seven days, today's being now. */
const WEEK = ({ at }: View) => sql`
  select least((d.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', ${isoOf(at)}::timestamptz) as ending
  from generate_series(${addDays(dayOf(at), -6)}::date, ${dayOf(at)}::date, interval '1 day') s (day) cross join lateral (select s.day::date as day) d`;

/**
 * How many were overdue, or due within a day, at the end of each of the last seven days: by the due times that stand now. A dossier
 * whose clock stood still then, as it was paused or decided, owed nothing. By the indexes of the units that hold: those that are open,
 * and those that were closed since.
 */
async function countOwed(
  { db }: { db: Parameters<TileSpec<DossierTables>['read']>[0]['db'] },
  view: View,
  owed: 'late' | 'soon',
): Promise<readonly number[]> {
  const since = instantAt(addDays(dayOf(view.at), -6), 0);
  const found = await sql<{ count: number }>`
    with running as materialized (
      select c.id, c.due_at, c.received_at, coalesce(c.closed_at, 'infinity'::timestamptz) as closed_at
      from organisation.unit o cross join lateral (
        select c.* from cases.case c where c.holding_unit = o.id and c.closed_at is null
        union all
        select c.* from cases.case c where c.holding_unit = o.id and c.closed_at > ${isoOf(since)}::timestamptz
      ) c
      where c.kind = 'dossier' and c.due_at is not null and ${received(view)}
    )
    select count(c.id)::integer as count
    from (${WEEK(view)}) w left join running c on c.received_at <= w.ending and c.closed_at > w.ending
      and ${owed === 'late' ? sql`c.due_at <= w.ending` : sql`c.due_at > w.ending and c.due_at <= w.ending + interval '1 day'`}
      and (
        select k.kind from cases.clock_event k where k.case_id = c.id and k.at <= w.ending and k.kind <> 'extended' order by k.seq desc limit 1
      ) in ('started', 'resumed', 'restarted')
    group by w.ending order by w.ending
  `.execute(db);
  return found.rows.map(({ count }) => count);
}

export const dossierTiles: Readonly<Record<string, TileSpec<DossierTables>>> = {
  'dossiers.overdue': {
    title: { vi: 'Hồ sơ quá hạn', en: 'Dossiers overdue' },
    unit,
    source,
    oldAfterMinutes: 5,
    href: (view) => register('qua-han', view),
    async read(platform, view) {
      const { late, open } = await countRunning(platform, view);
      return {
        value: late,
        context: { vi: `trên ${groupedNumber(open)} đang giải quyết`, en: `of ${groupedNumber(open, 'en')} in hand` },
        status: late > 0 ? 'late' : 'normal',
        asOf: view.at,
      };
    },
    trend: (platform, view) => countOwed(platform, view, 'late'),
  },
  'dossiers.due-soon': {
    title: { vi: 'Đến hạn trong 24 giờ', en: 'Due within 24 hours' },
    unit,
    source,
    oldAfterMinutes: 5,
    href: (view) => register('dang-giai-quyet', view),
    async read(platform, view) {
      const { soon, waiting } = await countRunning(platform, view);
      return {
        value: soon,
        context: {
          vi: `${groupedNumber(waiting)} hồ sơ đang tạm dừng`,
          en: `${groupedNumber(waiting, 'en')} dossiers paused`,
        },
        status: soon > 0 ? 'soon' : 'normal',
        asOf: view.at,
      };
    },
    trend: (platform, view) => countOwed(platform, view, 'soon'),
  },
  'dossiers.received-today': {
    title: { vi: 'Tiếp nhận hôm nay', en: 'Received today' },
    unit,
    source,
    oldAfterMinutes: 5,
    href: ({ at }) => `${REGISTER}?${new URLSearchParams({ tu: dayOf(at), den: dayOf(at) })}`,
    async read(platform, view) {
      const [yesterday = 0, today = 0] = await countReceived(platform, view, 2);
      return {
        value: today,
        context: {
          vi: `cả ngày hôm qua ${groupedNumber(yesterday)}`,
          en: `all of yesterday ${groupedNumber(yesterday, 'en')}`,
        },
        status: 'normal',
        asOf: view.at,
      };
    },
    trend: (platform, view) => countReceived(platform, view, 7),
  },
};

export const dossierLayers: Readonly<Record<string, LayerSpec<DossierTables>>> = {
  'dossiers.open': {
    title: { vi: 'Hồ sơ đang giải quyết', en: 'Dossiers in hand' },
    unit,
    source,
    href: (view) => register('dang-giai-quyet', view),
    async read({ db }, view) {
      const found = await sql<{ area: string; count: number }>`
        select u.area_id as area, count(*)::integer as count
        from cases.case c join organisation.unit u on u.id = c.receiving_unit
        where ${RUNNING} and ${received(view)} and u.area_id is not null group by u.area_id
      `.execute(db);
      return new Map(found.rows.map(({ area, count }) => [area, count]));
    },
  },
};
