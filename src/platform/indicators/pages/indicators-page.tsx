/** Indicators page: every indicator by sector, with its value, what it is a share of, and whether it is where it should be. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { FilterBar, type Filter } from '../../web/components/filter-bar/filter-bar.tsx';
import { Unconfirmed } from '../../web/components/tag/unconfirmed.tsx';
import { useFrame } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { Shown } from '../shown-value.ts';
import type { Silence } from '../silence.ts';
import { ShownParts, ShownValue } from './shown-value-cells.tsx';

export interface SectorRows {
  readonly key: string;
  readonly name: LocalText;
  readonly rows: readonly IndicatorRow[];
}

export interface IndicatorRow {
  readonly code: string;
  readonly name: LocalText;
  readonly confirm: boolean;
  readonly period: LocalText;
  readonly href: string;
  readonly shown: Shown;
  readonly silence: Silence | undefined;
}

export interface IndicatorsPageProps {
  readonly action: string;
  readonly sectors: readonly SectorRows[];
  readonly filters: readonly Filter[];
  /** "14 giờ 05 phút ngày 23/11/2026". */
  readonly asOf: string;
}

const texts = defineTexts({
  title: { vi: 'Chỉ số', en: 'Indicators' },
  about: {
    vi: 'Mỗi chỉ số đếm từ nhật ký, có tử số, mẫu số, nguồn và căn cứ; không có mẫu số thì chưa có số liệu.',
    en: 'Each indicator is counted from the journal, with numerator, denominator, source and basis; without a denominator there is no figure.',
  },
  asOf: { vi: (at: string) => `Số liệu đến ${at}.`, en: (at: string) => `As of ${at}.` },
  name: { vi: 'Chỉ số', en: 'Indicator' },
  value: { vi: 'Giá trị', en: 'Value' },
  parts: { vi: 'Tử số / mẫu số', en: 'Numerator / denominator' },
  none: { vi: 'Chưa có chỉ số nào', en: 'No indicator yet' },
  noneAbout: {
    vi: 'Gói dữ liệu của tỉnh chưa định nghĩa chỉ số nào.',
    en: 'The province’s pack defines no indicator.',
  },
});

export function IndicatorsPage({ action, sectors, filters, asOf }: IndicatorsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <div>
          <h1>{words.title}</h1>
          <p class="vc-quiet">
            {words.about} {words.asOf(asOf)}
          </p>
        </div>
        <FilterBar action={action} filters={filters} />
        {sectors.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        {sectors.map((sector) => (
          <DataTable
            key={sector.key}
            caption={inLanguage(sector.name, locale).text}
            cards
            rows={sector.rows}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'name',
                head: words.name,
                names: true,
                cell: ({ name, href, confirm, period }) => (
                  <>
                    <a class="ds-link" href={href}>
                      <Local text={name} />
                    </a>{' '}
                    {confirm && <Unconfirmed />}
                    <p class="vc-caption">
                      <Local text={period} />
                    </p>
                  </>
                ),
              },
              {
                key: 'value',
                head: words.value,
                width: 'm',
                align: 'end',
                digits: true,
                cell: ({ shown, silence }) => <ShownValue shown={shown} silence={silence} />,
              },
              {
                key: 'parts',
                head: words.parts,
                width: 'm',
                align: 'end',
                digits: true,
                cell: ({ shown }) => <ShownParts shown={shown} />,
              },
            ]}
          />
        ))}
      </div>
    </OfficerLayout>
  );
}
