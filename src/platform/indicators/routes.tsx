/** Routes of indicators for leaders: all of them by sector, one with its course and its lines, and the records behind a figure. */
import { dayOf } from '../calendar/instant.ts';
import { type Answer, type Exchange, get, notFound, page, type Route } from '../http/route.ts';
import { nameUnits } from '../organisation/counted-units.ts';
import { scope } from '../permissions/permissions.ts';
import { groupedNumber } from '../text/money.ts';
import { timeInSentence, timeInTable } from '../text/vietnamese-date.ts';
import { askedHref, type Days, daysOf, eraOf, INDICATORS, readAsked, SEE } from './asked.ts';
import { type FoundIndicator, listDefinitions } from './find-definition.ts';
import { download } from './download.ts';
import { eraFilter, periodFilter } from './filters.ts';
import { listRecords, type Part, PARTS } from './list-records.ts';
import { IndicatorsPage, type SectorRows } from './pages/indicators-page.tsx';
import { RecordsPage } from './pages/records-page.tsx';
import { readValues } from './read-values.ts';
import type { Reading } from './reading.ts';
import { showIndicator } from './show-indicator.tsx';
import { showValue } from './shown-value.ts';
import { listSilent, type Silence } from './silence.ts';
import { resolveSpan } from './span.ts';
import type { IndicatorTables } from './tables.ts';
import { nameText, viewIndicator } from './view-indicator.ts';

export { INDICATORS, SEE };

const access = { permission: SEE } as const;
const ROWS = 50;

export const indicatorRoutes: readonly Route<IndicatorTables>[] = [
  get(INDICATORS, access, (exchange) => listAll(exchange as unknown as Exchange)),
  get(`${INDICATORS}/:code`, access, (exchange) => showIndicator(exchange as unknown as Exchange)),
  get(`${INDICATORS}/:code/ban-ghi`, access, (exchange) => listBehind(exchange as unknown as Exchange)),
  get(`${INDICATORS}/:code/tai-ve/:file`, access, (exchange) => download(exchange as unknown as Exchange)),
];

async function listAll({ platform, db, clock, query, locale, signedIn }: Exchange): Promise<Answer> {
  const at = clock();
  const today = dayOf(at);
  const asked = readAsked(query);
  const reach = await scope(db, signedIn, { permission: SEE, day: today });
  const listed = (await listDefinitions(db, today)).map((found) => ({
    found,
    days: daysOf(asked, found.definition, at),
  }));
  const readings = new Map<string, Reading>();
  const silences = new Map<string, Silence>();
  for (const members of Map.groupBy(listed, ({ days }) => `${days.from} ${days.to}`).values()) {
    const [first] = members;
    if (!first) continue;
    const span = await resolveSpan(db, { ...first.days, era: eraOf(asked), reach }, today);
    const those = members.map(({ found }) => found);
    for (const [code, reading] of await readValues(platform, those, span)) readings.set(code, reading);
    for (const [code, silence] of await listSilent(platform, those, span)) silences.set(code, silence);
  }
  const row = ({ found: { definition }, days }: { found: FoundIndicator; days: Days }) => {
    const { code } = definition;
    const path = `${INDICATORS}/${code}`;
    const kept = { ...asked, ky: days.key };
    const shown = showValue(readings.get(code), definition, {
      locale,
      hrefOf: (part) => askedHref(`${path}/ban-ghi`, kept, { phan: part }),
    });
    return {
      code,
      name: definition.name,
      confirm: definition.confirm ?? false,
      period: days.name,
      href: askedHref(path, kept),
      shown,
      silence: silences.get(code),
    };
  };
  const sectors = [...Map.groupBy(listed, ({ found }) => found.definition.sector.sector)].map(
    ([key, members]): SectorRows => ({
      key,
      name: members[0]?.found.definition.sector.name ?? { vi: key },
      rows: members.map(row),
    }),
  );
  return page(
    <IndicatorsPage
      action={INDICATORS}
      sectors={sectors}
      filters={[periodFilter(asked.ky, { at, locale, one: false }), eraFilter(asked, locale)]}
      asOf={timeInSentence(at, locale)}
    />,
  );
}

async function listBehind(exchange: Exchange): Promise<Answer> {
  const { platform, db, locale } = exchange;
  const view = await viewIndicator(exchange);
  const part = view && PARTS.find((one) => one === view.asked.phan);
  if (!view || !part) return notFound;
  const { found, span, asked } = view;
  const [list, values] = await Promise.all([
    listRecords(platform, { found, part, span, limit: ROWS, ...(asked.sau !== '' && { after: asked.sau }) }),
    readValues(platform, [found], span),
  ]);
  const units = await nameUnits(db, [...new Set(list.rows.flatMap(({ unit }) => unit ?? []))]);
  const path = `${INDICATORS}/${found.definition.code}`;
  return page(
    <RecordsPage
      name={found.definition.name}
      part={part}
      counts={countsOf(part, view.words)}
      about={view.about}
      silence={view.silence}
      total={groupedNumber(totalOf(values.get(found.definition.code), part), locale)}
      rows={list.rows.map(({ subject, label, href, at, unit }) => {
        const name = unit === null ? undefined : units.get(unit);
        return {
          subject,
          label,
          href,
          at: at === null ? '' : timeInTable(at, locale),
          unit: name ? nameText(name, locale) : '',
        };
      })}
      next={list.next === undefined ? undefined : askedHref(`${path}/ban-ghi`, asked, { phan: part, sau: list.next })}
      back={askedHref(path, asked)}
      files={['xlsx', 'csv'].map((ending) => ({
        ending,
        href: askedHref(`${path}/tai-ve/ban-ghi.${ending}`, asked, { phan: part }),
      }))}
    />,
  );
}

const unknownText = {
  vi: 'Thiếu giá trị để xét: không tính là đạt, không đoán.',
  en: 'A value is missing: never counted as reached, never guessed.',
};

const countsOf = (part: Part, words: NonNullable<Awaited<ReturnType<typeof viewIndicator>>>['words']) =>
  part === 'tu-so' ? words.numerator : part === 'mau-so' ? (words.denominator ?? words.numerator) : unknownText;

function totalOf(reading: Reading | undefined, part: Part): number {
  if (!reading) return 0;
  return part === 'tu-so' ? reading.numerator : part === 'mau-so' ? (reading.denominator ?? 0) : reading.unknown;
}
