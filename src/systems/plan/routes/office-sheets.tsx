/** Routes of the sheets: their list, one with its records, adding, changing and removing a line, bringing a file, downloading. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  file,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  shownVersionOf,
} from '../../../platform/http/route.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { getPlan } from '../current-definition.ts';
import { APPROVE, ENTER, keeperOf, type PlanExchange, type PlanPerson, SEE } from '../office.ts';
import { RecordPage } from '../pages/record-page.tsx';
import { SheetPage, type SheetPageProps } from '../pages/sheet-page.tsx';
import { SheetsPage } from '../pages/sheets-page.tsx';
import { typedText } from '../sheets/cell-text.ts';
import { approveRecord, listWaiting } from '../sheets/approve-record.ts';
import { type LineReport, saveRecords } from '../sheets/import-sheet.ts';
import { readTable } from '../sheets/read-table.ts';
import { knownCodes, listRecords, type PlanRecord } from '../sheets/records.ts';
import { removeRecord } from '../sheets/remove-record.ts';
import { type Sheet, sheetOf } from '../sheets/sheet.ts';
import { sheetCsv, sheetWorkbook } from '../sheets/sheet-files.ts';
import type { PlanTables } from '../tables.ts';
import { OFFICE_PLAN } from './office-plan.tsx';

export const OFFICE_SHEETS = `${OFFICE_PLAN}/bang`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const UPLOAD_LIMIT = 5 * 1024 * 1024;
const see = { permission: SEE } as const;
const enter = { permission: ENTER } as const;
const approve = { permission: APPROVE } as const;

export const officeSheetRoutes: readonly Route<PlanTables>[] = [
  get(OFFICE_SHEETS, see, showSheets),
  get(`${OFFICE_SHEETS}/:sheet`, see, (exchange) => showSheet(exchange)),
  get(`${OFFICE_SHEETS}/:sheet/tai-ve/:file`, see, download),
  get(`${OFFICE_SHEETS}/:sheet/them`, enter, (exchange) =>
    forKeeper(exchange, ({ sheet }) => showForm(exchange, sheet)),
  ),
  post(`${OFFICE_SHEETS}/:sheet/them`, enter, (exchange) => forKeeper(exchange, (kept) => save(exchange, kept))),
  post(`${OFFICE_SHEETS}/:sheet/nhap`, enter, (exchange) => forKeeper(exchange, (kept) => bring(exchange, kept)), {
    bodyLimit: UPLOAD_LIMIT,
  }),
  get(`${OFFICE_SHEETS}/:sheet/dong/:code`, enter, (exchange) =>
    forKeeper(exchange, ({ sheet }) => showForm(exchange, sheet, exchange.params.code)),
  ),
  post(`${OFFICE_SHEETS}/:sheet/dong/:code`, enter, (exchange) =>
    forKeeper(exchange, (kept) => save(exchange, kept, exchange.params.code)),
  ),
  post(`${OFFICE_SHEETS}/:sheet/dong/:code/bo`, enter, (exchange) =>
    forKeeper(exchange, (kept) => remove(exchange, kept)),
  ),
  post(`${OFFICE_SHEETS}/:sheet/dong/:code/duyet`, approve, (exchange) =>
    forKeeper(exchange, (kept) => approveLine(exchange, kept), APPROVE),
  ),
];

interface Kept {
  readonly sheet: Sheet;
  readonly keeper: PlanPerson;
}

async function forKeeper(
  exchange: PlanExchange,
  answer: (kept: Kept) => Promise<Answer>,
  permission: typeof ENTER | typeof APPROVE = ENTER,
): Promise<Answer> {
  const sheet = sheetOf(exchange.params.sheet ?? '');
  const keeper = keeperOf(exchange, (await getPlan(exchange.db)).plan, permission);
  return sheet && keeper ? answer({ sheet, keeper }) : notFound;
}

async function showSheets({ db }: PlanExchange): Promise<Answer> {
  const [{ plan }, records] = await Promise.all([getPlan(db), listRecords(db)]);
  return page(<SheetsPage plan={plan} records={records} path={OFFICE_SHEETS} back={OFFICE_PLAN} />);
}

async function showSheet(
  exchange: PlanExchange,
  more: { readonly report?: readonly LineReport[]; readonly refused?: string } = {},
): Promise<Answer> {
  const { db, params, query, signedIn } = exchange;
  const sheet = sheetOf(params.sheet ?? '');
  if (!sheet) return notFound;
  const [{ plan }, records, waiting] = await Promise.all([
    getPlan(db),
    listRecords(db, sheet.key),
    sheet.approved ? listWaiting(db) : [],
  ]);
  const path = `${OFFICE_SHEETS}/${sheet.slug}`;
  return page(
    <SheetPage
      sheet={sheet}
      {...pageOf(records, { after: fieldOf(query, 'sau'), path })}
      path={path}
      back={OFFICE_SHEETS}
      mayEnter={keeperOf(exchange, plan, ENTER) !== undefined}
      waits={{
        waiting: waiting.filter((one) => one.sheet === sheet.key),
        mayDecide: keeperOf(exchange, plan, APPROVE) !== undefined,
        account: signedIn?.accountId,
      }}
      {...more}
    />,
    more.refused === undefined ? 200 : 422,
  );
}

const A_PAGE = 50;

/** The lines after a code; a code that is gone shows the first page. */
function pageOf(
  records: readonly PlanRecord[],
  { after, path }: { readonly after: string; readonly path: string },
): Pick<SheetPageProps, 'records' | 'place'> {
  const start = records.findIndex(({ code }) => code === after) + 1;
  const end = start + A_PAGE;
  const hrefAfter = (place: number): string => {
    const before = records[place - 1];
    return before ? `${path}?sau=${encodeURIComponent(before.code)}` : path;
  };
  return {
    records: records.slice(start, end),
    place: {
      first: records.length === 0 ? 0 : start + 1,
      total: records.length,
      previous: start > 0 ? hrefAfter(Math.max(0, start - A_PAGE)) : undefined,
      next: end < records.length ? hrefAfter(end) : undefined,
    },
  };
}

