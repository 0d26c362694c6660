/** The calendar as a dated setting: what differs between two calendars, what may not change any more, how an older one comes back. */
import type { LocalText } from '../i18n/local-text.ts';
import { type Fault, fault } from '../pack/fault.ts';
import { dayText } from '../text/vietnamese-date.ts';
import type { Difference, Setting } from '../settings/setting.ts';
import { type CalendarData, type Dated, dayNature, rowAt } from './calendar-version.ts';
import {
  dayInWords,
  lateReceiptInWords,
  NAMES,
  officeHoursInWords,
  receptionHoursInWords,
  weeklyRestInWords,
} from './calendar-words.ts';
import { namedDays } from './day-words.ts';
import { addDays, type Day } from './instant.ts';
import { checkSpecialDays } from './read-days-off.ts';
import { checkHours } from './read-hours.ts';
import { beyondFault } from './special-days.ts';

export const CALENDAR_SETTING = 'calendar';

type Both = Required<LocalText>;

export const calendarSetting: Setting<CalendarData> = {
  name: CALENDAR_SETTING,
  compare: (before, after) => [...differentDays(before, after), ...differentRows(before, after)],
  check: (body, before, from) => [
    ...checkSpecialDays(Object.entries(body.days), body),
    ...checkHours(body),
    ...Object.keys(body.days)
      .filter((day) => day < body.covers.from || day > body.covers.to)
      .map((day) => beyondFault(day, body)),
    ...passedDays(body, before, from),
    ...passedRows(body, before, from),
  ],
  comeBack,
};

/** Days that differ, those one after the other in the same way together. */
function differentDays(before: CalendarData, after: CalendarData): Difference[] {
  const days = [...new Set([...Object.keys(before.days), ...Object.keys(after.days)])].sort();
  const runs: { from: Day; to: Day; before: Both; after: Both }[] = [];
  for (const day of days) {
    const [was, is] = [dayInWords(before, day), dayInWords(after, day)];
    if (was.vi === is.vi && was.en === is.en) continue;
    const last = runs.at(-1);
    const joins = last && addDays(last.to, 1) === day && last.before.vi === was.vi && last.after.vi === is.vi;
    if (joins) last.to = day;
    else runs.push({ from: day, to: day, before: was, after: is });
  }
  return runs.map(({ from, to, ...words }) => ({
    key: from === to ? from : `${from}..${to}`,
    what: { vi: namedDays('vi', from, to), en: namedDays('en', from, to) },
    ...words,
  }));
}

interface Rows {
  readonly key: string;
  readonly name: Both;
  readonly rows: readonly { readonly from: Day; readonly words: Both; readonly effect: string }[];
}

/** Every list of dated rows of a calendar. `effect` is what moves a time: not its basis. */
function listRows(calendar: CalendarData): Rows[] {
  const rows = <T extends Dated>(key: string, name: Both, all: readonly T[], write: (row: T) => Both): Rows => ({
    key,
    name,
    rows: all.map((row) => ({ from: row.from, words: write(row), effect: effectOf(row) })),
  });
  const named = (text: Both, unit: string): Both => ({ vi: `${text.vi} ${unit}`, en: `${text.en} ${unit}` });
  return [
    rows('weekly-rest', NAMES.weeklyRest, calendar.weeklyRest, weeklyRestInWords),
    rows('office-hours', NAMES.officeHours, calendar.officeHours, officeHoursInWords),
    rows('reception-hours', NAMES.receptionHours, calendar.receptionHours, receptionHoursInWords),
    rows('late-receipt', NAMES.lateReceipt, calendar.lateReceipt, lateReceiptInWords),
    ...Object.entries(calendar.units).flatMap(([unit, own]) => [
      rows(`office-hours ${unit}`, named(NAMES.officeHours, unit), own.officeHours ?? [], officeHoursInWords),
      rows(
        `reception-hours ${unit}`,
        named(NAMES.receptionHours, unit),
        own.receptionHours ?? [],
        receptionHoursInWords,
      ),
    ]),
  ];
}

function effectOf(row: Dated): string {
  const { source: _, confirmed: __, ...effect } = row as Dated & { source?: string; confirmed?: boolean };
  return JSON.stringify(effect);
}

