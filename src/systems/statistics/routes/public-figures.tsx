/** Routes of the open table: the page, and the same as CSV and JSON without personal data. */
import { addMonths, dayOf } from '../../../platform/calendar/instant.ts';
import { type Answer, fieldOf, get, json, page, type Route } from '../../../platform/http/route.ts';
import { getDefinitions } from '../current-definitions.ts';
import type { Definitions } from '../definitions.ts';
import { openCsv, openJson, type OpenTable, readOpenTable } from '../open-table.ts';
import { OpenTablePage } from '../pages/open-table-page.tsx';
import { findPeriod, type Period } from '../../../platform/calendar/period.ts';
import { type FiguresExchange, lastMonth, ruleOf } from '../read-figures.ts';
import type { StatisticsTables } from '../tables.ts';

/** A month of the whole province is the dearest question a guest can ask. */
const limit = { perMinute: 30 };

export const publicFigureRoutes: readonly Route<StatisticsTables>[] = [
  get('/so-lieu', 'public', showTable, limit),
  get('/so-lieu.csv', 'public', downloadCsv, limit),
  get('/so-lieu.json', 'public', downloadJson, limit),
];

async function showTable(exchange: FiguresExchange): Promise<Answer> {
  const { periods, table } = await readAskedTable(exchange);
  return page(<OpenTablePage table={table} periods={periods} />);
}

async function downloadCsv(exchange: FiguresExchange): Promise<Answer> {
  const { table } = await readAskedTable(exchange);
  const name = `so-lieu-${table.period.key}.csv`;
  return {
    kind: 'text',
    text: openCsv(table),
    type: 'text/csv; charset=utf-8',
    status: 200,
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  };
}

async function downloadJson(exchange: FiguresExchange): Promise<Answer> {
  const { table } = await readAskedTable(exchange);
  return json(openJson(table));
}

async function readAskedTable({
  db,
  query,
  clock,
}: FiguresExchange): Promise<{ readonly periods: readonly Period[]; readonly table: OpenTable }> {
  const definitions = await getDefinitions(db);
  const at = clock();
  const periods = listMonths(definitions, dayOf(at));
  const asked = periods.find(({ key }) => key === fieldOf(query, 'ky'));
  // the last month that is over, where none is named
  const period = asked ?? (periods[1] as Period);
  return { periods, table: await readOpenTable(db, { definitions, period, at }) };
}

/** By the calendar: the month that runs, then two years of those that are over. */
function listMonths({ periods }: Definitions, day: string): readonly Period[] {
  const rule = ruleOf('', periods.rules);
  const last = lastMonth(day, rule);
  return Array.from({ length: 25 }, (_, back) => addMonths(`${last}-01`, 1 - back).slice(0, 7)).flatMap(
    (key) => findPeriod(key, rule) ?? [],
  );
}
