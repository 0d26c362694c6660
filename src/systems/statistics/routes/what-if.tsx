/** Routes of trying terms: which of a month's dossiers would have been late under another term or a drafted process. */
import { Readable } from 'node:stream';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { parseTerm } from '../../../platform/calendar/term.ts';
import { type Answer, fieldOf, get, page, type Route, seeOther } from '../../../platform/http/route.ts';
import { unitAt, unitsUnder } from '../../../platform/organisation/find-units.ts';
import { scope } from '../../../platform/permissions/permissions.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { findDraft, findProcedure, listOffered, type ProcedureDefinition } from '../../procedures/index.ts';
import { listCounted } from '../../../platform/organisation/counted-units.ts';
import { csvLines, csvText } from '../../../platform/text/csv.ts';
import { getDefinitions } from '../current-definitions.ts';
import { type WhatIfAsked, WhatIfPage, type WhatIfProps } from '../pages/what-if-page.tsx';
import { findPeriod, listPeriodKeys } from '../../../platform/calendar/period.ts';
import type { FiguresExchange } from '../read-figures.ts';
import type { StatisticsTables } from '../tables.ts';
import { askWhatIf, termsOf, type TriedLine, tryEnded, type Trying } from '../what-if/ask-what-if.ts';

export const WHAT_IF = '/quan-tri/tinh-thu-thoi-han';
const PERMISSION = 'statistics.try-terms';
const access = { permission: PERMISSION } as const;
/** On the page; the file has all. */
const SHOWN = 100;
const MONTHS = 12;

export const whatIfRoutes: readonly Route<StatisticsTables>[] = [
  get(WHAT_IF, access, showWhatIf, { perMinute: 30 }),
  get(`${WHAT_IF}/tai-ve.csv`, access, download, { perMinute: 10 }),
];

interface Prepared {
  readonly props: Omit<WhatIfProps, 'result' | 'lines'>;
  /** Undefined while something is missing: the page says what. */
  readonly trying: Trying | undefined;
}

async function showWhatIf(exchange: FiguresExchange): Promise<Answer> {
  const { props, trying } = await prepare(exchange);
  const lines: TriedLine[] = [];
  const result =
    trying &&
    (await askWhatIf(exchange.db, trying, (line) => {
      if (lines.length < SHOWN && isChanged(line)) lines.push(line);
    }));
  return page(<WhatIfPage {...props} lines={lines} {...(result && { result })} />, isWithoutFault(props) ? 200 : 422);
}

const isWithoutFault = ({ errors }: Prepared['props']): boolean => Object.keys(errors).length === 0;

/** What the reader came for: it would have been judged otherwise, or nothing can be said. */
const isChanged = ({ tried }: TriedLine): boolean => tried === undefined || tried.was.late !== tried.would.late;

async function download(exchange: FiguresExchange): Promise<Answer> {
  const { props, trying } = await prepare(exchange);
  if (!trying && isWithoutFault(props)) return seeOther(WHAT_IF);
  if (!trying) return page(<WhatIfPage {...props} lines={[]} />, 422);
  const name = `tinh-thu-${props.asked.thutuc}-${props.asked.thang}.csv`;
  return { kind: 'stream', body: Readable.from(writeLines(exchange, trying)), type: 'text/csv; charset=utf-8', name };
}

/** Written as it is tried: a hundred thousand lines are never in hand together. */
async function* writeLines({ db }: FiguresExchange, trying: Trying): AsyncGenerator<string> {
  yield csvText([HEAD]);
  for await (const lines of tryEnded(db, trying)) yield csvLines(lines.map(rowOf));
}

const HEAD = [
  'ma_ho_so',
  'ma_don_vi',
  'don_vi',
  'ket_thuc',
  'han_cu',
  'qua_han_cu',
  'han_tinh_thu',
  'qua_han_tinh_thu',
  'buoc_qua_han_cu',
  'buoc_qua_han_tinh_thu',
];

