/** Figures for an operations centre: how many of the dossiers decided in the last month were in time, and how many came online, as the indicators count them. */
import { addDays, dayOf } from '../../platform/calendar/instant.ts';
import { INDICATORS } from '../../platform/indicators/asked.ts';
import { type IndicatorValue, listIndicators, readTrend } from '../../platform/indicators/read-indicator.ts';
import type { TileReading, TileSpec, View } from '../../platform/system/contributions.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import type { StatisticsTables } from './tables.ts';

const DAYS = 30;
/** Under it somebody should look at what goes wrong; the target itself is data of the indicators. */
const WATCHED_UNDER = 95;

/** The thirty days up to each of the last `days`, the earliest first. */
const periodsOf = ({ at }: View, days: number) =>
  Array.from({ length: days }, (_, index) => {
    const to = addDays(dayOf(at), index + 2 - days);
    return { from: addDays(to, -DAYS), to };
  });

/** By the office that answers for each. None where the province counts no such indicator. */
async function readShares(
  platform: Platform<StatisticsTables>,
  view: View,
  { code, days }: { readonly code: string; readonly days: number },
): Promise<readonly IndicatorValue[]> {
  const engine = platform as unknown as Platform;
  if (!(await listIndicators(engine)).some((one) => one.code === code)) return [];
  const reach = view.units === 'all' ? 'all' : { units: view.units };
  return readTrend(engine, { code, periods: periodsOf(view, days), reach });
}

const percent = ({ value }: IndicatorValue): number | null => (value === null ? null : Math.round(value * 10) / 10);

const NONE = { vi: 'chưa có hồ sơ nào đã giải quyết', en: 'no dossier is decided yet' };
const COUNTING = { vi: 'đang đếm lại', en: 'being counted' };

function contextOf(share: IndicatorValue | undefined): TileReading['context'] {
  if (!share || share.denominator === 0) return NONE;
  const { numerator, denominator, value } = share;
  if (denominator === null || value === null) return COUNTING;
  return {
    vi: `${groupedNumber(numerator)} trên ${groupedNumber(denominator)} hồ sơ đã giải quyết`,
    en: `${groupedNumber(numerator, 'en')} of ${groupedNumber(denominator, 'en')} decided`,
  };
}

const shareTile = (
  code: string,
  { title, watchedUnder }: Pick<TileSpec, 'title'> & { readonly watchedUnder: number },
): TileSpec<StatisticsTables> => ({
  title,
  unit: { vi: '%', en: '%' },
  source: { vi: 'Thống kê', en: 'Statistics' },
  oldAfterMinutes: 5,
  href: ({ at }) =>
    `${INDICATORS}/${code}?${new URLSearchParams({ tu: addDays(dayOf(at), 1 - DAYS), den: dayOf(at) })}`,
  async read(platform, view) {
    const [share] = await readShares(platform, view, { code, days: 1 });
    const value = share ? percent(share) : null;
    return {
      value,
      decimals: 1,
      context: contextOf(share),
      status: value !== null && value < watchedUnder ? 'soon' : 'normal',
      asOf: share?.asOf ?? view.at,
    };
  },
  async trend(platform, view) {
    return (await readShares(platform, view, { code, days: 7 })).flatMap((one) => percent(one) ?? []);
  },
});

export const statisticsTiles: Readonly<Record<string, TileSpec<StatisticsTables>>> = {
  'statistics.in-time': shareTile('one-stop.on-time', {
    title: { vi: 'Đúng hạn, 30 ngày', en: 'In time, 30 days' },
    watchedUnder: WATCHED_UNDER,
  }),
  'statistics.online': shareTile('one-stop.online', {
    title: { vi: 'Nộp trực tuyến, 30 ngày', en: 'Filed online, 30 days' },
    watchedUnder: 0,
  }),
};
