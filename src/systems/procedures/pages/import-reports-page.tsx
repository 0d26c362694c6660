/** Imports page of the administrator: each import of the national catalogue with its counts, newest first. */
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { ImportReport } from '../import/import-report.ts';

export interface ImportReportsPageProps {
  readonly reports: readonly ImportReport[];
  /** Address of one report. */
  readonly pathOf: (id: string) => string;
  /** Changes that an import has found and nobody has settled. */
  readonly differences: { readonly href: string; readonly open: number };
}

const texts = defineTexts({
  title: { vi: 'Nhập danh mục thủ tục', en: 'Imports of the catalogue' },
  how: {
    vi: 'Nhập bằng lệnh: npx vamco import procedures TỆP',
    en: 'Imported with the command: npx vamco import procedures FILE',
  },
  none: { vi: 'Chưa nhập lần nào', en: 'Nothing was imported yet' },
  differences: { vi: 'Thay đổi của thủ tục quốc gia', en: 'Changes of national procedures' },
  open: { vi: (many: number) => `${many} chờ quyết định`, en: (many: number) => `${many} to be decided` },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  file: { vi: 'Tệp', en: 'File' },
  when: { vi: 'Lúc', en: 'When' },
  loaded: { vi: 'Đã nạp', en: 'Loaded' },
  unchanged: { vi: 'Không đổi', en: 'Unchanged' },
  flagged: { vi: 'Có cờ', en: 'Flagged' },
  reported: { vi: 'Báo lại', en: 'Reported' },
});

export function ImportReportsPage({ reports, pathOf, differences }: ImportReportsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>
          <a class="ds-link" href={differences.href}>
            {words.differences}
          </a>
          : {words.open(differences.open)}
        </p>
        {reports.length === 0 ? (
          <EmptyState title={words.none}>{words.how}</EmptyState>
        ) : (
          <>
            <p>{words.how}</p>
            <DataTable
              caption={words.title}
              captionHidden
              dense
              columns={columnsOf(words, locale, pathOf)}
              rows={reports}
              keyOf={(report) => report.id}
            />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

const columnsOf = (
  words: ReturnType<typeof texts>,
  locale: Locale,
  pathOf: ImportReportsPageProps['pathOf'],
): Column<ImportReport>[] => [
  {
    key: 'file',
    head: words.file,
    names: true,
    cell: (report) => (
      <a class="ds-link" href={pathOf(report.id)}>
        {report.file_name}
      </a>
    ),
  },
  { key: 'when', head: words.when, width: 'l', cell: (report) => timeInTable(report.started_at, locale) },
  ...(['loaded', 'unchanged', 'changed', 'flagged', 'reported'] as const).map(
    (key): Column<ImportReport> => ({
      key,
      head: words[key],
      width: 's',
      align: 'end',
      digits: true,
      cell: (report) => report[key],
    }),
  ),
];
