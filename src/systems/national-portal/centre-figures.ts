/** Figure for an operations centre: how many dossiers wait to be told to the national portal, and since when the first of them has. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { TileSpec } from '../../platform/system/contributions.ts';
import { COUNT } from './routes.tsx';
import type { NationalPortalTables } from './tables.ts';

/** A message goes out within a minute: one that waits this long shows that the line is broken. */
const LONG_MINUTES = 30;

/** In minutes, from two hours on in hours, from two days on in days. */
function oldest(minutes: number): LocalText {
  if (minutes < 120) return { vi: `lâu nhất từ ${minutes} phút trước`, en: `the oldest for ${minutes} min` };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { vi: `lâu nhất từ ${hours} giờ trước`, en: `the oldest for ${hours} h` };
  const days = Math.floor(hours / 24);
  return { vi: `lâu nhất từ ${days} ngày trước`, en: `the oldest for ${days} days` };
}

export const nationalPortalTiles: Readonly<Record<string, TileSpec<NationalPortalTables>>> = {
  'national-portal.waiting': {
    title: { vi: 'Chờ Cổng quốc gia', en: 'Waiting for the nation' },
    unit: { vi: 'hồ sơ', en: 'dossiers' },
    source: { vi: 'Cổng quốc gia', en: 'National portal' },
    oldAfterMinutes: 5,
    href: () => COUNT,
    async read({ db }, view) {
      const found = await sql<{ waiting: number; minutes: number | null }>`
        select count(*)::integer as waiting, floor(extract(epoch from ${isoOf(view.at)}::timestamptz - min(m.at)) / 60)::integer as minutes
        from national_portal.message m join cases.case c on c.id = m.case_id
        where m.next_at is not null and ${view.units === 'all' ? sql`true` : sql`c.receiving_unit = any(${view.units}::uuid[])`}
      `.execute(db);
      const { waiting = 0, minutes = null } = found.rows[0] ?? {};
      const isLong = (minutes ?? 0) > LONG_MINUTES;
      return {
        value: waiting,
        context: minutes === null ? { vi: 'đã đồng bộ hết', en: 'all are told' } : oldest(minutes),
        status: isLong ? 'soon' : 'normal',
        asOf: view.at,
      };
    },
    /** How many had something untold at this hour of each of the last seven days. */
    async trend({ db }, view) {
      const since = isoOf((view.at - 7 * 24 * 60 * MINUTE) as Instant);
      const found = await sql<{ waiting: number }>`
        with untold as materialized (
          select m.case_id, m.at, m.sent_at from (
            select case_id, at, 'infinity'::timestamptz as sent_at from national_portal.message where sent_at is null
            union all
            select case_id, at, sent_at from national_portal.message where sent_at > ${since}::timestamptz
          ) m
          where ${view.units === 'all' ? sql`true` : sql`(select c.receiving_unit from cases.case c where c.id = m.case_id) = any(${view.units}::uuid[])`}
        )
        select count(distinct m.case_id)::integer as waiting
        from (select ${isoOf(view.at)}::timestamptz - g.n * interval '1 day' as then from generate_series(0, 6) g (n)) d
          left join untold m on m.at <= d.then and m.sent_at > d.then
        group by d.then order by d.then
      `.execute(db);
      return found.rows.map((row) => row.waiting);
    },
  },
};
