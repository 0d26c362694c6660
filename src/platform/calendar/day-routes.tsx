/** Routes of days: the year, one day, and changing or confirming it in the draft. */
import { type Answer, type Exchange, fieldOf, get, notFound, page, post, type Route, seeOther } from '../http/route.ts';
import { own, type Own } from '../settings/setting-routes.tsx';
import { isDay } from '../text/partial-day.ts';
import { readTypedDay, typedDayOf } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { editCalendar, EMPTY_DAY, sourceFault, typedIn } from './edit-calendar.ts';
import { readWorkedOn } from './draft-of-calendar.ts';
import type { CalendarData } from './calendar-version.ts';
import { type Day, dayOf } from './instant.ts';
import { CALENDAR } from './pages/calendar-tabs.tsx';
import { DayPage, type TypedDayEdit } from './pages/day-page.tsx';
import { YearPage } from './pages/year-page.tsx';
import { confirmDays, type DaysEdit, editDays, findSpecialRun } from './special-days.ts';

const edit = { permission: 'calendar.edit' } as const;
const ONE = `${CALENDAR}/ngay/:day`;

export const dayRoutes: readonly Route[] = [
  get(CALENDAR, edit, showYear),
  get(ONE, edit, (exchange) => showDay(exchange)),
  post(ONE, edit, own(change)),
  post(`${ONE}/xac-nhan`, edit, own(confirm)),
  get(`${ONE}/xac-nhan`, edit, ({ params }) => seeOther(`${CALENDAR}/ngay/${params.day}`)),
];

async function showYear({ db, query, clock }: Exchange): Promise<Answer> {
  const { calendar, isDraft } = await readWorkedOn(db);
  const today = dayOf(clock());
  const asked = fieldOf(query, 'nam');
  const year = Number(asked === '' ? today.slice(0, 4) : asked);
  const [first, last] = [Number(calendar.covers.from.slice(0, 4)), Number(calendar.covers.to.slice(0, 4))];
  if (!Number.isInteger(year) || year < first || year > last) return notFound;
  return page(<YearPage calendar={calendar} year={year} today={today} isDraft={isDraft} />);
}

interface Mistake {
  readonly typed?: TypedDayEdit;
  readonly errors: readonly FieldError[];
}

async function showDay({ db, params }: Exchange, mistake?: Mistake): Promise<Answer> {
  const day = params.day ?? '';
  const { calendar, isDraft, version } = await readWorkedOn(db);
  if (!isDay(day) || day < calendar.covers.from || day > calendar.covers.to) return notFound;
  return page(
    <DayPage
      calendar={calendar}
      day={day}
      isDraft={isDraft}
      version={version}
      typed={mistake?.typed ?? typedOf(calendar, day)}
      errors={mistake?.errors ?? []}
    />,
    mistake ? 422 : 200,
  );
}

/** As the day is. */
function typedOf(calendar: CalendarData, day: Day): TypedDayEdit {
  const run = findSpecialRun(calendar, day);
  if (!run) {
    const nothing = { titleVi: '', titleEn: '', source: '', confirmed: true };
    return { kind: 'nghi', to: EMPTY_DAY, other: EMPTY_DAY, ...nothing };
  }
  const { special } = run;
  const isRun = special.kind === 'holiday' || special.kind === 'undecided';
  return {
    kind: isRun ? 'nghi' : 'hoan-doi',
    to: isRun && run.to !== day ? typedDayOf(run.to) : EMPTY_DAY,
    titleVi: isRun ? special.title.vi : '',
    titleEn: isRun ? (special.title.en ?? '') : '',
    other: special.kind === 'swapped-off' && special.with ? typedDayOf(special.with) : EMPTY_DAY,
    source: special.source,
    confirmed: special.confirmed,
  };
}

async function change(exchange: Own): Promise<Answer> {
  const { form, params } = exchange;
  const day = params.day ?? '';
  if (!isDay(day)) return notFound;
  const text = (name: string) => fieldOf(form, name).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300);
  const typed: TypedDayEdit = {
    kind: text('kind'),
    to: typedIn(exchange, 'to'),
    titleVi: text('titleVi'),
    titleEn: text('titleEn'),
    other: typedIn(exchange, 'works'),
    source: text('source'),
    confirmed: fieldOf(form, 'confirmed') === 'true',
  };
  const wanted = readEdit(exchange, day, typed);
  if ('errors' in wanted) return showDay(exchange, { typed, errors: wanted.errors });
  return editCalendar(exchange, {
    part: day,
    back: `${CALENDAR}/ngay/${day}`,
    change: (calendar) => editDays(calendar, day, wanted),
    showAgain: (errors) => showDay(exchange, { typed, errors }),
  });
}

const WORDS = {
  kind: { vi: 'Chọn ngày này là gì.', en: 'Choose what this day is.' },
  day: { vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.', en: 'Enter a day of the calendar, such as 5 12 2026.' },
  title: { vi: 'Nhập tên ngày nghỉ.', en: 'Enter the name of the day off.' },
} as const;

function readEdit(
  { locale }: Own,
  day: Day,
  typed: TypedDayEdit,
): DaysEdit | { readonly errors: readonly FieldError[] } {
  if (typed.kind === 'thuong') return { kind: 'ordinary' };
  const { source, confirmed, titleVi, titleEn } = typed;
  const basis = sourceFault(source, 'source', locale);
  if (typed.kind === 'hoan-doi') {
    const works = readTypedDay(typed.other);
    const errors = [...(works ? [] : [{ name: 'works', message: WORDS.day[locale] }]), ...basis];
    return works && errors.length === 0 ? { kind: 'swap', off: day, works, source, confirmed } : { errors };
  }
  if (typed.kind !== 'nghi') return { errors: [{ name: 'kind', message: WORDS.kind[locale] }] };
  const isOne = Object.values(typed.to).every((part) => part === '');
  const to = isOne ? day : readTypedDay(typed.to);
  const missing = (
    [
      ['titleVi', titleVi],
      ['titleEn', titleEn],
    ] as const
  ).filter(([, text]) => text === '');
  const errors = [
    ...(to ? [] : [{ name: 'to', message: WORDS.day[locale] }]),
    ...missing.map(([name]) => ({ name, message: WORDS.title[locale] })),
    ...basis,
  ];
  if (!to || errors.length > 0) return { errors };
  return { kind: 'off', from: day, to, title: { vi: titleVi, en: titleEn }, source, confirmed };
}

async function confirm(exchange: Own): Promise<Answer> {
  const { form, params, locale } = exchange;
  const day = params.day ?? '';
  const source = fieldOf(form, 'basis').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 300);
  const errors = sourceFault(source, 'basis', locale);
  if (errors.length > 0) return showDay(exchange, { errors });
  return editCalendar(exchange, {
    part: `confirm ${day}`,
    back: `${CALENDAR}/ngay/${day}`,
    change: (calendar) => ({ data: confirmDays(calendar, day, source) }),
    showAgain: (wrong) => showDay(exchange, { errors: wrong }),
  });
}
