/** Hours of the calendar, from the pack's `hours.yaml`: weekly rest, office and reception hours, the late-receipt limit. */
import { type Fault, fault, faultsIn } from '../pack/fault.ts';
import { type HoursFile, WEEKDAYS } from './calendar-file.ts';
import type { CalendarData, Dated, OfficeHours, ReceptionHours, Window } from './calendar-version.ts';
import { findInstant } from './instant.ts';

export type Hours = Omit<CalendarData, 'covers' | 'days'>;

export function hoursOf(file: HoursFile): Hours {
  const units = Object.entries(file.units ?? {}).map(([unit, own]) => [
    unit,
    {
      officeHours: own['office-hours']?.map(officeHoursOf),
      receptionHours: own['reception-hours']?.map(receptionHoursOf),
    },
  ]);
  return {
    weeklyRest: file['weekly-rest'].map(({ from, weekdays }) => ({
      from,
      weekdays: weekdays.map((weekday) => WEEKDAYS.indexOf(weekday)),
    })),
    officeHours: file['office-hours'].map(officeHoursOf),
    receptionHours: file['reception-hours'].map(receptionHoursOf),
    lateReceipt: file['late-receipt'].map(({ from, after, source, confirm }) => ({
      from,
      after: after === null ? null : minuteOf(after),
      source,
      confirmed: !confirm,
    })),
    units: Object.fromEntries(units),
  };
}

type OfficeHoursRow = HoursFile['office-hours'][number];
type ReceptionHoursRow = HoursFile['reception-hours'][number];

const officeHoursOf = ({ from, windows, source, confirm }: OfficeHoursRow): OfficeHours => ({
  from,
  windows: windows.map(windowOf),
  source,
  confirmed: !confirm,
});

const receptionHoursOf = ({ from, weekdays, source, confirm }: ReceptionHoursRow): ReceptionHours => ({
  from,
  weekdays: Object.fromEntries(WEEKDAYS.map((weekday, index) => [index, (weekdays[weekday] ?? []).map(windowOf)])),
  source,
  confirmed: !confirm,
});

function windowOf(text: string): Window {
  const [opens, closes] = text.split('-').map(minuteOf) as [number, number];
  return { opens, closes };
}

function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** What the shape cannot say: rows in order, windows in order, a working day of 480 minutes. */
export function checkHours(hours: Hours): Fault[] {
  const own = Object.entries(hours.units).flatMap(([unit, { officeHours = [], receptionHours = [] }]) =>
    faultsIn(unit, [...checkOffice(officeHours), ...checkReception(receptionHours)]),
  );
  return [
    ...checkRows('weekly-rest', hours.weeklyRest),
    ...checkRows('late-receipt', hours.lateReceipt),
    ...checkOffice(hours.officeHours),
    ...checkReception(hours.receptionHours),
    ...own,
  ];
}

function checkOffice(rows: readonly OfficeHours[]): Fault[] {
  const faults = rows.flatMap(({ from, windows }) => {
    const minutes = windows.reduce((sum, { opens, closes }) => sum + closes - opens, 0);
    if (!inOrder(windows)) return [windowsFault(`office-hours ${from}`)];
    if (minutes === 480) return [];
    return [
      fault(
        'calendar.not-480-minutes',
        `office-hours ${from}`,
        `Một ngày làm việc phải có 480 phút, ở đây là ${minutes}.`,
        `A working day has 480 minutes, here it has ${minutes}.`,
      ),
    ];
  });
  return [...checkRows('office-hours', rows), ...faults];
}

function checkReception(rows: readonly ReceptionHours[]): Fault[] {
  const wrong = rows.filter(({ weekdays }) => !Object.values(weekdays).every(inOrder));
  return [...checkRows('reception-hours', rows), ...wrong.map(({ from }) => windowsFault(`reception-hours ${from}`))];
}

const inOrder = (windows: readonly Window[]): boolean =>
  windows.every(
    ({ opens, closes }, index) => opens < closes && (index === 0 || (windows[index - 1] as Window).closes < opens),
  );

const windowsFault = (at: string): Fault =>
  fault(
    'calendar.windows',
    at,
    'Các khung giờ phải nối tiếp theo thứ tự, không chồng lên nhau.',
    'Windows must follow each other in order, without overlap.',
  );

function checkRows(name: string, rows: readonly Dated[]): Fault[] {
  return rows.flatMap(({ from }, index) => {
    const before = rows[index - 1]?.from;
    if (findInstant(from) !== undefined && (before === undefined || before < from)) return [];
    return [
      fault(
        'calendar.rows',
        `${name} ${from}`,
        'Các dòng phải có ngày hiệu lực thật và tăng dần.',
        'Rows must have real days, each later than the one before.',
      ),
    ];
  });
}
