/** Routes of hours: which units keep hours of their own, and a row of hours from a day on. */
import { type Answer, type Exchange, fieldOf, get, notFound, page, post, type Route, seeOther } from '../http/route.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { unitAt } from '../organisation/find-units.ts';
import { own, type Own } from '../settings/setting-routes.tsx';
import { isDay } from '../text/partial-day.ts';
import { readTypedDay } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import { rowAt, type Window } from './calendar-version.ts';
import { WEEK } from './calendar-words.ts';
import { readWorkedOn } from './draft-of-calendar.ts';
import { editCalendar, EMPTY_DAY, sourceFault, typedIn } from './edit-calendar.ts';
import { dropHours, editHours, hoursOfUnit } from './edit-hours.ts';
import { dayOf } from './instant.ts';
import { CALENDAR } from './pages/calendar-tabs.tsx';
import { HoursPage } from './pages/hours-page.tsx';
import { type TypedHours, UnitHoursPage } from './pages/unit-hours-page.tsx';
import { readWindows, windowsAsTyped } from './typed-hours.ts';

const edit = { permission: 'calendar.edit' } as const;
const HOURS = `${CALENDAR}/gio`;
const ONE = `${HOURS}/:unit`;
/** In a path, where a unit's code stands otherwise. */
const PROVINCE = 'tinh';

export const hourRoutes: readonly Route[] = [
  get(HOURS, edit, showAll),
  get(ONE, edit, (exchange) => showUnit(exchange)),
  post(ONE, edit, own(change)),
  post(`${ONE}/bo`, edit, own(drop)),
  get(`${ONE}/bo`, edit, ({ params }) => seeOther(`${HOURS}/${params.unit}`)),
];

async function showAll(exchange: Exchange): Promise<Answer> {
  const { db, query, clock } = exchange;
  const { calendar, isDraft } = await readWorkedOn(db);
  const code = fieldOf(query, 'don-vi').trim().slice(0, 40);
  const found = code === '' ? undefined : await unitAt(db, code, dayOf(clock()));
  if (found) return seeOther(`${HOURS}/${found.code}`);
  const units = await Promise.all(
    Object.keys(calendar.units)
      .sort()
      .map(async (unit) => ({ code: unit, name: (await unitAt(db, unit, dayOf(clock())))?.name ?? { vi: unit } })),
  );
  return page(
    <HoursPage calendar={calendar} units={units} asked={code} missing={code !== ''} isDraft={isDraft} />,
    code === '' ? 200 : 422,
  );
}

interface Named {
  readonly unit: string | undefined;
  readonly name: LocalText | undefined;
}

/** The province, or a unit that there is; undefined when there is none. */
async function findNamed({ db, params, clock }: Exchange): Promise<Named | undefined> {
  const code = params.unit ?? '';
  if (code === PROVINCE) return { unit: undefined, name: undefined };
  const found = await unitAt(db, code, dayOf(clock()));
  return found && { unit: code, name: found.name };
}

interface Mistake {
  readonly typed?: TypedHours;
  readonly errors: readonly FieldError[];
}

async function showUnit(exchange: Exchange, mistake?: Mistake): Promise<Answer> {
  const { db, clock } = exchange;
  const named = await findNamed(exchange);
  if (!named) return notFound;
  const { calendar, isDraft, version } = await readWorkedOn(db);
  const { officeHours, receptionHours } = hoursOfUnit(calendar, named.unit);
  const today = dayOf(clock());
  const weekdays = rowAt(receptionHours, today).weekdays;
  const now: TypedHours = {
    from: EMPTY_DAY,
    office: windowsAsTyped(rowAt(officeHours, today).windows),
    reception: Object.fromEntries(WEEK.map((day) => [day, windowsAsTyped(weekdays[day] ?? [])])),
    source: '',
    confirmed: true,
  };
  return page(
    <UnitHoursPage
      path={`${HOURS}/${named.unit ?? PROVINCE}`}
      {...(named.name && { name: named.name })}
      isOwn={named.unit === undefined || calendar.units[named.unit] !== undefined}
      officeHours={officeHours}
      receptionHours={receptionHours}
      today={today}
      isDraft={isDraft}
      version={version}
      typed={mistake?.typed ?? now}
      errors={mistake?.errors ?? []}
    />,
    mistake ? 422 : 200,
  );
}

const WORDS = {
  day: { vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.', en: 'Enter a day of the calendar, such as 5 12 2026.' },
  windows: {
    vi: 'Nhập các khung giờ như 07:00-11:30, 13:30-17:00, nhiều nhất 4 khung.',
    en: 'Enter hours such as 07:00-11:30, 13:30-17:00, at most 4 spans.',
  },
} as const;

async function change(exchange: Own): Promise<Answer> {
  const { form, locale } = exchange;
  const named = await findNamed(exchange);
  if (!named) return notFound;
  const text = (name: string, most: number) => fieldOf(form, name).normalize('NFC').trim().slice(0, most);
  const typed: TypedHours = {
    from: typedIn(exchange, 'from'),
    office: text('windows', 80),
    reception: Object.fromEntries(WEEK.map((day) => [day, text(`reception.${day}`, 80)])),
    source: text('source', 300),
    confirmed: fieldOf(form, 'confirmed') === 'true',
  };
  const from = readTypedDay(typed.from);
  const office = readWindows(typed.office);
  const days = WEEK.map((day) => [day, readWindows(typed.reception[day] ?? '')] as const);
  const errors = [
    ...(from ? [] : [{ name: 'from', message: WORDS.day[locale] }]),
    ...(office && office.length > 0 ? [] : [{ name: 'windows', message: WORDS.windows[locale] }]),
    ...days
      .filter(([, windows]) => !windows)
      .map(([day]) => ({ name: `reception.${day}`, message: WORDS.windows[locale] })),
    ...sourceFault(typed.source, 'source', locale),
  ];
  if (!from || !office || errors.length > 0) return showUnit(exchange, { typed, errors });
  const reception = Object.fromEntries(days.map(([day, windows]) => [day, windows as readonly Window[]]));
  const { source, confirmed } = typed;
  return editCalendar(exchange, {
    part: `hours ${named.unit ?? ''} ${from}`,
    back: `${HOURS}/${named.unit ?? PROVINCE}`,
    change: (data) => ({ data: editHours(data, named.unit, { from, office, reception, source, confirmed }) }),
    showAgain: (wrong) => showUnit(exchange, { typed, errors: wrong }),
  });
}

async function drop(exchange: Own): Promise<Answer> {
  const named = await findNamed(exchange);
  const from = fieldOf(exchange.form, 'row');
  if (!named || !isDay(from)) return notFound;
  return editCalendar(exchange, {
    part: `hours ${named.unit ?? ''} ${from}`,
    back: `${HOURS}/${named.unit ?? PROVINCE}`,
    change: (data) => ({ data: dropHours(data, named.unit, from) }),
    showAgain: (errors) => showUnit(exchange, { errors }),
  });
}
