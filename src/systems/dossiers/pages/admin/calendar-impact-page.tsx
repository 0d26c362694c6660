/** Impact of a draft calendar: how many open dossiers it would move, and each with its times before and after. */
import type { Instant } from '../../../../platform/calendar/instant.ts';
import { CalendarTabs, CALENDAR } from '../../../../platform/calendar/pages/calendar-tabs.tsx';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../../platform/text/money.ts';
import { timeInSentence, timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { type Column, DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { ImpactRow, ImpactRun } from '../../calendar-impact.ts';

export interface CalendarImpactPageProps {
  readonly path: string;
  readonly hasDraft: boolean;
  /** Left out while nothing has been reckoned for the draft as it stands. */
  readonly run?: ImpactRun;
  readonly rows: readonly ImpactRow[];
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Hồ sơ sẽ bị dời hạn', en: 'Dossiers the draft would move' },
  about: {
    vi: 'Tính theo bản nháp của lịch. Chưa hồ sơ nào thay đổi.',
    en: 'By the draft of the calendar. No dossier has changed.',
  },
  noDraft: { vi: 'Lịch không có bản nháp', en: 'The calendar has no draft' },
  noDraftAbout: {
    vi: 'Sửa lịch trước, rồi xem bản nháp dời hạn của những hồ sơ nào.',
    en: 'Change the calendar first, then see what the draft would move.',
  },
  running: { vi: 'Đang tính. Tải lại trang sau giây lát.', en: 'Being reckoned. Load the page again in a moment.' },
  done: {
    vi: (moved: string, looked: string, at: string) => `${moved} trong ${looked} hồ sơ bị dời hạn, tính lúc ${at}.`,
    en: (moved: string, looked: string, at: string) => `${moved} of ${looked} dossiers would move, reckoned at ${at}.`,
  },
  looked: {
    vi: 'Chỉ xem những hồ sơ có hạn từ ngày thay đổi đầu tiên trở đi.',
    en: 'Only dossiers whose times end on the first changed day or later were looked at.',
  },
  none: { vi: 'Không hồ sơ nào bị dời hạn', en: 'No dossier would move' },
  again: { vi: 'Tính lại', en: 'Reckon again' },
  files: { vi: 'Tải danh sách', en: 'Download' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  due: { vi: 'hạn trả', en: 'due' },
  step: { vi: 'hạn bước', en: 'step' },
  answer: { vi: 'hạn trả lời', en: 'answer' },
  opinions: {
    vi: (count: number) => `${count} ý kiến của đơn vị khác`,
    en: (count: number) => `${count} opinions of other units`,
  },
  shown: { vi: (count: string) => `${count} hồ sơ`, en: (count: string) => `${count} dossiers` },
});

export function CalendarImpactPage({ path, hasDraft, run, rows, next }: CalendarImpactPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const n = (count: number) => groupedNumber(count, locale);
  return (
    <OfficerLayout title={words.title} tabs={<CalendarTabs here={`${CALENDAR}/ban-nhap`} />}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        {!hasDraft ? (
          <EmptyState title={words.noDraft}>
            <p>{words.noDraftAbout}</p>
          </EmptyState>
        ) : (
          <>
            <p>{words.about}</p>
            {run === undefined || run.finishedAt === null ? (
              <Notice kind="info" title={words.running} />
            ) : (
              <p>{words.done(n(run.moved), n(run.looked), timeInSentence(run.finishedAt, locale))}</p>
            )}
            <p class="vc-quiet">{words.looked}</p>
            <CommandForm action={path}>
              <Button variant="secondary">{words.again}</Button>
            </CommandForm>
            {run && run.moved === 0 && run.finishedAt !== null && <EmptyState title={words.none} />}
            {run && rows.length > 0 && (
              <>
                <p>
                  {words.files}:{' '}
                  <a class="ds-link" href={`${path}/ho-so.xlsx`}>
                    XLSX
                  </a>
                  {', '}
                  <a class="ds-link" href={`${path}/ho-so.csv`}>
                    CSV
                  </a>
                </p>
                <DataTable
                  caption={words.title}
                  captionHidden
                  wide
                  columns={columnsOf(locale)}
                  rows={rows}
                  keyOf={({ id }) => id}
                />
                <Pagination summary={words.shown(n(run.moved))} label={words.title} {...(next && { next })} />
              </>
            )}
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function columnsOf(locale: Locale): Column<ImpactRow>[] {
  const words = texts(locale);
  /** Only the times that move. */
  const times = (row: ImpactRow, side: 'before' | 'after') =>
    (
      [
        ['due', row.wasDue, row.due],
        ['step', row.wasStep, row.step],
        ['answer', row.wasAnswer, row.answer],
      ] as const
    )
      .filter(([, was, is]) => was !== is)
      .map(([one, was, is]) => (
        <p key={one}>
          {timeText(side === 'before' ? was : is, locale)} <span class="vc-quiet">({words[one]})</span>
        </p>
      ));
  return [
    {
      key: 'code',
      head: words.code,
      names: true,
      cell: ({ code }) => (
        <a class="ds-link vc-whole" href={`/tra-cuu?ma=${code}`}>
          {code}
        </a>
      ),
    },
    { key: 'procedure', head: words.procedure, drops: 'second', cell: ({ procedure }) => procedure },
    { key: 'unit', head: words.unit, cell: ({ unit }) => <Local text={unit} /> },
    { key: 'before', head: words.before, cell: (row) => times(row, 'before') },
    {
      key: 'after',
      head: words.after,
      cell: (row) => (
        <>
          {times(row, 'after')}
          {row.opinions > 0 && <p>{words.opinions(row.opinions)}</p>}
        </>
      ),
    },
  ];
}

const timeText = (at: Instant | null, locale: Locale): string => (at === null ? '–' : timeInTable(at, locale));
