/** Routes of dated settings of the calendar: the late-receipt limit and the days of weekly rest. */
import { type Answer, type Exchange, fieldOf, get, page, post, type Route, valuesOf } from '../http/route.ts';
import { own, type Own } from '../settings/setting-routes.tsx';
import { readTypedDay } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import type { CalendarData } from './calendar-version.ts';
import { minuteInWords } from './day-words.ts';
import { readWorkedOn } from './draft-of-calendar.ts';
import { editCalendar, EMPTY_DAY, sourceFault, typedIn, withRow } from './edit-calendar.ts';
import { CALENDAR } from './pages/calendar-tabs.tsx';
import { LimitsPage, type TypedLimit, type TypedRest } from './pages/limits-page.tsx';
import { readMinute } from './typed-hours.ts';

const edit = { permission: 'calendar.edit' } as const;
const LIMITS = `${CALENDAR}/moc`;

export const limitRoutes: readonly Route[] = [
  get(LIMITS, edit, (exchange) => show(exchange)),
  post(LIMITS, edit, own(setLimit)),
  get(`${LIMITS}/nghi-hang-tuan`, edit, (exchange) => show(exchange)),
  post(`${LIMITS}/nghi-hang-tuan`, edit, own(setRest)),
];

interface Mistake {
  readonly limit?: TypedLimit;
  readonly rest?: TypedRest;
  readonly errors: readonly FieldError[];
}

async function show({ db }: Exchange, mistake?: Mistake): Promise<Answer> {
  const { calendar, isDraft, version } = await readWorkedOn(db);
  const last = calendar.lateReceipt.at(-1);
  const clock = last && last.after !== null ? minuteInWords(last.after) : '';
  return page(
    <LimitsPage
      calendar={calendar}
      isDraft={isDraft}
      version={version}
      limit={mistake?.limit ?? { from: EMPTY_DAY, after: clock, source: '', confirmed: true }}
      rest={mistake?.rest ?? { restFrom: EMPTY_DAY, weekdays: calendar.weeklyRest.at(-1)?.weekdays.map(String) ?? [] }}
      errors={mistake?.errors ?? []}
    />,
    mistake ? 422 : 200,
  );
}

const WORDS = {
  day: { vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.', en: 'Enter a day of the calendar, such as 5 12 2026.' },
  time: {
    vi: 'Nhập giờ như 15:00, hoặc để trống khi không có mốc.',
    en: 'Enter a time such as 15:00, or nothing when there is no limit.',
  },
  all: { vi: 'Trong tuần phải còn ít nhất một ngày làm việc.', en: 'A week keeps at least one working day.' },
} as const;

async function setLimit(exchange: Own): Promise<Answer> {
  const { form, locale } = exchange;
  const limit: TypedLimit = {
    from: typedIn(exchange, 'from'),
    after: fieldOf(form, 'after').trim().slice(0, 5),
    source: fieldOf(form, 'source').normalize('NFC').trim().slice(0, 300),
    confirmed: fieldOf(form, 'confirmed') === 'true',
  };
  const from = readTypedDay(limit.from);
  const after = limit.after === '' ? null : readMinute(limit.after);
  const errors = [
    ...(from ? [] : [{ name: 'from', message: WORDS.day[locale] }]),
    ...(after === undefined ? [{ name: 'after', message: WORDS.time[locale] }] : []),
    ...sourceFault(limit.source, 'source', locale),
  ];
  if (!from || after === undefined || errors.length > 0) return show(exchange, { limit, errors });
  const { source, confirmed } = limit;
  return editCalendar(exchange, {
    part: `late-receipt ${from}`,
    back: LIMITS,
    change: (data) => ({
      data: { ...data, lateReceipt: withRow(data.lateReceipt, { from, after, source, confirmed }) },
    }),
    showAgain: (wrong) => show(exchange, { limit, errors: wrong }),
  });
}

async function setRest(exchange: Own): Promise<Answer> {
  const { form, locale } = exchange;
  const rest: TypedRest = {
    restFrom: typedIn(exchange, 'restFrom'),
    weekdays: valuesOf(form, 'weekdays').filter((one) => /^[0-6]$/.test(one)),
  };
  const from = readTypedDay(rest.restFrom);
  const weekdays = [...new Set(rest.weekdays.map(Number))].sort((a, b) => a - b);
  const errors = [
    ...(from ? [] : [{ name: 'restFrom', message: WORDS.day[locale] }]),
    ...(weekdays.length > 6 ? [{ name: 'weekdays', message: WORDS.all[locale] }] : []),
  ];
  if (!from || errors.length > 0) return show(exchange, { rest, errors });
  return editCalendar(exchange, {
    part: `weekly-rest ${from}`,
    back: LIMITS,
    change: (data: CalendarData) => ({ data: { ...data, weeklyRest: withRow(data.weeklyRest, { from, weekdays }) } }),
    showAgain: (wrong) => show(exchange, { rest, errors: wrong }),
  });
}
