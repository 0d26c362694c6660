/** Indicator page: one value with its parts, its course, its lines by unit or by area, and everything it rests on. */
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { CourseChart, type CourseChartProps } from '../../web/components/course-chart/course-chart.tsx';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { FilterBar, type Filter, type TypedFilter } from '../../web/components/filter-bar/filter-bar.tsx';
import { StatTile } from '../../web/components/stat-tile/stat-tile.tsx';
import { SummaryList, type SummaryRow } from '../../web/components/summary-list/summary-list.tsx';
import { Unconfirmed } from '../../web/components/tag/unconfirmed.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useFrame } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { Shown } from '../shown-value.ts';
import type { Silence } from '../silence.ts';
import { ShownParts, ShownValue } from './shown-value-cells.tsx';
import { SilenceNotice } from './silence-notice.tsx';

export interface ShownLine {
  readonly key: string;
  readonly name: string;
  /** Narrows the page to this line. */
  readonly href: string | undefined;
  readonly silence: Silence | undefined;
  readonly shown: Shown;
}

/** `xlsx`, `csv`. */
export interface FileLink {
  readonly ending: string;
  readonly href: string;
}

export interface IndicatorPageProps {
  readonly name: LocalText;
  readonly confirm: boolean;
  readonly back: string;
  readonly action: string;
  readonly filters: readonly Filter[];
  readonly typed: readonly TypedFilter[];
  readonly keep: Readonly<Record<string, string>>;
  /** Which days and whose facts, a sentence each. */
  readonly about: readonly string[];
  /** The unit or the area it is narrowed to, and the way back to all. */
  readonly narrowed: { readonly name: string; readonly href: string } | undefined;
  readonly asOf: string;
  readonly silence: Silence | undefined;
  readonly shown: Shown;
  /** Of the same values as `trend`. */
  readonly chart: CourseChartProps;
  readonly trend: readonly ShownLine[];
  /** Undefined where the measure knows no units. */
  readonly lines: readonly ShownLine[] | undefined;
  readonly linesBy: 'unit' | 'area';
  readonly otherLines: string;
  readonly files: readonly FileLink[];
  readonly rests: readonly SummaryRow[];
}

const texts = defineTexts({
  back: { vi: 'Mọi chỉ số', en: 'All indicators' },
  asOf: { vi: (at: string) => `Số liệu đến ${at}`, en: (at: string) => `As of ${at}` },
  all: { vi: 'Xem tất cả', en: 'See all' },
  file: { vi: (kind: string) => `Tải ${kind}`, en: (kind: string) => `Download ${kind}` },
  trend: { vi: 'Qua các kỳ', en: 'Over the periods' },
  period: { vi: 'Kỳ', en: 'Period' },
  value: { vi: 'Giá trị', en: 'Value' },
  parts: { vi: 'Tử số / mẫu số', en: 'Numerator / denominator' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  area: { vi: 'Địa bàn', en: 'Area' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  byArea: { vi: 'Theo địa bàn', en: 'By area' },
  toUnits: { vi: 'Xem theo đơn vị', en: 'Show by unit' },
  toAreas: { vi: 'Xem theo địa bàn', en: 'Show by area' },
  noLines: {
    vi: 'Trong kỳ này không có số đếm riêng của đơn vị, địa bàn nào.',
    en: 'No unit or area has a count of its own in this period.',
  },
  rests: { vi: 'Chỉ số này dựa vào đâu', en: 'What this indicator rests on' },
});

export function IndicatorPage(props: IndicatorPageProps) {
  const { name, confirm, back, about, narrowed, lines, rests } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={inLanguage(name, locale).text}>
      <div class="vc-stack">
        <div>
          <BackLink href={back}>{words.back}</BackLink>
          <h1>
            <Local text={name} /> {confirm && <Unconfirmed />}
          </h1>
          <p class="vc-buttons">
            <FileLinks files={props.files} />
          </p>
          {narrowed && (
            <p>
              {narrowed.name}{' '}
              <a class="ds-link" href={narrowed.href}>
                {words.all}
              </a>
            </p>
          )}
        </div>
        <FilterBar action={props.action} filters={props.filters} typed={props.typed} keep={props.keep} />
        {props.silence && <SilenceNotice silence={props.silence} />}
        <Value {...props} />
        <p class="vc-quiet">{about.join(' ')}</p>
        <section class="vc-stack">
          <h2>{words.trend}</h2>
          <CourseChart {...props.chart} />
          <Lines head={words.period} caption={words.trend} captionHidden lines={props.trend} />
        </section>
        {lines && <ByLine {...props} lines={lines} />}
        <section>
          <h2>{words.rests}</h2>
          <SummaryList rows={rests} />
        </section>
      </div>
    </OfficerLayout>
  );
}

const TONES = { good: 'success', warning: 'warning', alarm: 'danger' } as const;

function Value({ name, shown, asOf }: IndicatorPageProps) {
  const words = texts(useFrame().locale);
  return (
    <div class="vc-stat-row">
      <StatTile
        label={<Local text={name} />}
        {...(shown.value !== undefined && { value: shown.value })}
        parts={<ShownParts shown={shown} />}
        asOf={words.asOf(asOf)}
        {...(shown.standing && { tone: TONES[shown.standing] })}
      />
    </div>
  );
}

export function FileLinks({ files }: { files: readonly FileLink[] }) {
  const words = texts(useFrame().locale);
  return (
    <>
      {files.map(({ ending, href }) => (
        <a key={ending} class="ds-link" href={href}>
          {words.file(ending.toUpperCase())}
        </a>
      ))}
    </>
  );
}

function ByLine({ lines, linesBy, otherLines }: IndicatorPageProps & { lines: readonly ShownLine[] }) {
  const words = texts(useFrame().locale);
  const caption = linesBy === 'unit' ? words.byUnit : words.byArea;
  return (
    <section>
      {lines.length > 0 ? (
        <Lines head={linesBy === 'unit' ? words.unit : words.area} caption={caption} lines={lines} />
      ) : (
        <>
          <h2>{caption}</h2>
          <p class="vc-quiet">{words.noLines}</p>
        </>
      )}
      <p class="vc-below">
        <a class="ds-link" href={otherLines}>
          {linesBy === 'unit' ? words.toAreas : words.toUnits}
        </a>
      </p>
    </section>
  );
}

interface LinesProps {
  readonly head: string;
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly lines: readonly ShownLine[];
}

function Lines({ head, caption, captionHidden = false, lines }: LinesProps) {
  const words = texts(useFrame().locale);
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={lines}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'name',
          head,
          names: true,
          cell: ({ name, href }) =>
            href === undefined ? (
              name
            ) : (
              <a class="ds-link" href={href}>
                {name}
              </a>
            ),
        },
        {
          key: 'value',
          head: words.value,
          align: 'end',
          digits: true,
          cell: ({ shown, silence }) => <ShownValue shown={shown} silence={silence} />,
        },
        {
          key: 'parts',
          head: words.parts,
          align: 'end',
          digits: true,
          cell: ({ shown }) => <ShownParts shown={shown} />,
        },
      ]}
    />
  );
}
