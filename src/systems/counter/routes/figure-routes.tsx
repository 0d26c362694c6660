/** Routes of the counter's figures: the sheet, the calls behind a figure, and the file. */
import { addDays, type Day, dayOf, findInstant } from '../../../platform/calendar/instant.ts';
import { isId } from '../../../platform/db/ids.ts';
import { type Answer, fieldOf, file, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { isWithin, scope } from '../../../platform/permissions/permissions.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { type FigureSpan, listCounted, listFigures, readTotal } from '../figures.ts';
import { callsAsCsv } from '../figures-sheet.ts';
import { listHalls } from '../hall.ts';
import { CountedCallsPage } from '../pages/counted-calls-page.tsx';
import { type AskedFigures, FIGURES, FiguresPage, hrefOf } from '../pages/figures-page.tsx';
import { getRules } from '../rules.ts';
import type { CounterTables } from '../tables.ts';
import type { CounterExchange } from './device-routes.tsx';

const SEE = 'counter.see-figures';
const access = { permission: SEE } as const;
const LISTED = 100;
const MOST_IN_FILE = 100_000;
const MOST_DAYS = 366;

export const figureRoutes: readonly Route<CounterTables>[] = [
  get(FIGURES, access, figures),
  get(`${FIGURES}/luot`, access, calls),
  get(`${FIGURES}/luot.csv`, access, sheet),
];

interface Read {
  readonly halls: Awaited<ReturnType<typeof listHalls>>;
  readonly asked: AskedFigures;
  readonly span: FigureSpan;
}

/** Halls within the officer's reach; the first of them unless one is asked for. Undefined where there is none. */
async function readAsked({ db, clock, signedIn, query }: CounterExchange): Promise<Read | undefined> {
  const today = dayOf(clock());
  const reach = await scope(db, signedIn, { permission: SEE, day: today });
  const halls = (await listHalls(db, clock())).filter(({ id }) => isWithin(reach, id));
  const hall = halls.find(({ code }) => code === fieldOf(query, 'noi')) ?? halls[0];
  if (!hall) return undefined;
  const to = readDay(fieldOf(query, 'den'), today);
  const earliest = addDays(to, -MOST_DAYS);
  const asked = readDay(fieldOf(query, 'tu'), addDays(to, -6));
  const from = asked > to ? to : asked < earliest ? earliest : asked;
  return { halls, asked: { hall: hall.code ?? '', from, to }, span: { unitId: hall.id, from, to } };
}

const readDay = (text: string, otherwise: Day): Day =>
  /^20\d{2}-\d{2}-\d{2}$/.test(text) && findInstant(text) !== undefined ? text : otherwise;

async function figures(exchange: CounterExchange): Promise<Answer> {
  const { db, clock, locale } = exchange;
  const read = await readAsked(exchange);
  if (!read) return notFound;
  const { halls, asked, span } = read;
  const [rows, total] = [await listFigures(db, span), await readTotal(db, span)];
  return page(
    <FiguresPage asked={asked} halls={halls} rows={rows} total={total} asOf={timeInSentence(clock(), locale)} />,
  );
}

async function calls(exchange: CounterExchange): Promise<Answer> {
  const { db, query } = exchange;
  const read = await readAsked(exchange);
  if (!read) return notFound;
  const { asked, span } = read;
  const [place, hour, after] = [fieldOf(query, 'quay'), fieldOf(query, 'gio'), fieldOf(query, 'sau')];
  const found = await listCounted(db, {
    ...span,
    ...(/^\d{1,2}$/.test(place) && { place: Number(place) }),
    ...(/^\d{1,2}$/.test(hour) && { hour: Number(hour) }),
    ...(isId(after) && { after }),
    limit: LISTED + 1,
  });
  const shown = found.slice(0, LISTED);
  const next = hrefOf(`${FIGURES}/luot`, asked, { quay: place, gio: hour, sau: shown.at(-1)?.id ?? '' });
  return page(
    <CountedCallsPage
      calls={shown}
      rules={await getRules(db)}
      back={hrefOf(FIGURES, asked)}
      next={found.length > LISTED ? next : undefined}
    />,
  );
}

async function sheet(exchange: CounterExchange): Promise<Answer> {
  const { db } = exchange;
  const read = await readAsked(exchange);
  if (!read) return notFound;
  const { from, to } = read.asked;
  const found = await listCounted(db, { ...read.span, limit: MOST_IN_FILE });
  const text = callsAsCsv(found, await getRules(db));
  return file(Buffer.from(text, 'utf8'), 'text/csv; charset=utf-8', `so-lieu-quay-${from}-${to}.csv`, false);
}
