/** The year: twelve months with every day that is not what its weekday says, and the list of them with their basis. */
import { defineTexts } from '../../i18n/texts.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { CalendarData } from '../calendar-version.ts';
import { NATURES } from '../calendar-words.ts';
import { asSentence, namedDays } from '../day-words.ts';
import type { Day } from '../instant.ts';
import { listSpecialRuns, type SpecialRun } from '../special-days.ts';
import { CALENDAR, CalendarTabs, calendarTexts } from './calendar-tabs.tsx';
import { MonthTable } from './month-table.tsx';

export interface YearPageProps {
  readonly calendar: CalendarData;
  readonly year: number;
  readonly today: Day;
  /** The draft's, not the one in force. */
  readonly isDraft: boolean;
}

const texts = defineTexts({
  title: { vi: (year: number) => `Ngày nghỉ năm ${year}`, en: (year: number) => `Days off in ${year}` },
  years: { vi: 'Các năm', en: 'Years' },
  year: { vi: (year: number) => `Năm ${year}`, en: (year: number) => `Year ${year}` },
  how: {
    vi: 'Chọn một ngày để đặt ngày nghỉ, hoán đổi ngày làm việc, xác nhận căn cứ. Mọi thay đổi vào bản nháp trước.',
    en: 'Choose a day to make it a day off, to swap it, or to confirm its basis. Every change goes into the draft first.',
  },
  open: {
    vi: (count: number) => `${count} đợt chưa có văn bản xác nhận. Hạn trả dựa vào ngày đó có ghi chú.`,
    en: (count: number) => `${count} entries without a document. Due times that rest on them say so.`,
  },
  legend: { vi: 'Chú giải', en: 'Legend' },
  list: { vi: 'Những ngày khác ngày thường', en: 'Days that are not ordinary' },
  days: { vi: 'Ngày', en: 'Days' },
  what: { vi: 'Là gì', en: 'What' },
  none: { vi: 'Năm này chưa có ngày nghỉ nào', en: 'No days off in this year yet' },
});

export function YearPage({ calendar, year, today, isDraft }: YearPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  const runs = listSpecialRuns(calendar, String(year));
  const open = runs.filter(({ special }) => !special.confirmed).length;
  const [first, last] = [Number(calendar.covers.from.slice(0, 4)), Number(calendar.covers.to.slice(0, 4))];
  return (
    <OfficerLayout title={words.title(year)} tabs={<CalendarTabs here={CALENDAR} />}>
      <div class="vc-stack">
        <h1>{words.title(year)}</h1>
        <p class="vc-reading">{words.how}</p>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        {open > 0 && <Notice kind="warning" title={words.open(open)} />}
        <Pagination
          label={words.years}
          summary={words.year(year)}
          {...(year > first && { previous: `${CALENDAR}?nam=${year - 1}` })}
          {...(year < last && { next: `${CALENDAR}?nam=${year + 1}` })}
        />
        <Legend />
        <div class="vc-year">
          {Array.from({ length: 12 }, (_, index) => (
            <MonthTable
              key={index}
              calendar={calendar}
              month={`${year}-${String(index + 1).padStart(2, '0')}-01`}
              today={today}
            />
          ))}
        </div>
        <h2>{words.list}</h2>
        {runs.length === 0 ? <EmptyState title={words.none} /> : <Runs runs={runs} />}
      </div>
    </OfficerLayout>
  );
}

function Legend() {
  const locale = useLocale();
  const shown = ['rest', 'holiday', 'swapped-off', 'swapped-working', 'undecided'] as const;
  return (
    <ul class="vc-year-legend" aria-label={texts(locale).legend}>
      {shown.map((nature) => (
        <li key={nature}>
          <span data-nature={nature} aria-hidden="true" /> {NATURES[nature][locale]}
        </li>
      ))}
      <li>
        <span data-unconfirmed="true" aria-hidden="true" /> {calendarTexts(locale).unconfirmed}
      </li>
    </ul>
  );
}

function Runs({ runs }: { readonly runs: readonly SpecialRun[] }) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = calendarTexts(locale);
  return (
    <DataTable
      caption={words.list}
      captionHidden
      rows={runs}
      keyOf={({ from }) => from}
      columns={[
        {
          key: 'days',
          head: words.days,
          names: true,
          cell: ({ from, to }) => (
            <a class="ds-link" href={`${CALENDAR}/ngay/${from}`}>
              {asSentence(namedDays(locale, from, to))}
            </a>
          ),
        },
        {
          key: 'what',
          head: words.what,
          cell: ({ special }) => (
            <>
              {NATURES[special.kind][locale]}: <Local text={special.title} />{' '}
              {!special.confirmed && <Tag tone="warning">{shared.unconfirmed}</Tag>}
            </>
          ),
        },
        { key: 'source', head: shared.source, labelled: true, cell: ({ special }) => special.source },
      ]}
    />
  );
}
