/** Statutory days off (ngày nghỉ lễ, tết theo luật): what the law gives in a year before the Prime Minister decides, to propose a year's file and to check one. */
import type { DaysOffFile } from './calendar-file.ts';
import { addDays, type Day, weekdayOf } from './instant.ts';
import type { LunarDays } from './lunar-days.ts';

type Row = DaysOffFile['days-off'][number];

interface Holiday {
  readonly title: Row['title'];
  readonly days: readonly Day[];
  readonly source: string;
  readonly confirm?: true;
}

const CODE_2012 = 'Bộ luật Lao động 10/2012/QH13, Điều 115';
const CODE_2019 = 'Bộ luật Lao động 45/2019/QH14, Điều 112';

/**
 * Bộ luật Lao động 45/2019/QH14 Đ.112, before 2021 10/2012/QH13 Đ.115: the fixed days, five days of Tết, the tenth of
 * the third lunar month, and since 2021 a day beside 2 September. Which days of Tết and which side of 2 September is
 * for the Prime Minister to say: those rows ask to be confirmed. A holiday on a day of weekly rest is made up on the
 * next working day (Đ.111 k.3).
 */
export function statutoryDaysOff(year: number, lunar: LunarDays): Row[] {
  const holidays = holidaysOf(year, lunar);
  const taken = new Set(holidays.flatMap(({ days }) => days));
  return holidays
    .flatMap((holiday) => {
      const compensation = compensate(holiday, taken);
      return isOneRun(holiday, compensation)
        ? [rowOf(holiday, [...holiday.days, ...compensation])]
        : [rowOf(holiday, holiday.days), ...compensation.map((day) => compensationRow(holiday, day))];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function holidaysOf(year: number, { tet, hungKings }: LunarDays): Holiday[] {
  const law = year < 2021 ? { source: CODE_2012, confirm: true as const } : { source: CODE_2019 };
  const decided = {
    source: `${law.source}; những ngày cụ thể do Thủ tướng Chính phủ quyết định`,
    confirm: true as const,
  };
  return [
    { title: { vi: 'Tết Dương lịch', en: "New Year's Day" }, days: [`${year}-01-01`], ...law },
    { title: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' }, days: tetDays(tet), ...decided },
    { title: { vi: 'Giỗ Tổ Hùng Vương', en: "Hùng Kings' Day" }, days: [hungKings], ...law },
    { title: { vi: 'Ngày Chiến thắng', en: 'Victory Day' }, days: [`${year}-04-30`], ...law },
    { title: { vi: 'Ngày Quốc tế lao động', en: 'International Labour Day' }, days: [`${year}-05-01`], ...law },
    ...nationalDay(year, law, decided),
  ];
}

/** Two days before and three from the first: with the days in lieu, the same days off as each decision from 2020 to 2026 had, from memory, hence to be confirmed. */
const tetDays = (tet: Day): Day[] => [-2, -1, 0, 1, 2].map((index) => addDays(tet, index));

function nationalDay(
  year: number,
  law: Omit<Holiday, 'title' | 'days'>,
  decided: Omit<Holiday, 'title' | 'days'>,
): Holiday[] {
  const title = { vi: 'Quốc khánh', en: 'National Day' };
  const day = `${year}-09-02`;
  if (year < 2021) return [{ title, days: [day], ...law }];
  // the neighbour that lengthens the weekend, as each decision since 2021 had it, from memory, hence to be confirmed
  const before = [2, 3, 5, 6].includes(weekdayOf(day));
  return [
    { title, days: [day], ...law },
    { title, days: [addDays(day, before ? -1 : 1)], ...decided },
  ];
}

/** The days off in exchange for those that fall on weekly rest; each takes the next day that is not off already. */
function compensate({ days }: Holiday, taken: Set<Day>): Day[] {
  return days.filter(isWeekend).map((day) => {
    let next = day;
    while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
    taken.add(next);
    return next;
  });
}

const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

const isOneRun = ({ days }: Holiday, compensation: readonly Day[]): boolean =>
  days.length > 1 && compensation.length > 0;

/** Tết with the weekends around it is one row, as it is announced. */
function rowOf({ title, days, source, confirm }: Holiday, run: readonly Day[]): Row {
  let from = run[0] as Day;
  let to = run.at(-1) as Day;
  if (days.length > 1) {
    while (isWeekend(addDays(from, -1))) from = addDays(from, -1);
    while (isWeekend(addDays(to, 1))) to = addDays(to, 1);
  }
  return { title, from, ...(to === from ? {} : { to }), source, ...(confirm ? { confirm } : {}) };
}

function compensationRow({ title, source, confirm }: Holiday, day: Day): Row {
  return {
    title: { vi: `bù ${title.vi}`, en: `Day in lieu of ${title.en}` },
    from: day,
    source: source === CODE_2019 ? 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3' : source,
    ...(confirm ? { confirm } : {}),
  };
}
