/** Showing one indicator: its value, its course over the last periods, its lines, and what it rests on. */
import type { Instant } from '../calendar/instant.ts';
import { type Answer, type Exchange, notFound, page } from '../http/route.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { nameUnits } from '../organisation/counted-units.ts';
import { groupedNumber } from '../text/money.ts';
import { dayText } from '../text/vietnamese-date.ts';
import { Local } from '../web/local.tsx';
import { Unconfirmed } from '../web/components/tag/unconfirmed.tsx';
import type { SummaryRow } from '../web/components/summary-list/summary-list.tsx';
import { nameAreas } from './area-names.ts';
import { type Asked, askedHref, type Days, INDICATORS, recentDays } from './asked.ts';
import { dayFilters, eraFilter, periodFilter } from './filters.ts';
import { IndicatorPage, type ShownLine } from './pages/indicator-page.tsx';
import { type Line, readLines, readValues } from './read-values.ts';
import { showValue } from './shown-value.ts';
import { resolveSpan } from './span.ts';
import { nameText, type View, viewIndicator, whose } from './view-indicator.ts';

const TREND = { month: 13, quarter: 9, year: 6 } as const;

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
      filters={[periodFilter(days.key, clock(), locale), eraFilter(asked, locale)]}
      typed={dayFilters(asked, locale)}
      keep={Object.fromEntries(
        (['donvi', 'diaban', 'theo'] as const).flatMap((name) => (asked[name] === '' ? [] : [[name, asked[name]]])),
      )}
      about={view.about}
      narrowed={
        view.narrowedTo.length === 0
          ? undefined
          : { name: view.narrowedTo.join(', '), href: askedHref(path, { ...asked, donvi: '', diaban: '' }) }
      }
      asOf={view.asOf}
      shown={showValue(values.get(definition.code), definition, { locale, hrefOf: recordsOf(path, kept(asked, days)) })}
      trend={trend}
      lines={lines}
      linesBy={line}
      otherLines={askedHref(path, { ...asked, theo: line === 'unit' ? 'dia-ban' : '' })}
      rests={restsOf(view, locale)}
    />,
  );
}

const kept = (asked: Asked, { key }: Days): Asked => (key === '' ? asked : { ...asked, ky: key, tu: '', den: '' });

const recordsOf = (path: string, asked: Asked) => (part: string) => askedHref(`${path}/ban-ghi`, asked, { phan: part });

/** Newest first, the running period too. */
async function readCourse(
  { platform, db, clock, locale }: Exchange,
  { found, asked, reach }: View,
): Promise<ShownLine[]> {
  const { definition } = found;
  const at: Instant = clock();
  const path = `${INDICATORS}/${definition.code}`;
  const today = recentDays(definition, { at, count: TREND[definition.period] });
  return Promise.all(
    today.map(async (days): Promise<ShownLine> => {
      const span = await resolveSpan(db, { ...days, ...whose(asked), reach }, days.from);
      const reading = (await readValues(platform, [found], span)).get(definition.code);
      const there = kept(asked, days);
      return {
        key: days.key,
        name: inLanguage(days.name, locale).text,
        href: askedHref(path, there),
        shown: showValue(reading, definition, { locale, hrefOf: recordsOf(path, there) }),
      };
    }),
  );
}

async function readShownLines(
  { platform, db, locale }: Exchange,
  view: View,
  line: 'unit' | 'area',
): Promise<ShownLine[]> {
  const { found, span, asked, days } = view;
  const { definition } = found;
  const path = `${INDICATORS}/${definition.code}`;
  const lines = (await readLines(platform, [found], { span, line })).get(definition.code) ?? new Map();
  const ids = [...lines.keys()];
  const names = line === 'unit' ? await nameUnits(db, ids) : await nameAreas(db, ids);
  return [...names].flatMap(([id, name]): ShownLine[] => {
    const reading = lines.get(id);
    if (!reading || (reading.numerator === 0 && (reading.denominator ?? 0) === 0 && reading.unknown === 0)) return [];
    const there = { ...kept(asked, days), [line === 'unit' ? 'donvi' : 'diaban']: id };
    return [
      {
        key: id,
        name: nameText(name, locale),
        href: askedHref(path, there),
        shown: showValue(reading, definition, { locale, hrefOf: recordsOf(path, there) }),
      },
    ];
  });
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
    { label: words.measure, value: <Local text={measure.title} /> },
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
