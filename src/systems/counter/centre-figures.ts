/** Figures for an operations centre: how many people wait in the halls now, and for how long the first of them has. */
import { sql } from 'kysely';
import { addDays, dayOf, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { TileSpec } from '../../platform/system/contributions.ts';
import type { CounterTables } from './tables.ts';

/** Under it a wait is none to speak of; the target itself is the province's to set. */
const LONG_MINUTES = 30;

export const counterTiles: Readonly<Record<string, TileSpec<CounterTables>>> = {
  'counter.waiting': {
    title: { vi: 'Đang chờ ở quầy', en: 'Waiting in the halls' },
    unit: { vi: 'người', en: 'people' },
    source: { vi: 'Xếp hàng', en: 'Queues' },
    oldAfterMinutes: 5,
    href: () => '/can-bo/so-lieu-quay',
    async read({ db }, view) {
      const found = await sql<{ waiting: number; since: number | null }>`
        select count(*)::integer as waiting, min(t.waits_since) as since from counter.ticket t
        where t.day = ${dayOf(view.at)}::date and t.state = 'waiting'
          and ${view.units === 'all' ? sql`true` : sql`t.unit_id = any(${view.units}::uuid[])`}
      `.execute(db);
      const { waiting = 0, since = null } = found.rows[0] ?? {};
      const minutes = since === null ? 0 : Math.floor((view.at - since) / 60_000);
      return {
        value: waiting,
        context:
          since === null
            ? { vi: 'không có ai chờ', en: 'nobody waits' }
            : { vi: `lâu nhất ${minutes} phút`, en: `the longest for ${minutes} min` },
        status: minutes > LONG_MINUTES ? 'soon' : 'normal',
        asOf: view.at,
      };
    },
    /**
     * How many waited at this hour of each of the last seven days, by the stretches in which they waited: each until a call, after a
     * return or a transfer anew, and the one that runs until the end of its day.
     */
    async trend({ db }, view) {
      const from = addDays(dayOf(view.at), -6);
      const within = view.units === 'all' ? sql`true` : sql`o.id = any(${view.units}::uuid[])`;
      const found = await sql<{ waiting: number }>`
        with stretch as materialized (
          select s.* from organisation.unit o cross join lateral (
            select c.waits_since as since, c.called_at as until from counter.call c
            where c.unit_id = o.id and c.called_at > ${isoOf(instantAt(from, 0))}::timestamptz
            union all
            select t.waits_since, (t.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' from counter.ticket t
            where t.unit_id = o.id and t.state = 'waiting' and t.day >= ${from}::date
          ) s where ${within}
        )
        select count(s.since)::integer as waiting
        from (select g.n, ${isoOf(view.at)}::timestamptz - g.n * interval '1 day' as then from generate_series(0, 6) g (n)) d
          left join stretch s on s.since <= d.then and s.until > d.then
        group by d.n order by d.n desc
      `.execute(db);
      return found.rows.map(({ waiting }) => waiting);
    },
  },
};
