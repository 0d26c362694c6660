/** Figures for an operations centre: how many people wait in the halls now, and for how long the first of them has. */
import { sql } from 'kysely';
import { dayOf } from '../../platform/calendar/instant.ts';
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
  },
};
