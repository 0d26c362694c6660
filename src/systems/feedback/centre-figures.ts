/** Figures for an operations centre: how many of those who rated in the last month are satisfied, and who was not at all. */
import { sql } from 'kysely';
import { addDays, dayOf, instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { SignalSpec, TileSpec, View } from '../../platform/system/contributions.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import { SATISFIED_FROM } from './reasons.ts';
import type { FeedbackTables } from './tables.ts';

const source = { vi: 'Đánh giá', en: 'Ratings' };
const DAYS = 30;
/** Under it somebody should look at what goes wrong; the target itself is data of the indicators. */
const WATCHED_UNDER = 90;

const rated = ({ units }: View) => (units === 'all' ? sql`true` : sql`r.unit_id = any(${units}::uuid[])`);

const share = (satisfied: number, all: number): number => Math.round((satisfied / all) * 1000) / 10;

export const feedbackTiles: Readonly<Record<string, TileSpec<FeedbackTables>>> = {
  'feedback.satisfied': {
    title: { vi: 'Hài lòng, 30 ngày', en: 'Satisfied, 30 days' },
    unit: { vi: '%', en: '%' },
    source,
    oldAfterMinutes: 5,
    href: () => '/danh-gia',
    async read({ db }, view) {
      const since = instantAt(addDays(dayOf(view.at), 1 - DAYS), 0);
      const found = await sql<{ all: number; satisfied: number }>`
        select count(*)::integer as "all", (count(*) filter (where r.score >= ${SATISFIED_FROM}))::integer as satisfied
        from feedback.rating r where r.rated_at >= ${isoOf(since)} and ${rated(view)}
      `.execute(db);
      const { all = 0, satisfied = 0 } = found.rows[0] ?? {};
      const value = all === 0 ? null : share(satisfied, all);
      return {
        value,
        decimals: 1,
        context:
          all === 0
            ? { vi: 'chưa có lượt đánh giá nào', en: 'nobody has rated yet' }
            : {
                vi: `${groupedNumber(satisfied)} trên ${groupedNumber(all)} lượt đánh giá`,
                en: `${groupedNumber(satisfied, 'en')} of ${groupedNumber(all, 'en')} ratings`,
              },
        status: value !== null && value < WATCHED_UNDER ? 'soon' : 'normal',
        asOf: view.at,
      };
    },
    /** Of the thirty days up to each of the last seven; days before anybody had rated are left out. */
    async trend({ db }, view) {
      const today = dayOf(view.at);
      const from = addDays(today, -6);
      const found = await sql<{ all: number; satisfied: number }>`
        select count(r.score)::integer as "all", (count(r.score) filter (where r.score >= ${SATISFIED_FROM}))::integer as satisfied
        from generate_series(${from}::date, ${today}::date, interval '1 day') d (day)
          left join (
            select r.score, (r.rated_at at time zone 'Asia/Ho_Chi_Minh')::date as day from feedback.rating r
            where r.rated_at >= ${isoOf(instantAt(addDays(from, -DAYS), 0))} and ${rated(view)}
          ) r on r.day > d.day::date - ${DAYS}::integer and r.day <= d.day::date
        group by d.day order by d.day
      `.execute(db);
      return found.rows.flatMap(({ all, satisfied }) => (all === 0 ? [] : [share(satisfied, all)]));
    },
  },
};

/** The worst there is: somebody should call back. */
const WORST = 1;

export const feedbackSignals: Readonly<Record<string, SignalSpec>> = {
  'feedback.dossier-rated': {
    source,
    read({ at, body, dims }) {
      if (body?.score !== WORST) return undefined;
      return {
        kind: 'service',
        severity: 1,
        title: { vi: 'Người dân rất không hài lòng', en: 'Somebody is not satisfied at all' },
        at: instant(at),
        ...(typeof dims?.unit === 'string' && { unit: dims.unit }),
        simulated: dims?.simulated === true,
        href: '/can-bo/danh-gia',
      };
    },
  },
};
