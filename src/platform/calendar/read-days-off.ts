/** Days off of one year, from the pack's `days-off-<year>.yaml`: holidays, swapped days, days still undecided. */
import { type Fault, fault } from '../pack/fault.ts';
import type { DaysOffFile } from './calendar-file.ts';
import { type CalendarData, isWeeklyRest, type Sourced, type SpecialDay } from './calendar-version.ts';
import { namedDay } from './day-words.ts';
import { addDays, type Day, daysBetween, findInstant } from './instant.ts';

type Week = Pick<CalendarData, 'weeklyRest'>;

/** The longest run of days off the reader takes for meant: Tết with both its weekends is 9 to 11. */
export const LONGEST_RUN = 31;

/** Each special day with its nature, in the order of the file; a day may still be there twice. */
export function daysOffOf(file: DaysOffFile, week: Week): [Day, SpecialDay][] {
  return [
    ...file['days-off'].flatMap(({ from, to = from, title, source, confirm }) =>
      runOf(from, to).map((day) => special(day, { kind: 'holiday', works: false, title, source, confirmed: !confirm })),
    ),
    ...(file.swaps ?? []).flatMap(swapOf),
    // on a day of rest there is nothing to decide
    ...(file.undecided ?? [])
      .filter(({ day }) => !isWeeklyRest(week, day))
      .map(({ day, title, source }) =>
        special(day, { kind: 'undecided', works: true, title, source, confirmed: false }),
      ),
  ];
}

const special = (day: Day, nature: SpecialDay): [Day, SpecialDay] => [day, nature];

export const runOf = (from: Day, to: Day): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

const swapOf = ({ off, works, source, confirm }: NonNullable<DaysOffFile['swaps']>[number]): [Day, SpecialDay][] =>
  swappedDays({ off, works, source, confirmed: !confirm });

export interface Swap extends Sourced {
  readonly off: Day;
  readonly works: Day;
}

/** Both days of a swap, each with the other in its title. */
export function swappedDays({ off, works, ...origin }: Swap): [Day, SpecialDay][] {
  const offTitle = {
    vi: `hoán đổi, làm bù ${namedDay('vi', works)}`,
    en: `off in exchange for ${namedDay('en', works)}`,
  };
  const worksTitle = {
    vi: `làm bù cho ngày nghỉ hoán đổi ${namedDay('vi', off)}`,
    en: `worked in exchange for ${namedDay('en', off)}`,
  };
  return [
    special(off, { kind: 'swapped-off', works: false, title: offTitle, with: works, ...origin }),
    special(works, { kind: 'swapped-working', works: true, title: worksTitle, with: off, ...origin }),
  ];
}

/** What the shape cannot say: real days of that year, ends in order. To be called before `daysOffOf`. */
export function checkDaysOff(file: DaysOffFile): Fault[] {
  const named = [
    ...file['days-off'].flatMap(({ from, to = from }) => [from, to]),
    ...(file.swaps ?? []).flatMap(({ off, works }) => [off, works]),
    ...(file.undecided ?? []).map(({ day }) => day),
  ];
  const unreal = named.filter((day) => findInstant(day) === undefined || day.slice(0, 4) !== String(file.year));
  if (unreal.length > 0) return unreal.map((day) => notOfYear(day, file.year));
  return file['days-off']
    .filter(({ from, to = from }) => to < from || daysBetween(from, to) >= LONGEST_RUN)
    .map(({ from, to }) =>
      fault(
        'calendar.run',
        `${from} - ${to}`,
        `Đợt nghỉ phải từ 1 đến ${LONGEST_RUN} ngày, ngày đầu trước ngày cuối.`,
        `A run of days off has 1 to ${LONGEST_RUN} days, the first before the last.`,
      ),
    );
}

const notOfYear = (day: Day, year: number): Fault =>
  fault('calendar.day', day, `Không phải là một ngày của năm ${year}.`, `Not a day of the year ${year}.`);

/** A swap moves work between a day that works and one that rests; each day has one nature. */
export function checkSpecialDays(days: readonly [Day, SpecialDay][], week: Week): Fault[] {
  const seen = new Set<Day>();
  return days.flatMap(([day, { kind }]) => {
    const twice = seen.has(day);
    seen.add(day);
    if (twice) {
      return [
        fault('calendar.day-twice', day, 'Ngày này đã có ở một dòng khác.', 'This day is already in another row.'),
      ];
    }
    if (kind === 'swapped-off' && isWeeklyRest(week, day)) {
      return [
        fault(
          'calendar.swap-off',
          day,
          'Ngày nghỉ hoán đổi vốn đã là ngày nghỉ.',
          'The day swapped off is a day of rest anyway.',
        ),
      ];
    }
    if (kind === 'swapped-working' && !isWeeklyRest(week, day)) {
      return [
        fault(
          'calendar.swap-works',
          day,
          'Ngày làm bù vốn đã là ngày làm việc.',
          'The day worked in exchange is a working day anyway.',
        ),
      ];
    }
    return [];
  });
}
