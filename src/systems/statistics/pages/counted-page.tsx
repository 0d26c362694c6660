/** Counted page: the dossiers behind one figure, newest first; no names, they stand on each dossier's own page. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FIGURE_LIST } from '../asked.ts';
import type { CountedRow } from '../list-counted.ts';
import { standingTexts } from '../standing-words.ts';

export interface CountedPageProps {
  /** What is counted: "Giải quyết quá hạn". */
  readonly title: string;
  /** Of whom and when, a sentence each. */
  readonly about: readonly string[];
  /** "31". */
  readonly total: string;
  readonly rows: readonly CountedRow[];
  readonly unitName: (id: string) => string;
  readonly ofParts: boolean;
  readonly next: string | undefined;
  readonly back: string;
}

const texts = defineTexts({
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  step: { vi: 'Bước', en: 'Step' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  arrived: { vi: 'Đến', en: 'Arrived' },
  due: { vi: 'Hạn', en: 'Due' },
  finished: { vi: 'Kết thúc', en: 'Ended' },
  standing: { vi: 'So với hạn', en: 'Against its term' },
  back: { vi: 'Về bảng số liệu', en: 'Back to the figures' },
  dossiers: { vi: (total: string) => `${total} hồ sơ`, en: (total: string) => `${total} dossiers` },
  parts: { vi: (total: string) => `${total} phần việc`, en: (total: string) => `${total} parts` },
  none: { vi: 'Không có hồ sơ nào', en: 'No dossier' },
  noneAbout: { vi: 'Không hồ sơ nào được đếm vào số này.', en: 'This figure counts no dossier.' },
});

export function CountedPage({ title, about, total, rows, unitName, ofParts, next, back }: CountedPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const standings = standingTexts(locale);
  const time = (at: CountedRow['dueAt']) => (at === null ? '–' : timeInTable(at, locale));
  const found = ofParts ? words.parts(total) : words.dossiers(total);
  return (
    <OfficerLayout title={title}>
      <div class="vc-stack">
        <div>
          <BackLink href={back}>{words.back}</BackLink>
          <h1>{title}</h1>
          <p>{found}</p>
          <p class="vc-quiet">{about.join(' ')}</p>
        </div>
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={title}
              captionHidden
              rows={rows}
              keyOf={(row) => `${row.id} ${row.step ?? ''} ${row.finishedAt ?? ''}`}
              columns={[
                {
                  key: 'code',
                  head: words.code,
                  names: true,
                  cell: (row) => (
                    <a class="ds-link vc-whole" href={`${FIGURE_LIST}/${row.code}`}>
                      {row.code}
                    </a>
                  ),
                },
                { key: 'procedure', head: words.procedure, cell: (row) => row.procedure },
                { key: 'unit', head: words.unit, cell: (row) => unitName(row.unit) },
                ...(ofParts
                  ? [
                      {
                        key: 'step',
                        head: words.step,
                        cell: (row: CountedRow) => (row.stepName ? <Local text={row.stepName} /> : row.step),
                      },
                    ]
                  : []),
                {
                  key: 'received',
                  head: ofParts ? words.arrived : words.received,
                  align: 'end',
                  digits: true,
                  cell: (row) => time(row.receivedAt),
                },
                { key: 'due', head: words.due, align: 'end', digits: true, cell: (row) => time(row.dueAt) },
                {
                  key: 'finished',
                  head: words.finished,
                  align: 'end',
                  digits: true,
                  cell: (row) => time(row.finishedAt),
                },
                {
                  key: 'standing',
                  head: words.standing,
                  cell: (row) => (row.standing ? standings[row.standing] : '–'),
                },
              ]}
            />
            <Pagination summary={found} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
