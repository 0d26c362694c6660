/** Points page: how one dossier stands in the figures, index by index, with every part and its time. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FIGURES } from '../asked.ts';
import type { FigureTable } from '../figure-table.ts';
import type { DossierPoints } from '../read-points.ts';
import { standingTexts } from '../standing-words.ts';
import { FigureGrid } from './figure-grid.tsx';

export interface PointsPageProps {
  readonly dossier: DossierPoints;
  readonly indices: FigureTable;
  /** Its own page, where the reader may open it. */
  readonly dossierHref: string | undefined;
  readonly basis: string;
}

const texts = defineTexts({
  title: { vi: (code: string) => `Điểm của hồ sơ ${code}`, en: (code: string) => `Points of ${code}` },
  back: { vi: 'Về bảng số liệu', en: 'Back to the figures' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  unit: { vi: 'Đơn vị giải quyết', en: 'Deciding unit' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  due: { vi: 'Hạn', en: 'Due' },
  finished: { vi: 'Kết thúc', en: 'Ended' },
  standing: { vi: 'So với hạn', en: 'Against its term' },
  notYet: { vi: 'Chưa', en: 'Not yet' },
  paused: { vi: 'Không tính', en: 'None runs' },
  parts: { vi: 'Từng phần việc', en: 'Its parts' },
  step: { vi: 'Bước', en: 'Step' },
  partUnit: { vi: 'Đơn vị', en: 'Unit' },
  person: { vi: 'Cán bộ', en: 'Officer' },
  arrived: { vi: 'Đến', en: 'Arrived' },
  done: { vi: 'Xong', en: 'Done' },
  basis: {
    vi: (rule: string) => `Căn cứ: ${rule}. Cách tính có dấu * chờ xác nhận với văn bản.`,
    en: (rule: string) => `Basis: ${rule}. What is marked * is to be confirmed.`,
  },
});

export function PointsPage({ dossier, indices, dossierHref, basis }: PointsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const standings = standingTexts(locale);
  const time = (at: Instant | null, none: string) => (at === null ? none : timeInTable(at, locale));
  return (
    <OfficerLayout title={words.title(dossier.code)}>
      <div class="vc-stack">
        <div>
          <BackLink href={FIGURES}>{words.back}</BackLink>
          <h1>{words.title(dossier.code)}</h1>
          {dossierHref && (
            <p>
              <a class="ds-link" href={dossierHref}>
                {words.open}
              </a>
            </p>
          )}
        </div>
        <SummaryList
          rows={[
            { label: words.procedure, value: dossier.procedure },
            { label: words.unit, value: <Local text={dossier.unit} /> },
            { label: words.received, value: time(dossier.receivedAt, words.notYet) },
            { label: words.due, value: time(dossier.dueAt, words.paused) },
            { label: words.finished, value: time(dossier.finishedAt, words.notYet) },
            { label: words.standing, value: dossier.standing ? standings[dossier.standing] : words.notYet },
          ]}
        />
        <FigureGrid table={indices} />
        {dossier.parts.length > 0 && (
          <DataTable
            caption={words.parts}
            rows={dossier.parts}
            keyOf={(part) => `${part.seq}`}
            columns={[
              { key: 'step', head: words.step, names: true, cell: (part) => <Local text={part.stepName} /> },
              { key: 'unit', head: words.partUnit, cell: (part) => <Local text={part.unit as LocalText} /> },
              { key: 'person', head: words.person, cell: (part) => part.person ?? '–' },
              {
                key: 'arrived',
                head: words.arrived,
                align: 'end',
                digits: true,
                cell: (part) => time(part.arrivedAt, '–'),
              },
              { key: 'due', head: words.due, align: 'end', digits: true, cell: (part) => time(part.dueAt, '–') },
              { key: 'done', head: words.done, align: 'end', digits: true, cell: (part) => time(part.doneAt, '–') },
              { key: 'standing', head: words.standing, cell: (part) => standings[part.standing] },
            ]}
          />
        )}
        <p class="vc-quiet">{words.basis(basis)}</p>
      </div>
    </OfficerLayout>
  );
}
