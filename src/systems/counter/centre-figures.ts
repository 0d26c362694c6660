/** Figures for an operations centre: how many people wait in the halls now, and for how long the first of them has. */
import { sql } from 'kysely';
import { dayOf, isoOf } from '../../platform/calendar/instant.ts';
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
    /** How many waited at this hour of each of the last seven days: from taking a number, or coming back, until the first call. */
    async trend({ db }, view) {
      const today = dayOf(view.at);
      const found = await sql<{ waiting: number }>`
        select (count(t.id) filter (where t.taken_at <= d.then and coalesce(c.called_at, case when t.state = 'waiting' then 'infinity' else t.taken_at end) > d.then))::integer as waiting
        from (select g.n, ${isoOf(view.at)}::timestamptz - g.n * interval '1 day' as then from generate_series(0, 6) g (n)) d
          left join counter.ticket t on t.day = ${today}::date - d.n and ${view.units === 'all' ? sql`true` : sql`t.unit_id = any(${view.units}::uuid[])`}
          left join lateral (select min(called_at) as called_at from counter.call where ticket_id = t.id) c on true
        group by d.n order by d.n desc
      `.execute(db);
      return found.rows.map(({ waiting }) => waiting);
    },
  },
};
