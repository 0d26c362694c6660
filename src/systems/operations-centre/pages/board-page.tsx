/** Board page (bảng kinh tế - xã hội): the indicators by sector, each with its parts, its thresholds and the six months before. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { standingOf, valueText } from '../../../platform/indicators/value-words.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SectionHeading } from '../../../platform/web/components/section-heading/section-heading.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { CentreView } from '../centres.ts';
import type { BoardLine, BoardSector } from '../read-board.ts';
import { momentText } from '../words.ts';
import { inPart } from './part-path.ts';
import { CENTRE } from './wall-page.tsx';

export const BOARD = '/can-bo/trung-tam/kinh-te-xa-hoi';

export interface BoardPageProps {
  readonly view: CentreView;
  readonly sectors: readonly BoardSector[];
  /** Of the page with the records behind a value; undefined where the reader may not open it. */
  readonly hrefOf: (code: string) => string | undefined;
}

const texts = defineTexts({
  title: { vi: 'Kinh tế - xã hội', en: 'Socio-economic board' },
  back: { vi: 'Trung tâm điều hành', en: 'Operations centre' },
  about: {
    vi: 'Gồm các chỉ số đếm được từ những việc làm trong hệ thống này. Chỉ số của ngành nào hiện ở đây khi hệ thống của ngành đó đưa số liệu lên; chưa có thì không suy đoán.',
    en: 'The indicators that are counted from what is done in this program. Those of a sector stand here once its system brings figures; nothing is guessed before.',
  },
  none: { vi: 'Chưa có chỉ số nào', en: 'No indicators yet' },
  district: {
    vi: 'Cộng từ các xã, phường của địa bàn; ranh giới cấp huyện trước đây chờ xác nhận.',
    en: 'Added up from the communes of the area; the borders of the former district are to be confirmed.',
  },
  name: { vi: 'Chỉ số', en: 'Indicator' },
  value: { vi: 'Tháng này', en: 'This month' },
  parts: { vi: 'Tử số trên mẫu số', en: 'Numerator of denominator' },
  before: { vi: 'Sáu tháng trước', en: 'Six months before' },
  standing: { vi: 'So với ngưỡng', en: 'Against the thresholds' },
  good: { vi: 'Đạt', en: 'Reached' },
  warning: { vi: 'Có nguy cơ', en: 'At risk' },
  alarm: { vi: 'Chưa đạt', en: 'Not reached' },
  noData: { vi: 'Chưa có số liệu', en: 'No data yet' },
  asOf: { vi: 'Lúc', en: 'As of' },
  caption: { vi: (sector: string) => `Chỉ số: ${sector}`, en: (sector: string) => `Indicators: ${sector}` },
});

const TONES = { good: 'success', warning: 'warning', alarm: 'danger' } as const;
const ICONS = { good: 'check', warning: 'clock', alarm: 'alert-circle' } as const;

export function BoardPage({ view, sectors, hrefOf }: BoardPageProps) {
  const words = texts(useFrame().locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={inPart(CENTRE, view)}>{words.back}</BackLink>
        <h1>
          {words.title}, <Local text={view.name} />
        </h1>
        <p class="vc-quiet">{words.about}</p>
        {view.confirm && <Notice>{words.district}</Notice>}
        {sectors.length === 0 && <EmptyState title={words.none} />}
        {sectors.map((sector) => (
          <section key={sector.sector.sector}>
            <SectionHeading>
              <Local text={sector.sector.name} />
            </SectionHeading>
            <Sector {...sector} hrefOf={hrefOf} now={view.at} />
          </section>
        ))}
      </div>
    </OfficerLayout>
  );
}

interface SectorProps extends BoardSector, Pick<BoardPageProps, 'hrefOf'> {
  readonly now: CentreView['at'];
}

function Sector({ sector, lines, hrefOf, now }: SectorProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <div class="vc-register">
      <DataTable
        caption={words.caption(inLanguage(sector.name, locale).text)}
        captionHidden
        cards
        rows={lines}
        keyOf={({ definition }) => definition.code}
        columns={[
          {
            key: 'name',
            head: words.name,
            names: true,
            cell: ({ definition }) => <Name href={hrefOf(definition.code)} name={definition.name} />,
          },
          {
            key: 'value',
            head: words.value,
            align: 'end',
            cell: ({ value, definition }) => valueText(value, definition, locale) ?? words.noData,
          },
          { key: 'parts', head: words.parts, align: 'end', cell: ({ value }) => partsOf(value, locale) },
          {
            key: 'before',
            head: words.before,
            align: 'end',
            cell: ({ before }) => (
              <span class="vc-whole">
                {before.some((one) => one !== null) ? before.map((one) => monthText(one, locale)).join(' · ') : '—'}
              </span>
            ),
          },
          { key: 'standing', head: words.standing, cell: (line) => <Standing line={line} /> },
          {
            key: 'asOf',
            head: words.asOf,
            align: 'end',
            digits: true,
            cell: ({ value }) => momentText(value.asOf, now),
          },
        ]}
      />
    </div>
  );
}

function Name({ href, name }: { readonly href: string | undefined; readonly name: BoardLine['definition']['name'] }) {
  if (href === undefined) return <Local text={name} />;
  return (
    <a class="ds-link" href={href}>
      <Local text={name} />
    </a>
  );
}

const partsOf = ({ numerator, denominator }: BoardLine['value'], locale: 'vi' | 'en'): string =>
  denominator === null
    ? groupedNumber(numerator, locale)
    : `${groupedNumber(numerator, locale)} / ${groupedNumber(denominator, locale)}`;

const monthText = (value: number | null, locale: 'vi' | 'en'): string =>
  value === null ? '—' : groupedNumber(Math.round(value * 10) / 10, locale);

function Standing({ line: { value, definition } }: { readonly line: BoardLine }) {
  const words = texts(useFrame().locale);
  const standing = standingOf(value, definition);
  if (!standing) return <span class="vc-quiet">—</span>;
  return (
    <Tag tone={TONES[standing]} solid={standing === 'alarm'} icon={ICONS[standing]}>
      {words[standing]}
    </Tag>
  );
}
