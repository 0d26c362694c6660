/** Figures for an operations centre: findings that nobody has concluded, and each critical one as a signal. */
import { sql } from 'kysely';
import { addDays, dayOf, instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { LayerSpec, SignalSpec, TileSpec, View } from '../../platform/system/contributions.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import { FINDINGS } from './findings/findings-asked.ts';
import type { SupervisionTables } from './tables.ts';

const source = { vi: 'Giám sát', en: 'Supervision' };

const behind = (): string => `${FINDINGS}?cua=don-vi&trang=open`;

const found = ({ units }: View) => (units === 'all' ? sql`true` : sql`f.unit_id = any(${units}::uuid[])`);

export const supervisionLayers: Readonly<Record<string, LayerSpec<SupervisionTables>>> = {
  'supervision.open': {
    title: { vi: 'Phát hiện chưa kết luận', en: 'Findings not concluded' },
    unit: { vi: 'phát hiện', en: 'findings' },
    source,
    href: behind,
    async read({ db }, view) {
      const counted = await sql<{ area: string; open: number }>`
        select u.area_id as area, count(*)::integer as open
        from supervision.finding f join organisation.unit u on u.id = f.unit_id
        where f.concluded_at is null and ${found(view)} and u.area_id is not null group by u.area_id
      `.execute(db);
      return new Map(counted.rows.map(({ area, open }) => [area, open]));
    },
  },
};

export const supervisionTiles: Readonly<Record<string, TileSpec<SupervisionTables>>> = {
  'supervision.open': {
    title: { vi: 'Phát hiện chưa kết luận', en: 'Findings not concluded' },
    unit: { vi: 'phát hiện', en: 'findings' },
    source,
    oldAfterMinutes: 5,
    href: behind,
    async read({ db }, view) {
      const counted = await sql<{ open: number; critical: number; raised: number }>`
        select count(*)::integer as open, (count(*) filter (where f.severity = 'critical'))::integer as critical,
          (count(*) filter (where f.escalations > 0))::integer as raised
        from supervision.finding f where f.concluded_at is null and ${found(view)}
      `.execute(db);
      const { open = 0, critical = 0, raised = 0 } = counted.rows[0] ?? {};
      return {
        value: open,
        context: {
          vi: `${groupedNumber(critical)} nghiêm trọng, ${groupedNumber(raised)} quá hạn`,
          en: `${groupedNumber(critical, 'en')} critical, ${groupedNumber(raised, 'en')} overdue`,
        },
        status: critical > 0 ? 'late' : open > 0 ? 'soon' : 'normal',
        asOf: view.at,
      };
    },
    /** How many were not concluded at the end of each of the last seven days. */
    async trend({ db }, view) {
      const today = dayOf(view.at);
      const from = addDays(today, -6);
      const counted = await sql<{ open: number }>`
        select count(f.found_at)::integer as open
        from (
          select least((s.day::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', ${isoOf(view.at)}::timestamptz) as ending
          from generate_series(${from}::date, ${today}::date, interval '1 day') s (day)
        ) d left join (
          select f.found_at, 'infinity'::timestamptz as concluded_at from supervision.finding f
          where f.concluded_at is null and ${found(view)}
          union all
          select f.found_at, f.concluded_at from supervision.finding f
          where f.concluded_at >= ${isoOf(instantAt(from, 0))}::timestamptz and ${found(view)}
        ) f on f.found_at <= d.ending and f.concluded_at > d.ending
        group by d.ending order by d.ending
      `.execute(db);
      return counted.rows.map((row) => row.open);
    },
  },
};

/** By its rule and its dossier: short enough for a line of a wall. */
const titleOf = ({ code, scenario, dossier }: Record<'code' | 'scenario' | 'dossier', unknown>) =>
  typeof scenario === 'string' && typeof dossier === 'string'
    ? { vi: `Vi phạm ${scenario}: ${dossier}`, en: `Violation ${scenario}: ${dossier}` }
    : { vi: `Vi phạm nghiêm trọng ${String(code)}`, en: `Critical finding ${String(code)}` };

export const supervisionSignals: Readonly<Record<string, SignalSpec>> = {
  'supervision.finding-opened': {
    source,
    read({ at, body, dims }) {
      if (dims?.severity !== 'critical') return undefined;
      const code = typeof body?.code === 'string' ? body.code : '';
      return {
        kind: 'service',
        // grave for an office, but a flood or a fire goes before it
        severity: 2,
        title: titleOf({ code, scenario: dims.scenario, dossier: body?.case_code }),
        at: instant(at),
        ...(typeof dims.unit === 'string' && { unit: dims.unit }),
        simulated: dims.simulated === true,
        href: `${FINDINGS}/${code}`,
      };
    },
  },
};
