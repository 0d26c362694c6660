/** Figures for an operations centre: how many of the dossiers finished in the last month were in time, and how many came online. */
import { type RawBuilder, sql } from 'kysely';
import { addDays, dayOf, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { TileSpec, View } from '../../platform/system/contributions.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import type { StatisticsTables } from './tables.ts';

const DAYS = 30;
const FIGURES = '/can-bo/so-lieu';
/** Under it somebody should look at what goes wrong; the target itself is data of the indicators. */
const WATCHED_UNDER = 95;

/** A share of the dossiers of thirty days; by the office that holds, or held, each. */
interface Share {
  /** When a dossier counts. */
  readonly at: RawBuilder<unknown>;
  /** What it must be to count at all. */
  readonly counted: RawBuilder<unknown>;
  readonly good: RawBuilder<unknown>;
}

interface DayShare {
  readonly all: number;
  readonly good: number;
}

const IN_TIME: Share = {
  at: sql`h.finished_at`,
  counted: sql`h.standing in ('early', 'on-time', 'late')`,
  good: sql`h.standing <> 'late'`,
};
const ONLINE: Share = { at: sql`h.submitted_at`, counted: sql`true`, good: sql`h.channel = 'online'` };

/** Of the thirty days up to each of the last `days`, the earliest first. */
async function readShares(
  { db }: { db: Parameters<TileSpec<StatisticsTables>['read']>[0]['db'] },
  { at, units }: View,
  { share, days }: { readonly share: Share; readonly days: number },
): Promise<readonly DayShare[]> {
  const today = dayOf(at);
  const from = addDays(today, 1 - days);
  const found = await sql<DayShare>`
    select coalesce(sum(h."all"), 0)::integer as "all", coalesce(sum(h.good), 0)::integer as good
    from generate_series(${from}::date, ${today}::date, interval '1 day') d (day)
      left join (
        select (${share.at} at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as "all", count(*) filter (where ${share.good}) as good
        from statistics.handling h
        where ${share.at} >= ${isoOf(instantAt(addDays(from, -DAYS), 0))}::timestamptz and ${share.counted}
          and ${units === 'all' ? sql`true` : sql`h.unit_id = any(${units}::uuid[])`}
        group by 1
      ) h on h.day > d.day::date - ${DAYS}::integer and h.day <= d.day::date
    group by d.day order by d.day
  `.execute(db);
  return found.rows;
}

const percent = ({ all, good }: DayShare): number | null => (all === 0 ? null : Math.round((good / all) * 1000) / 10);

interface Words {
  readonly title: TileSpec['title'];
  readonly none: TileSpec['title'];
  readonly of: { readonly vi: string; readonly en: string };
}

const shareTile = (share: Share, { title, none, of }: Words, watchedUnder = 0): TileSpec<StatisticsTables> => ({
  title,
  unit: { vi: '%', en: '%' },
  source: { vi: 'Thống kê', en: 'Statistics' },
  oldAfterMinutes: 5,
  href: () => FIGURES,
  async read(platform, view) {
    const [read = { all: 0, good: 0 }] = await readShares(platform, view, { share, days: 1 });
    const value = percent(read);
    const { all, good } = read;
    return {
      value,
      decimals: 1,
      context:
        value === null
          ? none
          : {
              vi: `${groupedNumber(good)} trên ${groupedNumber(all)} ${of.vi}`,
              en: `${groupedNumber(good, 'en')} of ${groupedNumber(all, 'en')} ${of.en}`,
            },
      status: value !== null && value < watchedUnder ? 'soon' : 'normal',
      asOf: view.at,
    };
  },
  async trend(platform, view) {
    return (await readShares(platform, view, { share, days: 7 })).flatMap((one) => percent(one) ?? []);
  },
});

export const statisticsTiles: Readonly<Record<string, TileSpec<StatisticsTables>>> = {
  'statistics.in-time': shareTile(
    IN_TIME,
    {
      title: { vi: 'Đúng hạn, 30 ngày', en: 'In time, 30 days' },
      none: { vi: 'chưa có hồ sơ nào xong', en: 'no dossier is finished yet' },
      of: { vi: 'hồ sơ đã xong', en: 'finished' },
    },
    WATCHED_UNDER,
  ),
  'statistics.online': shareTile(ONLINE, {
    title: { vi: 'Nộp trực tuyến, 30 ngày', en: 'Filed online, 30 days' },
    none: { vi: 'chưa có hồ sơ nào', en: 'no dossier yet' },
    of: { vi: 'hồ sơ đã nộp', en: 'filed' },
  }),
};
