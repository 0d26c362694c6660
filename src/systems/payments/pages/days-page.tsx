/** Days page: importing a statement, what came of it, and the days that statements cover. */
import type { Day } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { FileInput } from '../../../platform/web/components/field/file-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { ListedDay } from '../statements/read-day.ts';
import type { LineFault } from '../statements/read-statement.ts';
import { lineFaultTexts } from '../statements/statement-words.ts';

export interface ImportReport {
  readonly lines: number;
  readonly fresh: number;
  /** The same file was imported before. */
  readonly known: boolean;
  readonly faults: readonly { readonly line: number; readonly fault: LineFault }[];
  readonly first: Day;
  readonly last: Day;
}

export interface DaysPageProps {
  readonly path: string;
  readonly days: readonly ListedDay[];
  readonly report?: ImportReport;
  readonly refused?: string;
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Đối soát với ngân hàng', en: 'Reconciliation with the bank' },
  about: {
    vi: 'Sao kê được lấy từ ngân hàng mỗi đêm khi có kết nối. Cũng có thể nhập tệp sao kê tải từ ngân hàng.',
    en: 'The statement is fetched from the bank every night where it is connected. A file from the bank can be imported too.',
  },
  file: { vi: 'Tệp sao kê (CSV)', en: 'Statement file (CSV)' },
  fileHint: {
    vi: 'Cột: số tài khoản, ngày giờ giao dịch, số giao dịch, ghi có, ghi nợ, nội dung. UTF-8, UTF-16 hoặc Windows-1258. Nhập lại cùng tệp không có tác dụng.',
    en: 'Columns: account, time, transaction, credit, debit, content. UTF-8, UTF-16 or Windows-1258. The same file again changes nothing.',
  },
  import: { vi: 'Nhập sao kê', en: 'Import' },
  done: {
    vi: (fresh: number, lines: number) => `Đã nhập ${fresh} giao dịch mới trong ${lines} dòng`,
    en: (fresh: number, lines: number) => `${fresh} new transactions of ${lines} lines were imported`,
  },
  known: {
    vi: 'Tệp này đã nhập trước đó, không có gì thay đổi',
    en: 'This file was imported before; nothing has changed',
  },
  covers: {
    vi: (first: string, last: string) => `Từ ${first} đến ${last}.`,
    en: (first: string, last: string) => `From ${first} to ${last}.`,
  },
  fault: {
    vi: (line: number, what: string) => `Dòng ${line}: ${what}`,
    en: (line: number, what: string) => `Line ${line}: ${what}`,
  },
  faults: { vi: 'Các dòng sau không nhập được:', en: 'These lines could not be imported:' },
  list: { vi: 'Các ngày có sao kê', en: 'Days with a statement' },
  none: { vi: 'Chưa có sao kê nào', en: 'There is no statement yet' },
  day: { vi: 'Ngày', en: 'Day' },
  lines: { vi: 'Giao dịch', en: 'Transactions' },
  state: { vi: 'Tình trạng', en: 'State' },
  closed: { vi: (at: string) => `Đã chốt ${at}`, en: (at: string) => `Closed ${at}` },
  open: { vi: 'Chưa chốt', en: 'Not closed' },
  shown: { vi: (count: number) => `${count} ngày`, en: (count: number) => `${count} days` },
});

export function DaysPage({ path, days, report, refused, next }: DaysPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        {refused !== undefined && <ErrorSummary errors={[{ name: 'statement', message: refused }]} />}
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        {report && <Report report={report} />}
        <div class="vc-reading">
          <CommandForm action={`${path}/sao-ke`} multipart>
            <FileInput
              name="statement"
              label={words.file}
              hint={words.fileHint}
              accept=".csv,text/csv,text/plain"
              {...(refused === undefined ? {} : { error: refused })}
            />
            <ButtonGroup>
              <Button>{words.import}</Button>
            </ButtonGroup>
          </CommandForm>
        </div>
        <h2>{words.list}</h2>
        {days.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <DataTable
              cards
              caption={words.list}
              captionHidden
              rows={days}
              keyOf={({ day }) => day}
              columns={[
                {
                  key: 'day',
                  head: words.day,
                  names: true,
                  digits: true,
                  cell: ({ day }) => (
                    <a class="ds-link" href={`${path}/${day}`}>
                      {dayText(day, locale)}
                    </a>
                  ),
                },
                { key: 'lines', head: words.lines, align: 'end', digits: true, cell: ({ lines }) => lines },
                {
                  key: 'state',
                  head: words.state,
                  cell: ({ closedAt }) =>
                    closedAt === null ? words.open : words.closed(timeInTable(closedAt, locale)),
                },
              ]}
            />
            <Pagination summary={words.shown(days.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Report({ report: { lines, fresh, known, faults, first, last } }: { report: ImportReport }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <Notice kind={faults.length > 0 ? 'warning' : 'success'} title={known ? words.known : words.done(fresh, lines)}>
      <p>{words.covers(dayText(first, locale), dayText(last, locale))}</p>
      {faults.length > 0 && (
        <>
          <p>{words.faults}</p>
          <ul class="vc-list">
            {faults.map(({ line, fault }) => (
              <li key={line}>{words.fault(line, lineFaultTexts(locale)[fault])}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
