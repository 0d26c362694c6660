/** Showing one indicator: its value, its course over the last periods, its lines, and what it rests on. */
import { type Answer, type Exchange, notFound, page } from '../http/route.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { groupedNumber } from '../text/money.ts';
import { dayText } from '../text/vietnamese-date.ts';
import { Local } from '../web/local.tsx';
import { Unconfirmed } from '../web/components/tag/unconfirmed.tsx';
import type { SummaryRow } from '../web/components/summary-list/summary-list.tsx';
import { type Asked, askedHref, INDICATORS, recentDays } from './asked.ts';
import { courseOf } from './course-of.ts';
import { dayFilters, eraFilter, periodFilter } from './filters.ts';
import { IndicatorPage, type ShownLine } from './pages/indicator-page.tsx';
import { kept, readCourse, readShownLines, type ValueLine } from './read-course.ts';
import type { Line } from './lines.ts';
import { readValues } from './read-values.ts';
import { showValue } from './shown-value.ts';
import { type View, viewIndicator } from './view-indicator.ts';

export async function showIndicator(exchange: Exchange): Promise<Answer> {
  const { platform, clock, locale } = exchange;
  const view = await viewIndicator(exchange);
  if (!view) return notFound;
  const { found, asked, days } = view;
  const { definition } = found;
  const path = `${INDICATORS}/${definition.code}`;
  const line: Exclude<Line, 'all'> = asked.theo === 'dia-ban' ? 'area' : 'unit';
  const [values, trend, lines] = await Promise.all([
    readValues(platform, [found], view.span),
    readCourse(exchange, view),
    readShownLines(exchange, view, line),
  ]);
  return page(
    <IndicatorPage
      name={definition.name}
      confirm={definition.confirm ?? false}
      back={askedHref(INDICATORS, { ...asked, tu: '', den: '', donvi: '', diaban: '', theo: '' })}
      action={path}
      filters={[periodFilter(days.key, { at: clock(), locale, one: true }), eraFilter(asked, locale)]}
      typed={dayFilters(days.key === '' ? asked : { tu: '', den: '' }, locale)}
      keep={{ ...keptFields(asked), ...(days.key !== '' && { cu: days.key }) }}
      about={view.about.slice(0, -1)}
      narrowed={
        view.narrowedTo.length === 0
          ? undefined
          : { name: view.narrowedTo.join(', '), href: askedHref(path, { ...asked, donvi: '', diaban: '' }) }
      }
      asOf={view.asOf}
      silence={view.silence}
      shown={showValue(values.get(definition.code), definition, { locale, hrefOf: recordsOf(path, kept(asked, days)) })}
      chart={courseOf(trend, {
        definition,
        running: recentDays(definition, { at: clock(), count: 1 })[0]?.key,
        locale,
      })}
      trend={showLines(trend, view, locale)}
      lines={view.measure?.kind === 'snapshot' ? undefined : showLines(lines, view, locale)}
      files={['xlsx', 'csv'].map((ending) => ({
        ending,
        href: askedHref(`${path}/tai-ve/so-lieu.${ending}`, kept(asked, days)),
      }))}
      linesBy={line}
      otherLines={askedHref(path, { ...asked, theo: line === 'unit' ? 'dia-ban' : '' })}
      rests={restsOf(view, locale)}
    />,
  );
}

const keptFields = (asked: Asked): Record<string, string> =>
  Object.fromEntries(
    (['donvi', 'diaban', 'theo'] as const).flatMap((name) => (asked[name] === '' ? [] : [[name, asked[name]]])),
  );

const recordsOf = (path: string, asked: Asked) => (part: string) => askedHref(`${path}/ban-ghi`, asked, { phan: part });

function showLines(lines: readonly ValueLine[], { found: { definition } }: View, locale: Locale): ShownLine[] {
  const path = `${INDICATORS}/${definition.code}`;
  return lines.map(({ key, name, reading, silence, there }) => ({
    key,
    name,
    href: askedHref(path, there),
    silence,
    shown: showValue(reading, definition, { locale, hrefOf: recordsOf(path, there) }),
  }));
}

const texts = defineTexts({
  filter: { vi: 'Chỉ xét', en: 'Only' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  counted: { vi: 'Đếm', en: 'Counts' },
  measure: { vi: 'Đại lượng', en: 'Measure' },
  everything: { vi: 'mọi bản ghi của đại lượng', en: 'every record of the measure' },
  direction: { vi: 'Chiều tốt', en: 'Good is' },
  up: { vi: 'càng cao càng tốt', en: 'higher' },
  down: { vi: 'càng thấp càng tốt', en: 'lower' },
  thresholds: { vi: 'Ngưỡng', en: 'Thresholds' },
  limits: {
    vi: (good: string, warn: string) => `tốt từ ${good}, cảnh báo ngoài ${warn}`,
    en: (good: string, warn: string) => `good from ${good}, alarm beyond ${warn}`,
  },
  source: { vi: 'Nguồn', en: 'Source' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  note: { vi: 'Ghi chú', en: 'Note' },
  version: { vi: 'Phiên bản', en: 'Version' },
  since: {
    vi: (version: number, day: string) => `${version}, tính từ ngày ${day}`,
    en: (version: number, day: string) => `${version}, counts from ${day}`,
  },
});

function restsOf({ found: { definition }, measure, words: parts }: View, locale: Locale): SummaryRow[] {
  const words = texts(locale);
  const { direction, thresholds, source, basis, confirm, note, version, from, unit, denominator } = definition;
  const amount = (value: number) => `${groupedNumber(value, locale)} ${inLanguage(unit, locale).text}`;
  return [
    { label: words.measure, value: measure ? <Local text={measure.title} /> : definition.measure },
    ...(parts.filter ? [{ label: words.filter, value: <Local text={parts.filter} /> }] : []),
    { label: denominator === undefined ? words.counted : words.numerator, value: <Local text={parts.numerator} /> },
    ...(denominator === undefined
      ? []
      : [
          {
            label: words.denominator,
            value: parts.denominator ? <Local text={parts.denominator} /> : words.everything,
          },
        ]),
    { label: words.direction, value: words[direction] },
    ...(thresholds
      ? [{ label: words.thresholds, value: words.limits(amount(thresholds.good), amount(thresholds.warn)) }]
      : []),
    { label: words.source, value: <Local text={source} /> },
    ...(basis || confirm
      ? [
          {
            label: words.basis,
            value: (
              <>
                {basis} {confirm && <Unconfirmed />}
              </>
            ),
          },
        ]
      : []),
    ...(note ? [{ label: words.note, value: <Local text={note} /> }] : []),
    { label: words.version, value: words.since(version, dayText(from, locale)) },
  ];
}
