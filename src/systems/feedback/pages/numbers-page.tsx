/** Numbers page: what people say of each office, with what every share is a share of. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { UnitNumbers } from '../numbers.ts';

export interface NumbersPageProps {
  units: readonly UnitNumbers[];
  /** "23/11/2025". */
  since: string;
  /** "23/11/2026 14:05". */
  asOf: string;
}

const texts = defineTexts({
  title: { vi: 'Người dân đánh giá các cơ quan', en: 'How people rate the offices' },
  about: {
    vi: (since: string, asOf: string) =>
      `Hồ sơ có kết quả từ ngày ${since}. Hài lòng là mức 4 hoặc 5 trên 5. Số liệu đến ${asOf}.`,
    en: (since: string, asOf: string) =>
      `Dossiers answered since ${since}. Satisfied means 4 or 5 of 5. As of ${asOf}.`,
  },
  caption: { vi: 'Đánh giá theo cơ quan giải quyết', en: 'Ratings by deciding office' },
  unit: { vi: 'Cơ quan', en: 'Office' },
  satisfied: { vi: 'Hài lòng', en: 'Satisfied' },
  rated: { vi: 'Lượt đánh giá trên hồ sơ có kết quả', en: 'Ratings of answered dossiers' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  nobody: { vi: 'Chưa có số liệu', en: 'No data yet' },
  nobodyAbout: {
    vi: 'Chưa ai đánh giá. Người nộp đánh giá trên trang hồ sơ sau khi có kết quả.',
    en: 'Nobody has rated yet. Applicants rate on the dossier’s page once it has a result.',
  },
  unrated: {
    vi: (count: string) => `${count} cơ quan chưa có số liệu đánh giá`,
    en: (count: string) => `${count} offices without data yet`,
  },
  decided: {
    vi: (count: string) => `${count} hồ sơ có kết quả`,
    en: (count: string) => `${count} answered`,
  },
  none: { vi: 'Chưa có hồ sơ nào có kết quả', en: 'No dossier has been answered yet' },
  noneAbout: {
    vi: 'Số liệu hiện ở đây khi có hồ sơ đầu tiên được giải quyết.',
    en: 'Numbers appear with the first answered dossier.',
  },
});

export function NumbersPage({ units, since, asOf }: NumbersPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const rated = units.filter((row) => row.rated > 0);
  const unrated = units.filter((row) => row.rated === 0);
  const number = (value: number) => groupedNumber(value, locale);
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-stack">
        <div>
          <h1>{words.title}</h1>
          <p class="vc-quiet">{words.about(since, asOf)}</p>
        </div>
        {units.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            {rated.length === 0 ? (
              <EmptyState title={words.nobody}>
                <p>{words.nobodyAbout}</p>
              </EmptyState>
            ) : (
              <DataTable
                caption={words.caption}
                captionHidden
                rows={rated}
                keyOf={(row) => row.unit.vi}
                columns={[
                  { key: 'unit', head: words.unit, names: true, cell: (row) => <Local text={row.unit} /> },
                  {
                    key: 'satisfied',
                    head: words.satisfied,
                    align: 'end',
                    cell: (row) =>
                      `${number(Math.round((1000 * row.satisfied) / row.rated) / 10)} % (${number(row.satisfied)} / ${number(row.rated)})`,
                  },
                  {
                    key: 'rated',
                    head: words.rated,
                    align: 'end',
                    cell: (row) => `${number(row.rated)} / ${number(row.decided)}`,
                  },
                  {
                    key: 'answered',
                    head: words.answered,
                    align: 'end',
                    cell: (row) => `${number(row.answered)} / ${number(row.rated)}`,
                  },
                ]}
              />
            )}
            {unrated.length > 0 && (
              <details class="vc-details">
                <summary>{words.unrated(number(unrated.length))}</summary>
                <ul class="vc-list">
                  {unrated.map((row) => (
                    <li key={row.unit.vi}>
                      <Local text={row.unit} /> <span class="vc-quiet">{words.decided(number(row.decided))}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </div>
    </CitizenLayout>
  );
}
