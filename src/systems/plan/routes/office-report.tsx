/** Routes of the quarterly report: the page, and its file as DOCX or PDF. */
import { dayOf } from '../../../platform/calendar/instant.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { type Answer, fieldOf, file, get, notFound, page, type Route } from '../../../platform/http/route.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { readTypedDay, type TypedDay, typedDayOf as partsOfDay } from '../../../platform/text/typed-day.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { type PlanExchange, SEE } from '../office.ts';
import { ReportPage } from '../pages/report-page.tsx';
import { readScore } from '../read-score.ts';
import { typedDayOf } from '../read-value.ts';
import { composeReport } from '../report/compose-report.ts';
import { outlineOf } from '../report/outline.ts';
import { lastQuarters, momentOf, quarterNamed } from '../report/report-period.ts';
import { writeDocx } from '../report/write-docx.ts';
import { listRecords } from '../sheets/records.ts';
import type { PlanTables } from '../tables.ts';
import { OFFICE_PLAN } from './office-plan.tsx';
import { OFFICE_SHEETS } from './office-sheets.tsx';

const texts = defineTexts({
  day: {
    vi: 'Nhập ngày có trong lịch, ví dụ 20 12 2026, hoặc để trống cả ba ô.',
    en: 'Enter a day of the calendar, such as 20 12 2026, or leave all three empty.',
  },
});

const OFFICE_REPORT = `${OFFICE_PLAN}/bao-cao`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const QUARTERS = 8;

export const officeReportRoutes: readonly Route<PlanTables>[] = [
  get(OFFICE_REPORT, { permission: SEE }, (exchange) => showReport(exchange)),
  get(`${OFFICE_REPORT}/tai-ve`, { permission: SEE }, download),
];

async function showReport({ db, clock, query }: PlanExchange, errors: readonly FieldError[] = []): Promise<Answer> {
  const records = await listRecords(db, 'outline');
  const today = dayOf(clock());
  const day = typedDayOf(query, 'ngay');
  return page(
    <ReportPage
      path={OFFICE_REPORT}
      back={OFFICE_PLAN}
      periods={lastQuarters(today, QUARTERS)}
      isProposed={outlineOf(records).isProposed}
      outlinePath={`${OFFICE_SHEETS}/de-cuong-bao-cao`}
      day={errors.length > 0 ? day : partsOfDay(today)}
      typed={(name) => (name in query ? fieldOf(query, name) : undefined)}
      errors={errors}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

/** Left empty altogether, room is kept for a date written by hand. */
const isEmptyDay = (day: TypedDay): boolean => Object.values(day).every((part) => part === '');

async function download(exchange: PlanExchange): Promise<Answer> {
  const { db, clock, query, platform, locale } = exchange;
  const period = quarterNamed(fieldOf(query, 'ky')) ?? lastQuarters(dayOf(clock()), 1)[0];
  if (!period) return notFound;
  const typed = typedDayOf(query, 'ngay');
  const day = readTypedDay(typed);
  if (day === undefined && !isEmptyDay(typed))
    return showReport(exchange, [{ name: 'ngay', message: texts(locale).day }]);
  const at = momentOf(period, clock());
  const score = await readScore({ ...platform, db, clock: () => at });
  const said = (name: string, most: number) => fieldOf(query, name).normalize('NFC').trim().slice(0, most);
  const lines = (name: string) =>
    said(name, 500)
      .split(/\r?\n/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const paper = composeReport(score, {
    period,
    body: platform.site.responsible.vi,
    number: said('so', 60),
    day,
    addressee: said('kinh-gui', 200),
    signerTitle: lines('chuc-vu'),
    signer: said('nguoi-ky', 100),
    recipients: lines('noi-nhan'),
    simulated: platform.mode !== 'production',
  });
  const name = `bao-cao-de-an-${period.key.toLowerCase()}`;
  if (fieldOf(query, 'tep') === 'pdf')
    return file(await printPaper(paper, clock()), 'application/pdf', `${name}.pdf`, false);
  return file(await writeDocx(paper), DOCX, `${name}.docx`, false);
}
