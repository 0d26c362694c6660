/** Import report: what one import loaded, what it left out and why, what it loaded but flagged, record by record. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { ImportLine, ImportReport } from '../import/import-report.ts';
import { IMPORT_FLAGS, IMPORT_REFUSALS } from '../import/imported-record.ts';

export interface ImportReportPageProps {
  readonly report: ImportReport;
  readonly lines: readonly ImportLine[];
  /** Address of the next page of lines. */
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: (file: string) => `Nhập ${file}`, en: (file: string) => `Import of ${file}` },
  when: { vi: 'Lúc', en: 'When' },
  loaded: { vi: 'Bản ghi đã nạp', en: 'Records loaded' },
  unchanged: { vi: 'Trong đó không đổi', en: 'Of them unchanged' },
  changed: { vi: 'Trong đó thay đổi, chờ quyết định', en: 'Of them changed, to be decided' },
  flagged: { vi: 'Trong đó có cờ', en: 'Of them flagged' },
  reported: { vi: 'Bản ghi không nạp', en: 'Records not loaded' },
  unfinished: { vi: 'Lần nhập này chưa kết thúc.', en: 'This import has not ended.' },
  lines: { vi: 'Bản ghi không nạp và bản ghi có cờ', en: 'Records not loaded and records flagged' },
  none: { vi: 'Mọi bản ghi đã nạp, không có cờ nào', en: 'Every record was loaded, none flagged' },
  record: { vi: 'Bản ghi', en: 'Record' },
  code: { vi: 'Mã', en: 'Code' },
  state: { vi: 'Kết quả', en: 'Result' },
  why: { vi: 'Lý do', en: 'Why' },
  isLoaded: { vi: 'Đã nạp', en: 'Loaded' },
  isReported: { vi: 'Không nạp', en: 'Not loaded' },
  shown: { vi: (count: number) => `${count} bản ghi`, en: (count: number) => `${count} records` },
});

export function ImportReportPage({ report, lines, next }: ImportReportPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const title = words.title(report.file_name);
  return (
    <OfficerLayout title={title}>
      <div class="vc-stack">
        <h1>{title}</h1>
        {report.finished_at === null && <p>{words.unfinished}</p>}
        <SummaryList
          rows={[
            { label: words.when, value: timeInSentence(report.started_at, locale) },
            { label: words.loaded, value: report.loaded },
            { label: words.unchanged, value: report.unchanged },
            { label: words.changed, value: report.changed },
            { label: words.flagged, value: report.flagged },
            { label: words.reported, value: report.reported },
          ]}
        />
        {lines.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <h2>{words.lines}</h2>
            <DataTable
              caption={words.lines}
              captionHidden
              dense
              columns={columnsOf(words, locale)}
              rows={lines}
              keyOf={(line) => String(line.record)}
            />
            <Pagination summary={words.shown(lines.length)} {...(next && { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

const columnsOf = (words: ReturnType<typeof texts>, locale: Locale): Column<ImportLine>[] => [
  {
    key: 'record',
    head: words.record,
    names: true,
    width: 's',
    align: 'end',
    digits: true,
    cell: (line) => line.record,
  },
  { key: 'code', head: words.code, width: 'm', cell: (line) => line.code ?? '–' },
  {
    key: 'state',
    head: words.state,
    width: 'm',
    cell: (line) => (line.loaded ? <Tag>{words.isLoaded}</Tag> : <Tag tone="warning">{words.isReported}</Tag>),
  },
  { key: 'why', head: words.why, cell: (line) => line.reasons.map((reason) => reasonText(reason, locale)).join(' · ') },
];

const REASONS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  ...IMPORT_FLAGS,
  ...IMPORT_REFUSALS,
};

/** A code that a newer program wrote is shown as it is. */
function reasonText(code: string, locale: Locale): string {
  const known = REASONS[code];
  return known ? inLanguage(known, locale).text : code;
}
