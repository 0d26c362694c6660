/** One month of the year: each day a way to its page, its nature by colour and by word. */
import { defineTexts } from '../../i18n/texts.ts';
import { useLocale } from '../../web/frame.tsx';
import type { CalendarData } from '../calendar-version.ts';
import { dayInWords, natureOf, shortWeekday, WEEK } from '../calendar-words.ts';
import { namedDay } from '../day-words.ts';
import { addDays, addMonths, type Day, weekdayOf } from '../instant.ts';
import { CALENDAR } from './calendar-tabs.tsx';

export interface MonthTableProps {
  readonly calendar: CalendarData;
  /** Its first day. */
  readonly month: Day;
  readonly today: Day;
}

const texts = defineTexts({
  month: { vi: (month: number) => `Tháng ${month}`, en: (month: number) => MONTHS[month - 1] ?? '' },
});

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function MonthTable({ calendar, month, today }: MonthTableProps) {
  const locale = useLocale();
  return (
    <table class="vc-month">
      <caption>{texts(locale).month(Number(month.slice(5, 7)))}</caption>
      <thead>
        <tr>
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col">
              {shortWeekday(locale, weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, index) =>
              day === undefined ? (
                <td key={index} />
              ) : (
                <td
                  key={index}
                  data-nature={natureOf(calendar, day)}
                  data-unconfirmed={calendar.days[day]?.confirmed === false}
                >
                  <a
                    href={`${CALENDAR}/ngay/${day}`}
                    aria-current={day === today ? 'date' : undefined}
                    title={`${namedDay(locale, day)}. ${dayInWords(calendar, day)[locale]}`}
                  >
                    {Number(day.slice(8))}
                  </a>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Weeks from Monday; days of other months are left out. */
function weeksOf(first: Day): (Day | undefined)[][] {
  const end = addMonths(first, 1);
  const weeks: (Day | undefined)[][] = [];
  for (let day = first; day < end; day = addDays(day, 1)) {
    const column = (weekdayOf(day) + 6) % 7;
    if (column === 0 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => undefined));
    (weeks.at(-1) as (Day | undefined)[])[column] = day;
  }
  return weeks;
}
