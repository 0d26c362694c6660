/** Sheet page: the records of one sheet, adding one, bringing a file, and what came of the file that was just brought. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { FileInput } from '../../../platform/web/components/field/file-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { cellText } from '../sheets/cell-text.ts';
import type { LineReport } from '../sheets/import-sheet.ts';
import type { PlanRecord } from '../sheets/records.ts';
import { CODE_HEAD, type Sheet } from '../sheets/sheet.ts';
import { WaitingRecords, type WaitingRecordsProps } from './waiting-records.tsx';

/** Which lines of the whole sheet a page shows. */
export interface PagePlace {
  /** From 1; 0 in an empty sheet. */
  readonly first: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

export interface SheetPageProps {
  readonly sheet: Sheet;
  /** Of this page of the list. */
  readonly records: readonly PlanRecord[];
  readonly place: PagePlace;
  /** Of this page. */
  readonly path: string;
  /** Of the list of sheets. */
  readonly back: string;
  readonly mayEnter: boolean;
  readonly waits: Pick<WaitingRecordsProps, 'waiting' | 'mayDecide' | 'account'>;
  readonly report?: readonly LineReport[];
  readonly refused?: string;
}

const texts = defineTexts({
  back: { vi: 'Về các bảng', en: 'Back to the sheets' },
  add: { vi: 'Thêm một dòng', en: 'Add a line' },
  csv: { vi: 'Tải bảng (CSV)', en: 'Download (CSV)' },
  xlsx: { vi: 'Tải bảng (XLSX)', en: 'Download (XLSX)' },
  empty: { vi: 'Chưa nhập dòng nào', en: 'Nothing entered yet' },
  emptyEnter: {
    vi: 'Thêm từng dòng, hoặc tải mẫu trống ở trên, điền rồi nhập cả tệp.',
    en: 'Add lines one by one, or download the empty form above, fill it in and bring the whole file.',
  },
  emptySee: { vi: 'Cơ quan giữ đề án nhập bảng này.', en: 'The units that keep the plan enter this sheet.' },
  invented: { vi: 'bịa để trình diễn', en: 'invented' },
  import: { vi: 'Nhập từ tệp', en: 'Bring a file' },
  file: { vi: 'Tệp CSV (UTF-8) hoặc XLSX', en: 'CSV (UTF-8) or XLSX file' },
  fileHint: {
    vi: 'Dòng tiêu đề giống tệp tải về, tiếng Việt hoặc tiếng Anh. Dòng có mã đã có được sửa, mã mới được thêm; nhập lại không tạo dòng trùng. Dòng sai được báo, dòng đúng vẫn được nhận.',
    en: 'Heads as in the downloaded file, in Vietnamese or English. A known code is changed, a new one added; a second import doubles nothing. Wrong lines are told, right ones are kept.',
  },
  bring: { vi: 'Nhập tệp', en: 'Import' },
  report: {
    vi: (added: number, changed: number, same: number, bad: number) =>
      `Đã thêm ${added} dòng, sửa ${changed}, không đổi ${same}, sai ${bad}`,
    en: (added: number, changed: number, same: number, bad: number) =>
      `${added} lines added, ${changed} changed, ${same} unchanged, ${bad} wrong`,
  },
  lines: {
    vi: (first: number, last: number, total: number) => `Dòng ${first}–${last} trên ${total}`,
    en: (first: number, last: number, total: number) => `Lines ${first}–${last} of ${total}`,
  },
  onePerson: {
    vi: 'Dòng của bảng có hiệu lực ngay, không chờ người khác duyệt: đây là danh mục chép theo văn bản, mỗi lần sửa để lại một phiên bản và tên người sửa, và báo cáo có người ký trước khi gửi. Số liệu của chỉ tiêu thì luôn cần người thứ hai duyệt.',
    en: 'A line counts at once, without another person’s approval: sheets are lists copied from papers, each change leaves a version with the name of who made it, and the report is signed before it is sent. Values of targets always need a second person.',
  },
  twoPeople: {
    vi: 'Chỉ tiêu được tính từ bảng này: dòng thêm, sửa hoặc bỏ chỉ được tính khi người khác duyệt.',
    en: 'A target is reckoned from this sheet: a line that is added, changed or removed counts once another person has approved it.',
  },
  line: { vi: 'Dòng', en: 'Line' },
  wrong: { vi: 'Chỗ sai', en: 'What is wrong' },
  mend: {
    vi: 'Sửa các dòng này trong tệp rồi nhập lại cả tệp.',
    en: 'Mend these lines in the file and bring the whole file again.',
  },
});

export function SheetPage(props: SheetPageProps) {
  const { sheet, records, path, back, mayEnter, report, refused } = props;
  const locale = useLocale();
  const words = texts(locale);
  const title = inLanguage(sheet.title, locale).text;
  return (
    <OfficerLayout title={title}>
      <div class="vc-stack">
        {refused !== undefined && <ErrorSummary errors={[{ ...(mayEnter && { name: 'file' }), message: refused }]} />}
        {report && <Report report={report} sheet={sheet} />}
        <div>
          <BackLink href={back}>{words.back}</BackLink>
          <h1>{title}</h1>
          <p>{inLanguage(sheet.about, locale).text}</p>
          {mayEnter && <p class="vc-quiet">{sheet.approved ? words.twoPeople : words.onePerson}</p>}
        </div>
        <WaitingRecords sheet={sheet} path={path} {...props.waits} />
        <div class="vc-buttons">
          {mayEnter && (
            <a class="ds-link" href={`${path}/them`}>
              {words.add}
            </a>
          )}
          <a class="ds-link" href={`${path}/tai-ve/bang.csv`}>
            {words.csv}
          </a>
          <a class="ds-link" href={`${path}/tai-ve/bang.xlsx`}>
            {words.xlsx}
          </a>
        </div>
        {records.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{mayEnter ? words.emptyEnter : words.emptySee}</p>
          </EmptyState>
        ) : (
          <Records {...props} />
        )}
        {mayEnter && (
          <section class="vc-stack">
            <h2>{words.import}</h2>
            <CommandForm action={`${path}/nhap`} multipart>
              <FileInput name="file" label={words.file} hint={words.fileHint} accept=".csv,.xlsx" error={refused} />
              <ButtonGroup>
                <Button>{words.bring}</Button>
              </ButtonGroup>
            </CommandForm>
          </section>
        )}
      </div>
    </OfficerLayout>
  );
}

