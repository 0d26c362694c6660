/** Records page: what one part of an indicator counts, newest first; no names, they stand on each record's own page. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useFrame } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { Part } from '../list-records.ts';
import type { Silence } from '../silence.ts';
import { type FileLink, FileLinks } from './indicator-page.tsx';
import { SilenceNotice } from './silence-notice.tsx';

export interface ShownRecord {
  readonly subject: string;
  readonly label: string;
  readonly href: string | undefined;
  /** "10:05 23/11/2026"; empty for what is in force and has no time. */
  readonly at: string;
  readonly unit: string;
}

export interface RecordsPageProps {
  readonly name: LocalText;
  readonly part: Part;
  /** What the part counts, in words. */
  readonly counts: LocalText;
  readonly about: readonly string[];
  readonly total: string;
  readonly silence: Silence | undefined;
  readonly rows: readonly ShownRecord[];
  readonly next: string | undefined;
  readonly back: string;
  readonly files: readonly FileLink[];
}

const partTexts = defineTexts({
  'tu-so': { vi: 'Tử số', en: 'Numerator' },
  'mau-so': { vi: 'Mẫu số', en: 'Denominator' },
  'chua-ro': { vi: 'Chưa rõ', en: 'Unknown' },
});

const texts = defineTexts({
  back: { vi: 'Về chỉ số', en: 'Back to the indicator' },
  code: { vi: 'Bản ghi', en: 'Record' },
  at: { vi: 'Thời điểm', en: 'Time' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  records: { vi: (total: string) => `${total} bản ghi`, en: (total: string) => `${total} records` },
  none: { vi: 'Không có bản ghi nào', en: 'No record' },
  noneAbout: { vi: 'Không bản ghi nào được đếm ở đây.', en: 'Nothing is counted here.' },
});

export function RecordsPage(props: RecordsPageProps) {
  const { name, part, counts, about, total, silence, rows, next, back, files } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const heading = partTexts(locale)[part];
  const hasTimes = rows.some(({ at }) => at !== '');
  const hasUnits = rows.some(({ unit }) => unit !== '');
  return (
    <OfficerLayout title={`${heading}: ${inLanguage(name, locale).text}`}>
      <div class="vc-stack">
        <div>
          <BackLink href={back}>{words.back}</BackLink>
          <h1>
            {heading}: <Local text={name} />
          </h1>
          <p>
            <Local text={counts} />
          </p>
          <p class="vc-quiet">{about.join(' ')}</p>
        </div>
        {silence ? (
          <SilenceNotice silence={silence} />
        ) : rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <p class="vc-buttons">
              <FileLinks files={files} />
            </p>
            <DataTable
              caption={heading}
              captionHidden
              rows={rows}
              keyOf={({ subject }) => subject}
              columns={[
                {
                  key: 'code',
                  head: words.code,
                  names: true,
                  cell: ({ label, href }) =>
                    href === undefined ? (
                      label
                    ) : (
                      <a class="ds-link vc-whole" href={href}>
                        {label}
                      </a>
                    ),
                },
                ...(hasUnits ? [{ key: 'unit', head: words.unit, cell: (row: ShownRecord) => row.unit }] : []),
                ...(hasTimes
                  ? [
                      {
                        key: 'at',
                        head: words.at,
                        align: 'end' as const,
                        digits: true,
                        cell: (row: ShownRecord) => row.at,
                      },
                    ]
                  : []),
              ]}
            />
            <Pagination summary={words.records(total)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