async function download({ db, params, clock }: PlanExchange): Promise<Answer> {
  const sheet = sheetOf(params.sheet ?? '');
  if (!sheet) return notFound;
  const records = await listRecords(db, sheet.key);
  if (params.file === 'bang.xlsx')
    return file(await sheetWorkbook(sheet, records, clock()), XLSX, `${sheet.slug}.xlsx`, false);
  if (params.file !== 'bang.csv') return notFound;
  return {
    kind: 'text',
    text: sheetCsv(sheet, records),
    type: 'text/csv; charset=utf-8',
    status: 200,
    headers: { 'content-disposition': `attachment; filename="${sheet.slug}.csv"` },
  };
}

async function showForm(
  { db, form }: PlanExchange,
  sheet: Sheet,
  code?: string,
  errors?: readonly FieldError[],
): Promise<Answer> {
  const [{ plan }, records] = await Promise.all([getPlan(db), listRecords(db)]);
  const record = records.find((one) => one.sheet === sheet.key && one.code === code);
  if (code !== undefined && !record) return notFound;
  const column = (name: string) => sheet.columns.find(({ key }) => key === name);
  const kept = (name: string): string => {
    const found = column(name);
    const text = record?.cells[name];
    return found?.kind === 'choice' ? (text ?? '') : found ? typedText(found, text) : '';
  };
  return page(
    <RecordPage
      sheet={sheet}
      path={`${OFFICE_SHEETS}/${sheet.slug}`}
      {...(code === undefined || !record ? {} : { code, version: shownVersionOf({ form }) ?? record.version })}
      known={knownCodes(records, plan.targets)}
      typed={errors ? (name) => fieldOf(form, name) : kept}
      errors={errors ?? []}
    />,
    errors ? 422 : 200,
  );
}

