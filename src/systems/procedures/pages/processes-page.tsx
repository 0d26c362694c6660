/** Processes page of the administrator: the internal process of every procedure that the province offers. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ListedProcess } from '../list-processes.ts';
import { minutesWords, termWords } from '../process-words.ts';

export interface ProcessesPageProps {
  readonly path: string;
  readonly text: string;
  readonly processes: readonly ListedProcess[];
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Quy trình nội bộ', en: 'Internal processes' },
  unheld: { vi: 'Bước chưa có người làm', en: 'Steps that nobody does' },
  search: { vi: 'Tên hoặc mã thủ tục', en: 'Name or code' },
  none: { vi: 'Không có thủ tục nào như vậy', en: 'There is no such procedure' },
  noneAbout: { vi: 'Thử bớt chữ, hoặc tìm theo mã.', en: 'Try fewer words, or the code.' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  steps: { vi: 'Số bước', en: 'Steps' },
  time: { vi: 'Tổng giờ', en: 'Hours' },
  term: { vi: 'Thời hạn', en: 'Term' },
  proposed: { vi: 'quy trình chung, chờ xác nhận', en: 'general process, to be confirmed' },
  shown: { vi: (count: number) => `${count} quy trình`, en: (count: number) => `${count} processes` },
});

export function ProcessesPage({ path, text, processes, next }: ProcessesPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>
          <a class="ds-link" href={`${path}/chua-co-nguoi-lam`}>
            {words.unheld}
          </a>
        </p>
        <FilterBar
          action={path}
          filters={[]}
          typed={[{ name: 'q', label: words.search, value: text, type: 'search' }]}
        />
        {processes.length === 0 ? (
          <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              dense
              columns={columnsOf(path, locale)}
              rows={processes}
              keyOf={({ code }) => code}
            />
            <Pagination summary={words.shown(processes.length)} label={words.title} {...(next && { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function columnsOf(path: string, locale: Locale): Column<ListedProcess>[] {
  const words = texts(locale);
  return [
    {
      key: 'procedure',
      head: words.procedure,
      names: true,
      cell: ({ code, name, proposed }) => (
        <>
          <a class="ds-link" href={`${path}/${code}`}>
            <Local text={name} />
          </a>
          <p class="vc-caption">
            <span class="vc-whole">{code}</span>
            {proposed && ` · ${words.proposed}`}
          </p>
        </>
      ),
    },
    { key: 'term', head: words.term, width: 'l', cell: ({ term }) => termText(term, locale) },
    {
      key: 'steps',
      head: words.steps,
      align: 'end',
      digits: true,
      width: 's',
      drops: 'second',
      cell: ({ steps }) => steps,
    },
    {
      key: 'time',
      head: words.time,
      align: 'end',
      digits: true,
      width: 'm',
      drops: 'first',
      cell: ({ minutes }) => minutesWords(minutes)[locale],
    },
  ];
}

export function termText(term: ListedProcess['term'], locale: Locale): string {
  return term.value === undefined ? inLanguage(term.text ?? { vi: '' }, locale).text : termWords(term.value)[locale];
}