function Records({ sheet, records, path, mayEnter, place }: SheetPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const columns: Column<PlanRecord>[] = [
    {
      key: 'code',
      head: CODE_HEAD[locale],
      names: true,
      cell: ({ code, invented }) => (
        <>
          {mayEnter ? (
            <a class="ds-link" href={`${path}/dong/${encodeURIComponent(code)}`}>
              {code}
            </a>
          ) : (
            code
          )}{' '}
          {invented && <Tag tone="warning">{words.invented}</Tag>}
        </>
      ),
    },
    ...sheet.columns.map(
      (column): Column<PlanRecord> => ({
        key: column.key,
        head: column.head[locale],
        ...(column.kind === 'money' || column.kind === 'whole' || column.kind === 'decimal'
          ? { align: 'end', digits: true }
          : {}),
        cell: ({ cells }) => cellText(column, cells[column.key], locale) || '–',
      }),
    ),
  ];
  const { first, total, previous, next } = place;
  return (
    <>
      <DataTable
        caption={inLanguage(sheet.title, locale).text}
        captionHidden
        wide
        rows={records}
        keyOf={({ code }) => code}
        columns={columns}
      />
      {(previous !== undefined || next !== undefined) && (
        <Pagination
          summary={words.lines(first, first + records.length - 1, total)}
          {...(previous !== undefined && { previous })}
          {...(next !== undefined && { next })}
        />
      )}
    </>
  );
}

function Report({ report, sheet }: { readonly report: readonly LineReport[]; readonly sheet: Sheet }) {
  const locale = useLocale();
  const words = texts(locale);
  const count = (result: LineReport['result']) => report.filter((line) => line.result === result).length;
  const bad = report.filter(({ result }) => result === 'bad');
  const heads = new Map([['code', CODE_HEAD], ...sheet.columns.map(({ key, head }) => [key, head] as const)]);
  return (
    <Notice
      kind={bad.length === 0 ? 'success' : 'warning'}
      title={words.report(count('added'), count('changed'), count('same'), bad.length)}
    >
      {bad.length > 0 && (
        <div class="vc-stack">
          <p>{words.mend}</p>
          <DataTable
            caption={words.wrong}
            rows={bad}
            keyOf={({ line }) => `${line}`}
            columns={[
              { key: 'line', head: words.line, names: true, cell: ({ line }) => line },
              { key: 'code', head: CODE_HEAD[locale], cell: ({ code }) => code },
              {
                key: 'wrong',
                head: words.wrong,
                cell: ({ faults }) =>
                  faults
                    .map(({ column, message }) => `${heads.get(column)?.[locale] ?? column}: ${message[locale]}`)
                    .join(' '),
              },
            ]}
          />
        </div>
      )}
    </Notice>
  );
}