function rowOf({ dossier, tried }: TriedLine): string[] {
  const time = (at: TriedLine['dossier']['finishedAt'] | null) => (at === null ? '' : timeInTable(at));
  const yes = (late: boolean) => (late ? 'co' : 'khong');
  const judged = tried
    ? [
        time(tried.was.due),
        yes(tried.was.late),
        time(tried.would.due),
        yes(tried.would.late),
        String(tried.was.lateSteps),
        String(tried.would.lateSteps),
      ]
    : ['', '', '', '', '', ''];
  return [dossier.code, dossier.unitCode ?? '', dossier.unitName, time(dossier.finishedAt), ...judged];
}

async function prepare(exchange: FiguresExchange): Promise<Prepared> {
  const { db, query, clock, signedIn, platform } = exchange;
  const at = clock();
  const day = dayOf(at);
  const [definitions, offered, reach] = await Promise.all([
    getDefinitions(db),
    listOffered(db),
    scope(db, signedIn, { permission: PERMISSION, day }),
  ]);
  const rule = { ...definitions.periods.rules[0], cutDay: 1 } as (typeof definitions.periods.rules)[number];
  const months = listPeriodKeys(at, rule).slice(0, MONTHS + 1);
  const asked: WhatIfAsked = {
    thutuc: fieldOf(query, 'thutuc'),
    thang: months.find((key) => key === fieldOf(query, 'thang')) ?? months[1] ?? '',
    donvi: fieldOf(query, 'donvi').trim().slice(0, 40),
    so: fieldOf(query, 'so').trim().slice(0, 4),
    loai: fieldOf(query, 'loai'),
    theo: fieldOf(query, 'theo') === 'nhap' ? 'nhap' : 'thoihan',
  };
  const props = { path: WHAT_IF, asked, months, offered, errors: {} };
  // a procedure alone, as other pages link it, is no question yet: the page asks for the term
  const hasTerm = asked.theo === 'nhap' || query.so !== undefined;
  if (asked.thutuc === '' || !hasTerm) return { props, trying: undefined };
  const found = offered.some(({ code }) => code === asked.thutuc)
    ? await findProcedure(db, asked.thutuc, day)
    : undefined;
  const other = await otherTerms(exchange, asked, found?.version?.definition);
  const unit = asked.donvi === '' ? undefined : await unitAt(db, asked.donvi, day);
  const counted = (await listCounted(db, reach, { era: 'then', day })).map(({ id }) => id);
  const under = unit ? new Set(await unitsUnder(db, unit.id, day)) : undefined;
  const units = asked.donvi === '' ? counted : counted.filter((id) => under?.has(id));
  const errors = {
    ...(found?.version ? {} : { thutuc: 'procedure' as const }),
    ...('error' in other ? { [other.at]: other.error } : {}),
    ...(asked.donvi !== '' && units.length === 0 ? { donvi: 'unit' as const } : {}),
  };
  const period = findPeriod(asked.thang, rule);
  const definition = found?.version?.definition;
  if (Object.keys(errors).length > 0 || !period || !definition || 'error' in other)
    return { props: { ...props, errors }, trying: undefined };
  const question = { procedure: definition.code, from: period.from, to: period.to, units };
  const trying = { question, present: termsOf(definition), other: other.terms, legal: platform.acting.legal };
  return { props, trying };
}

type Other =
  | { readonly terms: ReturnType<typeof termsOf> }
  | { readonly at: 'so' | 'theo'; readonly error: 'term' | 'draft' };

async function otherTerms(
  { db }: FiguresExchange,
  { theo, so, loai, thutuc }: WhatIfAsked,
  definition: ProcedureDefinition | undefined,
): Promise<Other> {
  if (theo === 'nhap') {
    const draft = await findDraft(db, thutuc);
    return draft ? { terms: termsOf(draft.definition) } : { at: 'theo', error: 'draft' };
  }
  const text = `${so}${loai}`;
  const { term } = /^\d{1,3}(wd|d|h|m)$/.test(text) ? parseTerm(text) : {};
  return term && definition ? { terms: termsOf(definition, text) } : { at: 'so', error: 'term' };
}
