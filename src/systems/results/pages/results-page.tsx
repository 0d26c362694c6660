/** Register of results: what a body has issued, newest first, with whose it is and whether it still counts. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { Day } from '../../../platform/calendar/instant.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ListedResult } from '../list-results.ts';
import { validityWords } from '../validity.ts';

export const RESULTS = '/can-bo/kho-ket-qua';

export type ResultsAsked = Readonly<Record<'tu' | 'den' | 'hieuluc' | 'q' | 'sau', string>>;

export function resultsHref(asked: ResultsAsked, change: Partial<ResultsAsked>): string {
  const { sau: _, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return `${RESULTS}?${query}`;
}

export interface ResultsPageProps {
  readonly asked: ResultsAsked;
  readonly rows: readonly ListedResult[];
  readonly day: Day;
  readonly next: string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Kho kết quả điện tử', en: 'Register of results' },
  about: {
    vi: 'Kết quả đơn vị đã vào số, đóng dấu; mới cấp xếp trước. Tìm theo số, mã hồ sơ, thủ tục hoặc tên người.',
    en: 'Results the body has numbered and sealed, newest first. Find by number, dossier, procedure or name.',
  },
  from: { vi: 'Cấp từ ngày', en: 'Issued from' },
  to: { vi: 'Cấp đến ngày', en: 'Issued to' },
  validity: { vi: 'Hiệu lực', en: 'Validity' },
  all: { vi: 'tất cả', en: 'all' },
  inForce: { vi: 'còn giá trị', en: 'in force' },
  ended: { vi: 'không còn giá trị', en: 'no longer in force' },
  number: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Ngày cấp', en: 'Issued' },
  result: { vi: 'Kết quả', en: 'Result' },
  person: { vi: 'Của ai', en: 'Whose' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  none: { vi: 'Không có kết quả nào', en: 'No result' },
  noneAbout: {
    vi: 'Kết quả hiện ở đây ngay sau khi văn thư vào số và đóng dấu. Nếu đang lọc, hãy bỏ bớt điều kiện.',
    en: 'Results appear once the clerk has numbered and sealed them. If you filter, use fewer conditions.',
  },
  shown: { vi: (n: number) => `${n} kết quả trên trang này`, en: (n: number) => `${n} results on this page` },
});

export function ResultsPage({ asked, rows, day, next }: ResultsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title} search={{ action: RESULTS, value: asked.q }}>
      <div class="vc-stack vc-register">
        <div>
          <h1>{words.title}</h1>
          <p class="vc-quiet">{words.about}</p>
        </div>
        <FilterBar
          action={RESULTS}
          keep={asked.q === '' ? {} : { q: asked.q }}
          filters={[
            {
              name: 'hieuluc',
              label: words.validity,
              value: asked.hieuluc,
              options: [
                { value: '', label: words.all },
                { value: 'con', label: words.inForce },
                { value: 'het', label: words.ended },
              ],
            },
          ]}
          typed={[
            { name: 'tu', label: words.from, value: asked.tu, type: 'date' },
            { name: 'den', label: words.to, value: asked.den, type: 'date' },
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  key: 'number',
                  head: words.number,
                  names: true,
                  cell: (row) => (
                    <a class="ds-link vc-whole" href={`${RESULTS}/${row.id}`}>
                      {row.number}
                    </a>
                  ),
                },
                { key: 'result', head: words.result, cell: (row) => <Local text={row.title} /> },
                { key: 'person', head: words.person, cell: (row) => row.person ?? '–' },
                { key: 'dossier', head: words.dossier, cell: (row) => <span class="vc-whole">{row.caseCode}</span> },
                {
                  key: 'issued',
                  head: words.issued,
                  align: 'end',
                  digits: true,
                  cell: (row) => timeInTable(row.issuedAt, locale),
                },
                { key: 'validity', head: words.validity, cell: (row) => validityWords(row, day, locale) },
              ]}
            />
            <Pagination summary={words.shown(rows.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
