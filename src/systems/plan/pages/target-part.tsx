/** Target part: where one target stands and why, of what it is a share, its way of twelve months and the values behind it. */
import type { ComponentChildren } from 'preact';
import { type Day, dayOf } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { CourseChart, type CourseChartProps } from '../../../platform/web/components/course-chart/course-chart.tsx';
import { SummaryList, type SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { StatusChip } from '../../../platform/web/components/tag/status-chip.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { Unconfirmed } from '../../../platform/web/components/tag/unconfirmed.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { DONE } from '../amount.ts';
import type { Measure } from '../definition.ts';
import { amountWithUnit, forecastSentence, partsText, planTexts, shortfallText, targetText } from '../plan-words.ts';
import type { Score } from '../read-score.ts';
import type { Actual, MeasureScore, TargetScore } from '../score/score-target.ts';
import { monthsOf } from '../score-lines.ts';

const texts = defineTexts({
  status: { vi: 'Trạng thái', en: 'Status' },
  aim: { vi: 'Mục tiêu', en: 'Aim' },
  aimAt: { vi: (aim: string) => `mục tiêu ${aim}`, en: (aim: string) => `aim ${aim}` },
  due: { vi: 'Hạn', en: 'Due' },
  level: { vi: 'Cấp', en: 'Level' },
  definition: { vi: 'Cách tính', en: 'How it is reckoned' },
  share: {
    vi: (numerator: string, denominator: string) => `${numerator}, chia cho ${denominator}`,
    en: (numerator: string, denominator: string) => `${numerator}, divided by ${denominator}`,
  },
  yesNo: { vi: 'đã hoàn thành hay chưa, theo văn bản xác nhận', en: 'done or not, by a document that says so' },
  counted: { vi: (unit: string) => `số ${unit}`, en: (unit: string) => `number of ${unit}` },
  source: { vi: 'Nguồn số liệu', en: 'Source' },
  now: { vi: 'Hiện tại', en: 'Now' },
  none: { vi: 'Chưa có số liệu', en: 'No data yet' },
  stale: { vi: 'Số liệu cũ', en: 'An old value' },
  invented: { vi: 'Số liệu bịa để trình diễn', en: 'Invented for the demonstration' },
  baseline: { vi: 'Mốc ban đầu', en: 'Baseline' },
  saidByPlan: { vi: 'theo văn bản của đề án', en: 'as the plan says' },
  noBaseline: { vi: 'Chưa nhập', en: 'Not entered' },
  expected: { vi: 'Lộ trình', en: 'Trajectory' },
  expectedAt: {
    vi: (day: string, value: string) => `đến ngày ${day} phải đạt ${value}`,
    en: (day: string, value: string) => `${value} by ${day}`,
  },
  noPath: { vi: 'Chưa có: cần mốc ban đầu hoặc mốc lộ trình.', en: 'None: it needs a baseline or points.' },
  points: { vi: 'theo đường thẳng qua các mốc đã nhập', en: 'along straight lines over the points entered' },
  forecast: { vi: 'Dự báo khi đến hạn', en: 'Forecast at the deadline' },
  months: { vi: '12 tháng gần nhất', en: 'The last twelve months' },
  month: { vi: 'Tháng', en: 'Month' },
  value: { vi: 'Giá trị', en: 'Value' },
  values: { vi: 'Số liệu đã dùng', en: 'Values used' },
  day: { vi: 'Ngày', en: 'Day' },
  parts: { vi: 'Tử số / mẫu số', en: 'Numerator / denominator' },
  from: { vi: 'Căn cứ', en: 'Ground' },
  document: {
    vi: (number: string, day: string) => `Văn bản ${number} ngày ${day}`,
    en: (number: string, day: string) => `Document ${number} of ${day}`,
  },
  noValues: {
    vi: 'Chưa có số liệu nào được duyệt cho chỉ tiêu này.',
    en: 'No value of this target has been approved yet.',
  },
  measure: { vi: (key: string) => `Cách đo: ${key}`, en: (key: string) => `Measure: ${key}` },
});

export function TargetPart({ score, of }: { readonly score: Score; readonly of: TargetScore }) {
  const locale = useLocale();
  const words = texts(locale);
  const { target, deadline, status, lead } = of;
  const rows: SummaryRow[] = [
    {
      label: words.status,
      value: (
        <>
          <StatusChip status={status} /> {planTexts(locale)[lead.judged.reason]}
        </>
      ),
    },
    { label: words.due, value: dayText(deadline, locale) },
    { label: words.level, value: inLanguage(target.level, locale).text },
    {
      label: words.source,
      value: (
        <>
          {inLanguage(target.source, locale).text} {target.confirm && <Unconfirmed />}
        </>
      ),
    },
  ];
  return (
    <div class="vc-sections">
      <SummaryList rows={rows} />
      {of.measures.map((measure) => (
        <MeasurePart key={measure.measure.key} of={measure} named={of.measures.length > 1} today={dayOf(score.at)} />
      ))}
    </div>
  );
}

function MeasurePart({ of, named, today }: { of: MeasureScore; named: boolean; today: Day }) {
  const locale = useLocale();
  const words = texts(locale);
  const { measure, actuals } = of;
  return (
    <section class="vc-stack">
      {named && <h2>{words.measure(measure.unit ? inLanguage(measure.unit, locale).text : measure.key)}</h2>}
      <SummaryList rows={measureRows(of, locale)} />
      {actuals.length === 0 ? (
        <p class="vc-quiet">{words.noValues}</p>
      ) : (
        <>
          <Months of={of} under={named ? 'h3' : 'h2'} today={today} />
          <UsedValues of={of} />
        </>
      )}
    </section>
  );
}

function measureRows(of: MeasureScore, locale: Locale): SummaryRow[] {
  const words = texts(locale);
  const { measure, actual, parts, baseline, forecast, judged } = of;
  const shortfall = shortfallText(of, locale);
  const way: SummaryRow[] =
    measure.kind === 'yes-no'
      ? []
      : [
          {
            label: words.baseline,
            value: baseline
              ? `${amountWithUnit(baseline.amount, measure, locale)} (${dayText(baseline.day, locale)}${baseline.from === 'plan' ? `, ${words.saidByPlan}` : ''})`
              : words.noBaseline,
          },
          { label: words.expected, value: expectedText(of, locale) },
          {
            label: words.forecast,
            value: `${forecastSentence(forecast, measure, locale)}${shortfall === undefined ? '' : ` (${shortfall})`}`,
          },
        ];
  return [
    { label: words.aim, value: targetText(measure, locale) },
    { label: words.definition, value: definitionText(measure, locale) },
    {
      label: words.now,
      value: actual ? (
        <>
          <strong>{amountWithUnit(actual.amount, measure, locale)}</strong>, {partsText(actual, measure, locale)}{' '}
          {of.isStale && (
            <Tag tone="warning" icon="clock">
              {words.stale}
            </Tag>
          )}
        </>
      ) : (
        [words.none, ...(parts ? [partsText(parts, measure, locale)] : [])].join(': ')
      ),
    },
    ...(judged.reason === 'no-actual' ? way.slice(0, 1) : way),
  ];
}

function expectedText({ measure, actual, judged, points }: MeasureScore, locale: Locale): string {
  const words = texts(locale);
  if (judged.expected === undefined || !actual) return words.noPath;
  const text = words.expectedAt(dayText(actual.day, locale), amountWithUnit(judged.expected, measure, locale));
  return points.length === 0 ? text : `${text}, ${words.points}`;
}

function definitionText(measure: Measure, locale: Locale): string {
  const words = texts(locale);
  if (measure.numerator && measure.denominator)
    return words.share(inLanguage(measure.numerator, locale).text, inLanguage(measure.denominator, locale).text);
  return measure.unit ? words.counted(inLanguage(measure.unit, locale).text) : words.yesNo;
}

/** Under the heading of its measure, or of the page where there is but one. */
function Months({ of, under: Heading, today }: { of: MeasureScore; under: 'h2' | 'h3'; today: Day }) {
  const locale = useLocale();
  const words = texts(locale);
  const { measure, actuals } = of;
  const months = monthsOf(actuals, today);
  return (
    <div class="vc-stack">
      <Heading>{words.months}</Heading>
      {measure.kind !== 'yes-no' && <CourseChart {...courseOf(measure, months, locale)} />}
      <DataTable
        caption={words.months}
        captionHidden
        rows={months}
        keyOf={({ month }) => month}
        columns={[
          { key: 'month', head: words.month, names: true, cell: ({ month }) => dayText(month, locale) },
          {
            key: 'value',
            head: words.value,
            align: 'end',
            digits: true,
            cell: ({ amount }) =>
              amount === null ? <span class="vc-quiet">–</span> : amountWithUnit(amount, measure, locale),
          },
        ]}
      />
    </div>
  );
}

function courseOf(
  measure: Measure,
  months: readonly { readonly month: Day; readonly amount: number | null }[],
  locale: Locale,
): CourseChartProps {
  const aim = targetText(measure, locale);
  return {
    unit: measure.unit ? inLanguage(measure.unit, locale).text : '%',
    direction: measure.compare === '<=' ? 'down' : 'up',
    ...(measure.kind === 'percent' && measure.counter === undefined && { most: 100 }),
    points: months.map(({ month, amount }) => ({
      key: month,
      label: `${Number(month.slice(5, 7))}/${month.slice(2, 4)}`,
      value: amount === null ? null : amount / DONE,
    })),
    limits: [{ value: Number(measure.target), text: texts(locale).aimAt(aim), tone: 'target' }],
  };
}

function UsedValues({ of: { measure, actuals } }: { of: MeasureScore }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <DataTable
      caption={words.values}
      rows={actuals.toReversed()}
      keyOf={({ day }) => day}
      columns={[
        { key: 'day', head: words.day, names: true, cell: ({ day }) => dayText(day, locale) },
        {
          key: 'value',
          head: words.value,
          align: 'end',
          digits: true,
          cell: ({ amount }) => <span class="vc-whole">{amountWithUnit(amount, measure, locale)}</span>,
        },
        { key: 'parts', head: words.parts, align: 'end', cell: (actual) => partsText(actual, measure, locale) },
        { key: 'from', head: words.from, cell: (actual) => <Ground actual={actual} /> },
      ]}
    />
  );
}

function Ground({ actual }: { actual: Actual }): ComponentChildren {
  const locale = useLocale();
  const words = texts(locale);
  if (!actual.value) return [planTexts(locale)[actual.from], ...(actual.document ? [actual.document] : [])].join(': ');
  const { documentNumber, documentDay, invented } = actual.value;
  return (
    <>
      {words.document(documentNumber, dayText(documentDay, locale))}
      {invented && (
        <>
          {' '}
          <Tag tone="warning">{words.invented}</Tag>
        </>
      )}
    </>
  );
}
