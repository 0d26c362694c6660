/** Figures page for unit heads and leaders: one sheet of figures for a period, with what it rests on, other periods, and the files of it. */
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { StatTile } from '../../../platform/web/components/stat-tile/stat-tile.tsx';
import { Tabs } from '../../../platform/web/components/tabs/tabs.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { FIGURES, figuresHref, type FiguresAsked, type Tab, TABS } from '../asked.ts';
import { percentText } from '../cells.ts';
import type { FigureSheet } from '../figure-table.ts';
import type { Headline } from '../summary-sheet.ts';
import { FigureFilters, type FigureFiltersProps } from './figure-filters.tsx';
import { FigureGrid } from './figure-grid.tsx';

export interface FiguresPageProps extends FigureFiltersProps {
  readonly sheet: FigureSheet;
  readonly headlines?: readonly Headline[];
  /** "14 giờ 05 phút ngày 23/11/2026". */
  readonly asOf: string;
  /** Too many units to list people of. */
  readonly chooseUnit?: boolean;
}

const tabTexts = defineTexts({
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  indices: { vi: 'Chín chỉ số', en: 'Nine indices' },
  staff: { vi: 'Cán bộ', en: 'Officers' },
  service: { vi: 'Quyết định 766', en: 'Decision 766' },
});

const texts = defineTexts({
  tabs: { vi: 'Các bảng số liệu', en: 'Sheets of figures' },
  workbook: { vi: 'Tải bảng tính (XLSX)', en: 'Workbook (XLSX)' },
  paper: { vi: 'Tải bản in (PDF)', en: 'Paper (PDF)' },
  allUnits: { vi: 'Xem mọi đơn vị', en: 'All units' },
  open: { vi: 'Bảng công khai', en: 'Public table' },
  register: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  none: { vi: 'Chưa có số liệu', en: 'No data yet' },
  noneAbout: {
    vi: 'Kỳ này không có hồ sơ nào của đơn vị. Chọn kỳ khác, hoặc xem phần tham gia giải quyết ở bảng chín chỉ số.',
    en: 'No dossier of the unit in this period. Choose another, or see what the unit took part in under the nine indices.',
  },
  chooseUnit: {
    vi: 'Chọn một đơn vị ở bảng tổng hợp để xem điểm của cán bộ.',
    en: 'Choose a unit in the summary to see its officers.',
  },
  asOf: { vi: (at: string) => `Số liệu đến ${at}`, en: (at: string) => `As of ${at}` },
  parts: {
    vi: (part: string, whole: string) => `${part} / ${whole} hồ sơ`,
    en: (part: string, whole: string) => `${part} / ${whole} dossiers`,
  },
  about: { vi: 'Số liệu này dựa vào đâu', en: 'What these figures rest on' },
});

export function FiguresPage(props: FiguresPageProps) {
  const { tab, asked, sheet, headlines, chooseUnit } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const rows = sheet.tables.flatMap((table) => table.rows);
  return (
    <OfficerLayout title={`${sheet.title}: ${sheet.whose}`} tabs={<Sheets tab={tab} asked={asked} />}>
      <div class="vc-stack">
        <div>
          <h1>{sheet.title}</h1>
          <p class="vc-quiet">{sheet.whose}</p>
          <p class="vc-buttons">
            {asked.donvi !== '' && (
              <a class="ds-link" href={figuresHref(pathOf(tab), asked, { donvi: '' })}>
                {words.allUnits}
              </a>
            )}
            {rows.length > 0 && <Files asked={asked} sheet={sheet} />}
            <a class="ds-link" href="/so-lieu">
              {words.open}
            </a>
            <a class="ds-link" href="/can-bo/so-theo-doi">
              {words.register}
            </a>
          </p>
        </div>
        <FigureFilters {...props} />
        {headlines && rows.length > 0 && <Headlines headlines={headlines} asOf={props.asOf} locale={locale} />}
        {rows.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{chooseUnit ? words.chooseUnit : words.noneAbout}</p>
          </EmptyState>
        ) : (
          sheet.tables
            .filter((table) => table.rows.length > 0)
            .map((table, index) => <FigureGrid key={table.title} table={table} captionHidden={index === 0} />)
        )}
        <section>
          <h2>{words.about}</h2>
          <p class="vc-quiet">{sheet.about.join(' ')}</p>
        </section>
      </div>
    </OfficerLayout>
  );
}

const pathOf = (tab: Tab): string => `${FIGURES}${TABS[tab]}`;

function Sheets({ tab, asked }: { tab: Tab; asked: FiguresAsked }) {
  const { locale } = useFrame();
  const names = tabTexts(locale);
  return (
    <Tabs
      label={texts(locale).tabs}
      tabs={(Object.keys(TABS) as Tab[]).map((one) => ({
        label: names[one],
        href: figuresHref(pathOf(one), asked),
        current: one === tab,
      }))}
    />
  );
}

function Files({ asked, sheet }: Pick<FiguresPageProps, 'asked' | 'sheet'>) {
  const words = texts(useFrame().locale);
  const href = (ending: string) => figuresHref(`${FIGURES}/tai-ve/${sheet.name}.${ending}`, asked);
  return (
    <>
      <a class="ds-link" href={href('xlsx')}>
        {words.workbook}
      </a>
      <a class="ds-link" href={href('pdf')}>
        {words.paper}
      </a>
    </>
  );
}

function Headlines({ headlines, asOf, locale }: { headlines: readonly Headline[]; asOf: string; locale: Locale }) {
  const words = texts(locale);
  return (
    <div class="vc-stat-row">
      {headlines.map(({ name, share, href }) => (
        <StatTile
          key={name}
          label={name}
          {...(share.ratio === null ? {} : { value: percentText(share.ratio, locale) })}
          {...(share.ratio === null
            ? {}
            : { parts: words.parts(groupedNumber(share.part, locale), groupedNumber(share.whole, locale)) })}
          {...(share.part > 0 ? { href } : {})}
          asOf={words.asOf(asOf)}
        />
      ))}
    </div>
  );
}