async function save(exchange: PlanExchange, { sheet, keeper }: Kept, code?: string): Promise<Answer> {
  const { db, platform, form, locale } = exchange;
  const cells = Object.fromEntries(sheet.columns.map(({ key }) => [key, fieldOf(form, key)]));
  const shown = shownVersionOf(exchange);
  const outcome = await saveRecords({ ...platform.acting, db }, keeper, {
    sheet,
    command: {
      commandId: commandIdOf(exchange) ?? newId(),
      sheet: sheet.key,
      lines: [{ line: 1, code: code ?? fieldOf(form, 'code'), cells }],
      isNew: code === undefined,
      ...(code === undefined || shown === undefined ? {} : { shown }),
    },
  });
  if (outcome.kind === 'done') {
    const [line] = outcome.answer.report as unknown as LineReport[];
    if (line?.result !== 'bad') return seeOther(`${OFFICE_SHEETS}/${sheet.slug}`);
    const errors = line.faults.map(({ column, message }) => ({ name: column, message: message[locale] }));
    return showForm(exchange, sheet, code, errors);
  }
  return refusedOr(exchange, outcome, (message) =>
    showForm(exchange, sheet, code, [code === undefined ? { name: 'code', message } : { message }]),
  );
}

const REFUSALS = {
  'not-a-table': 'plan.file-not-a-table',
  headings: 'plan.file-headings',
  empty: 'plan.file-empty',
  'too-long': 'plan.file-too-long',
  'unpacks-too-large': 'plan.file-unpacks-too-large',
} as const;

async function bring(exchange: PlanExchange, { sheet, keeper }: Kept): Promise<Answer> {
  const { db, platform, uploads } = exchange;
  const upload = uploads.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
  const refused = (code: string): Promise<Answer> =>
    refusedOr(exchange, { kind: 'refusal', code, values: {} }, (message) => showSheet(exchange, { refused: message }));
  if (!upload) return refused('plan.file-missing');
  const read = await readTable(sheet, upload.bytes);
  if (read.refused) return refused(REFUSALS[read.refused]);
  const outcome = await saveRecords({ ...platform.acting, db }, keeper, {
    sheet,
    command: { commandId: commandIdOf(exchange) ?? newId(), sheet: sheet.key, lines: read.lines },
  });
  if (outcome.kind === 'done') return showSheet(exchange, { report: outcome.answer.report as unknown as LineReport[] });
  return refusedOr(exchange, outcome, (message) => showSheet(exchange, { refused: message }));
}

async function remove(exchange: PlanExchange, { sheet, keeper }: Kept): Promise<Answer> {
  const { db, platform, params } = exchange;
  const code = params.code ?? '';
  const command = { commandId: commandIdOf(exchange) ?? newId(), code };
  const outcome = await removeRecord({ ...platform.acting, db }, keeper, { sheet, command });
  if (outcome.kind === 'done') return seeOther(`${OFFICE_SHEETS}/${sheet.slug}`);
  return refusedOr(exchange, outcome, (message) => showSheet(exchange, { refused: message }));
}

async function approveLine(exchange: PlanExchange, { sheet, keeper }: Kept): Promise<Answer> {
  const { db, platform, params } = exchange;
  const version = shownVersionOf(exchange);
  if (version === undefined) return notFound;
  const command = { commandId: commandIdOf(exchange) ?? newId(), code: params.code ?? '', version };
  const outcome = await approveRecord({ ...platform.acting, db }, keeper, { sheet, command });
  if (outcome.kind === 'done') return seeOther(`${OFFICE_SHEETS}/${sheet.slug}`);
  return refusedOr(exchange, outcome, (message) => showSheet(exchange, { refused: message }));
}

async function refusedOr(
  exchange: PlanExchange,
  outcome: Exclude<Outcome, { kind: 'done' }>,
  again: (message: string) => Promise<Answer>,
): Promise<Answer> {
  if (outcome.kind !== 'refusal') return outcomePage(outcome, OFFICE_SHEETS);
  return again(problemOf(outcome, exchange.platform.registry, exchange.locale).title);
}
