/** Special days as they are shown and changed: runs of days off, swapped days, days that wait for a decision. */
import { type Fault, fault } from '../pack/fault.ts';
import { type CalendarData, dayNature, isWeeklyRest, type Sourced, type SpecialDay } from './calendar-version.ts';
import { addDays, type Day, daysBetween } from './instant.ts';
import { LONGEST_RUN, runOf, type Swap, swappedDays } from './read-days-off.ts';

/** Days one after the other that are the same thing. */
export interface SpecialRun {
  readonly from: Day;
  readonly to: Day;
  readonly special: SpecialDay;
}

/** Of a year, in order. */
export function listSpecialRuns({ days }: Pick<CalendarData, 'days'>, year: string): SpecialRun[] {
  const runs: SpecialRun[] = [];
  for (const day of Object.keys(days).sort()) {
    if (!day.startsWith(year)) continue;
    const special = days[day] as SpecialDay;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day && isSame(last.special, special))
      runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, special });
  }
  return runs;
}

export const findSpecialRun = (calendar: Pick<CalendarData, 'days'>, day: Day): SpecialRun | undefined =>
  listSpecialRuns(calendar, day.slice(0, 4)).find(({ from, to }) => from <= day && day <= to);

const isSame = (a: SpecialDay, b: SpecialDay): boolean =>
  a.kind === b.kind && a.title.vi === b.title.vi && a.source === b.source && a.confirmed === b.confirmed;

export type DaysEdit =
  | ({
      readonly kind: 'off';
      readonly from: Day;
      readonly to: Day;
      readonly title: Required<SpecialDay['title']>;
    } & Sourced)
  | ({ readonly kind: 'swap' } & Swap)
  /** As its weekday says. */
  | { readonly kind: 'ordinary' };

export type EditedDays = { readonly faults: readonly Fault[] } | { readonly data: CalendarData };

/** The day asked about, with its run or its swap, gives way to what is wanted. */
export function editDays(data: CalendarData, day: Day, edit: DaysEdit): EditedDays {
  const cleared = withoutDay(data, day);
  if (edit.kind === 'ordinary') return { data: cleared };
  const wanted = edit.kind === 'off' ? [edit.from, edit.to] : [edit.off, edit.works];
  const beyond = wanted.filter((one) => one < data.covers.from || one > data.covers.to);
  if (beyond.length > 0) return { faults: beyond.map((one) => beyondFault(one, data)) };
  return edit.kind === 'off' ? putRun(cleared, edit) : putSwap(cleared, edit);
}

/** The run or the swap that holds the day rests on a document from now on. */
export function confirmDays(data: CalendarData, day: Day, source: string): CalendarData {
  const confirmed = daysWith(data, day).map((one): [Day, SpecialDay] => [
    one,
    { ...(data.days[one] as SpecialDay), source, confirmed: true },
  ]);
  return { ...data, days: { ...data.days, ...Object.fromEntries(confirmed) } };
}

function withoutDay(data: CalendarData, day: Day): CalendarData {
  const gone = new Set(daysWith(data, day));
  return { ...data, days: Object.fromEntries(Object.entries(data.days).filter(([one]) => !gone.has(one))) };
}

/** The days that go together with this one. */
function daysWith(data: CalendarData, day: Day): Day[] {
  const special = data.days[day];
  if (!special) return [];
  if (special.with !== undefined) return [day, special.with];
  const run = findSpecialRun(data, day);
  return run ? runOf(run.from, run.to) : [day];
}

function putRun(
  data: CalendarData,
  { from, to, title, source, confirmed }: Extract<DaysEdit, { kind: 'off' }>,
): EditedDays {
  if (to < from || daysBetween(from, to) >= LONGEST_RUN) {
    const [vi, en] = [
      `Đợt nghỉ có từ 1 đến ${LONGEST_RUN} ngày, ngày đầu không sau ngày cuối.`,
      `A run of days off has 1 to ${LONGEST_RUN} days, the first not after the last.`,
    ];
    return { faults: [fault('calendar.run', 'to', vi, en)] };
  }
  return put(
    data,
    runOf(from, to).map((one): [Day, SpecialDay] => [one, { kind: 'holiday', works: false, title, source, confirmed }]),
  );
}

function putSwap(data: CalendarData, { off, works, source, confirmed }: Swap): EditedDays {
  if (isWeeklyRest(data, off) || (data.days[off] && !dayNature(data, off).works)) {
    const [vi, en] = ['Ngày nghỉ hoán đổi vốn đã là ngày nghỉ.', 'The day swapped off is a day off anyway.'];
    return { faults: [fault('calendar.swap-off', 'off', vi, en)] };
  }
  if (dayNature(data, works).works) {
    const [vi, en] = [
      'Ngày làm bù phải là một ngày nghỉ, ví dụ thứ Bảy; ngày này vốn đã là ngày làm việc.',
      'The day worked in exchange must be a day off, such as a Saturday; this one is a working day anyway.',
    ];
    return { faults: [fault('calendar.swap-works', 'works', vi, en)] };
  }
  return put(data, swappedDays({ off, works, source, confirmed }));
}

/** A day has one nature. */
function put(data: CalendarData, days: readonly [Day, SpecialDay][]): EditedDays {
  const taken = days.filter(([day]) => data.days[day] && data.days[day].kind !== 'undecided');
  if (taken.length > 0) {
    return {
      faults: taken.map(([day]) =>
        fault(
          'calendar.day-twice',
          day,
          `Ngày ${day} đã thuộc một đợt nghỉ hoặc một lần hoán đổi khác. Hãy sửa ngày đó trước.`,
          `${day} already belongs to other days off or another swap. Change that one first.`,
        ),
      ),
    };
  }
  return { data: { ...data, days: { ...data.days, ...Object.fromEntries(days) } } };
}

export function beyondFault(day: Day, { covers }: Pick<CalendarData, 'covers'>): Fault {
  const [first, last] = [covers.from.slice(0, 4), covers.to.slice(0, 4)];
  return fault(
    'calendar.day-beyond',
    day,
    `Lịch có từ năm ${first} đến năm ${last}.`,
    `The calendar holds the years ${first} to ${last}.`,
  );
}