function differentRows(before: CalendarData, after: CalendarData): Difference[] {
  const [was, is] = [listRows(before), listRows(after)];
  const names = new Map([...was, ...is].map(({ key, name }) => [key, name]));
  return [...names].flatMap(([key, name]) => {
    const [old, fresh] = [was, is].map((lists) => lists.find((one) => one.key === key)?.rows ?? []) as [
      Rows['rows'],
      Rows['rows'],
    ];
    const days = [...new Set([...old, ...fresh].map(({ from }) => from))].sort();
    return days.flatMap((day): Difference[] => {
      const [wasRow, isRow] = [old, fresh].map((rows) => rows.find(({ from }) => from === day)?.words ?? null) as [
        Both | null,
        Both | null,
      ];
      if (wasRow?.vi === isRow?.vi && wasRow?.en === isRow?.en) return [];
      const what = { vi: `${name.vi}, từ ${dayText(day)}`, en: `${name.en}, from ${dayText(day, 'en')}` };
      return [{ key: `${key} ${day}`, what, before: wasRow, after: isRow }];
    });
  });
}

/** A day that has passed stays what it was: terms have been reckoned and judged by it. Its basis may be confirmed later. */
function passedDays(body: CalendarData, before: CalendarData, from: Day): Fault[] {
  return [...new Set([...Object.keys(before.days), ...Object.keys(body.days)])]
    .filter((day) => day < from && dayNature(body, day).works !== dayNature(before, day).works)
    .sort()
    .map((day) => passedFault(day, from));
}

function passedRows(body: CalendarData, before: CalendarData, from: Day): Fault[] {
  const flat = (calendar: CalendarData) =>
    new Map(listRows(calendar).flatMap(({ key, rows }) => rows.map((row) => [`${key} ${row.from}`, row] as const)));
  const [was, is] = [flat(before), flat(body)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const row = is.get(key) ?? was.get(key);
    if (!row || row.from >= from || was.get(key)?.effect === is.get(key)?.effect) return [];
    return [passedFault(row.from, from)];
  });
}

const passedFault = (day: Day, from: Day): Fault =>
  fault(
    'calendar.day-passed',
    day,
    `${dayText(day)} đứng trước ngày áp dụng ${dayText(from)}: điều đã qua không đổi được nữa, chỉ xác nhận được căn cứ.`,
    `${dayText(day, 'en')} lies before the first day in force, ${dayText(from, 'en')}: what has passed can't be changed, only its basis confirmed.`,
  );

/** The older calendar from that day on; what lies before stays as it stands now. */
function comeBack(older: CalendarData, present: CalendarData, from: Day): CalendarData {
  const split = (days: CalendarData['days'], keep: (day: Day) => boolean) =>
    Object.fromEntries(Object.entries(days).filter(([day]) => keep(day)));
  const units = [...new Set([...Object.keys(older.units), ...Object.keys(present.units)])].map((unit) => {
    const [was, is] = [older.units[unit], present.units[unit]];
    const own = <T extends Dated>(
      old: readonly T[] | undefined,
      now: readonly T[] | undefined,
      province: readonly T[],
    ) => (old || now ? rowsBack(old ?? [rowAt(province, from)], now ?? [], from) : undefined);
    const officeHours = own(was?.officeHours, is?.officeHours, older.officeHours);
    const receptionHours = own(was?.receptionHours, is?.receptionHours, older.receptionHours);
    return [unit, { ...(officeHours && { officeHours }), ...(receptionHours && { receptionHours }) }] as const;
  });
  const known = (day: Day) => day >= from && day <= older.covers.to;
  return {
    covers: {
      from: older.covers.from < present.covers.from ? older.covers.from : present.covers.from,
      to: older.covers.to > present.covers.to ? older.covers.to : present.covers.to,
    },
    weeklyRest: rowsBack(older.weeklyRest, present.weeklyRest, from),
    officeHours: rowsBack(older.officeHours, present.officeHours, from),
    receptionHours: rowsBack(older.receptionHours, present.receptionHours, from),
    lateReceipt: rowsBack(older.lateReceipt, present.lateReceipt, from),
    units: Object.fromEntries(units),
    days: { ...split(present.days, (day) => !known(day)), ...split(older.days, known) },
  };
}

function rowsBack<T extends Dated>(older: readonly T[], present: readonly T[], from: Day): T[] {
  const before = present.filter((row) => row.from < from);
  const now = rowAt(older, from);
  const rules = before.at(-1);
  const differs = !rules || effectOf({ ...rules, from }) !== effectOf({ ...now, from });
  return [...before, ...(differs ? [{ ...now, from }] : []), ...older.filter((row) => row.from > from)];
}
