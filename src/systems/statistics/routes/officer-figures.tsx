/** Routes of figures for unit heads and leaders: sheets, their files, and the dossiers behind a figure. */
import { type Answer, file, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { aboutFigures } from '../about-figures.ts';
import { FIGURE_LIST, FIGURES, figuresHref, officeOf, readAsked, type Tab, TABS } from '../asked.ts';
import { nameUnits } from '../../../platform/organisation/counted-units.ts';
import { printSheet, writeWorkbook } from '../export-sheet.ts';
import type { FigureSheet } from '../figure-table.ts';
import { readIndexSheet } from '../index-sheet.ts';
import { countListed, listCountedRows, type ListQuestion } from '../list-counted.ts';
import { CountedPage } from '../pages/counted-page.tsx';
import { FiguresPage } from '../pages/figures-page.tsx';
import { listPeriodKeys } from '../../../platform/calendar/period.ts';
import { countsOf, type FiguresContext, type FiguresExchange, MOST_UNITS, readFigures, SEE } from '../read-figures.ts';
import { readServiceSheet } from '../service-sheet.ts';
import { nameOfficers, readStaffSheet } from '../staff-sheet.ts';
import { headOf, proceduresOf, readSummary, unitText } from '../summary-sheet.ts';
import type { StatisticsTables } from '../tables.ts';

const access = { permission: SEE } as const;
const ROWS = 30;

export const officerFigureRoutes: readonly Route<StatisticsTables>[] = [
  ...(Object.keys(TABS) as Tab[]).map((tab) =>
    get<StatisticsTables>(`${FIGURES}${TABS[tab]}`, access, (exchange) => showSheet(exchange, tab)),
  ),
  get(`${FIGURES}/tai-ve/:file`, access, download),
  get(FIGURE_LIST, access, listBehind),
];

async function showSheet(exchange: FiguresExchange, tab: Tab): Promise<Answer> {
  const { clock, locale } = exchange;
  const context = await readFigures(exchange);
  const { sheet, headlines } = await readSheet(exchange, context, tab);
  const { rules } = context.definitions.periods;
  return page(
    <FiguresPage
      tab={tab}
      asked={context.asked}
      sheet={sheet}
      {...(headlines && { headlines })}
      rules={rules}
      periodKeys={listPeriodKeys(clock(), context.period.rule)}
      asOf={timeInSentence(clock(), locale)}
      chooseUnit={tab === 'staff' && isTooWide(context)}
    />,
  );
}

const isTooWide = ({ names }: FiguresContext): boolean => names.size > MOST_UNITS;

type Read = Pick<Awaited<ReturnType<typeof readSummary>>, 'sheet'> &
  Partial<Pick<Awaited<ReturnType<typeof readSummary>>, 'headlines'>>;

async function readSheet({ db, locale }: FiguresExchange, context: FiguresContext, tab: Tab): Promise<Read> {
  switch (tab) {
    case 'summary':
      return readSummary(db, context, locale);
    case 'indices':
      return { sheet: await readIndexSheet(db, context, locale) };
    case 'staff':
      return { sheet: await readStaffSheet(db, isTooWide(context) ? { ...context, units: [] } : context, locale) };
    case 'service':
      return { sheet: await readServiceSheet(db, context, locale) };
  }
}

const FILES: Readonly<Record<string, Tab>> = {
  'tong-hop': 'summary',
  'chin-chi-so': 'indices',
  'can-bo': 'staff',
  'quyet-dinh-766': 'service',
};

/** In Vietnamese: what an office files. */
async function download(exchange: FiguresExchange): Promise<Answer> {
  const [name = '', ending] = (exchange.params.file ?? '').split('.');
  const tab = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!tab || (ending !== 'xlsx' && ending !== 'pdf')) return notFound;
  const context = await readFigures(exchange);
  const { sheet } = await readSheet({ ...exchange, locale: 'vi' }, context, tab);
  if (sheet.tables.every(({ rows }) => rows.length === 0)) return notFound;
  return fileOf(exchange, sheet, { ending, name: `${name}-${context.period.key}.${ending}` });
}

async function fileOf(
  { clock, platform }: FiguresExchange,
  sheet: FigureSheet,
  { ending, name }: { readonly ending: 'xlsx' | 'pdf'; readonly name: string },
): Promise<Answer> {
  const at = clock();
  if (ending === 'pdf')
    return file(await printSheet(sheet, { body: platform.site.responsible.vi, at }), 'application/pdf', name);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return file(await writeWorkbook(sheet, at), type, name, false);
}

async function listBehind(exchange: FiguresExchange): Promise<Answer> {
  const { db, locale } = exchange;
  const context = await readFigures(exchange);
  const question = questionOf(exchange, context);
  if (!question) return notFound;
  const [list, total, officers] = await Promise.all([
    listCountedRows(db, question),
    countListed(db, question),
    nameOfficers(db, question.officer ? [question.officer] : []),
  ]);
  const names = await nameUnits(db, [...new Set(list.rows.map(({ unit }) => unit))]);
  const { asked } = context;
  return page(
    <CountedPage
      title={question.counts.map((count) => headOf(count, locale)).join('; ')}
      about={[...narrowedBy(context, officers, locale), ...aboutFigures(context, locale)]}
      total={groupedNumber(total, locale)}
      rows={list.rows}
      unitName={(id) => {
        const unit = names.get(id);
        return unit ? unitText(unit, locale) : '';
      }}
      ofParts={question.counts.every(({ of }) => of === 'parts')}
      next={
        list.next === undefined ? undefined : figuresHref(FIGURE_LIST, asked, { ...behind(context), sau: list.next })
      }
      back={figuresHref(FIGURES, asked)}
    />,
  );
}

const behind = ({ asked: { so, dong, linhvuc, canbo } }: FiguresContext) => ({ so, dong, linhvuc, canbo });

/** Undefined where the URL names no figure, or a field or an officer's line that is none. */
function questionOf({ query }: FiguresExchange, context: FiguresContext): ListQuestion | undefined {
  const { so, dong, linhvuc, canbo, sau } = readAsked(query);
  const counts = countsOf(context, so.split(',')).filter(({ of }) => of !== 'procedures');
  const kinds = new Set(counts.map(({ of = 'dossiers' }) => of));
  const procedures = linhvuc ? proceduresOf(linhvuc, context.offered) : undefined;
  if (kinds.size !== 1 || (linhvuc && !procedures)) return undefined;
  return {
    counts,
    span: context.span,
    units: context.units,
    limit: ROWS,
    office: officeOf(context.asked),
    ...(dong && { line: dong }),
    ...(procedures && { procedures }),
    ...(canbo && { officer: canbo }),
    ...(sau && { after: sau }),
  };
}

function narrowedBy(
  { asked, names, chosen, offered }: FiguresContext,
  officers: ReadonlyMap<string, string>,
  locale: Locale,
): string[] {
  const line = names.get(asked.dong) ?? chosen;
  const field = offered.find((one) => one.field === asked.linhvuc)?.fieldName;
  return [
    ...(line ? [`${unitText(line, locale)}.`] : []),
    ...(field ? [`${inLanguage(field, locale).text}.`] : []),
    ...[...officers.values()].map((name) => `${name}.`),
  ];
}
