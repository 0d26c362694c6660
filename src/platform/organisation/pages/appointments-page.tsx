/** Appointments page: a table of who is to hold which position, read line by line before anything is drafted. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { ErrorSummary, type FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { FileInput } from '../../web/components/field/file-input.tsx';
import { Textarea } from '../../web/components/field/textarea.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { APPOINTMENTS, ORGANISATION } from '../changes/administrator.ts';
import { APPOINTMENT_COLUMNS, type AppointmentLine, MORE_COLUMNS } from '../changes/read-appointments.ts';

type ShownLine = Omit<AppointmentLine, 'refusal'> & { readonly why: string | undefined };

export interface AppointmentsPageProps {
  readonly text: string;
  readonly errors: readonly FieldError[];
  /** Once it has been read. */
  readonly lines?: readonly ShownLine[];
}

const texts = defineTexts({
  title: { vi: 'Bổ nhiệm nhiều người từ tệp', en: 'Appoint many from a file' },
  back: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  about: {
    vi: 'Tệp CSV, dòng đầu là tên cột. Mỗi dòng là một người vào một vị trí còn trống của vai trò ở đơn vị. Ba cột đầu bắt buộc; hinh_thuc là chinh-thuc, giao-quyen hoặc phu-trach; den_ngay như 31/12/2026.',
    en: 'A CSV file whose first line names the columns. Each line seats one person in a free position of a role in a unit. The first three columns are needed; hinh_thuc is chinh-thuc, giao-quyen or phu-trach; den_ngay such as 31/12/2026.',
  },
  file: { vi: 'Tệp CSV', en: 'CSV file' },
  text: { vi: 'Hoặc dán nội dung', en: 'Or paste its content' },
  read: { vi: 'Kiểm tra từng dòng', en: 'Check every line' },
  lines: { vi: 'Kết quả từng dòng', en: 'Line by line' },
  line: { vi: 'Dòng', en: 'Line' },
  person: { vi: 'Người', en: 'Person' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  role: { vi: 'Vai trò', en: 'Role' },
  result: { vi: 'Kết quả', en: 'Result' },
  good: { vi: 'Nhận được', en: 'Good' },
  refused: {
    vi: (refused: number, all: number) =>
      `${refused} trong ${all} dòng không nhận được. Chưa có gì được đưa vào bản nháp: sửa tệp rồi kiểm tra lại.`,
    en: (refused: number, all: number) =>
      `${refused} of ${all} lines cannot be taken. Nothing has been drafted: mend the file and check it again.`,
  },
  ready: {
    vi: (all: number) => `Cả ${all} dòng đều nhận được.`,
    en: (all: number) => `All ${all} lines are good.`,
  },
  effect: {
    vi: 'Thành một bản nháp, mỗi dòng một mục. Chưa ai giữ vị trí mới cho đến khi công bố.',
    en: 'It becomes a draft with an item for each line. Nobody holds a new position until it is published.',
  },
  draft: { vi: 'Lập bản nháp', en: 'Make the draft' },
});

export function AppointmentsPage({ text, errors, lines }: AppointmentsPageProps) {
  const words = texts(useLocale());
  const error = errors[0]?.message;
  const refused = lines?.filter(({ why }) => why !== undefined).length ?? 0;
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <BackLink href={ORGANISATION}>{words.back}</BackLink>
        <h1>{words.title}</h1>
        {lines && (
          <>
            <Notice kind={refused > 0 ? 'warning' : 'info'}>
              {refused > 0 ? words.refused(refused, lines.length) : words.ready(lines.length)}
            </Notice>
            {refused === 0 && (
              <CommandForm action={`${APPOINTMENTS}/lap-nhap`}>
                <input type="hidden" name="text" value={text} />
                <Consequence>{words.effect}</Consequence>
                <Button>{words.draft}</Button>
              </CommandForm>
            )}
            <Lines lines={lines} />
          </>
        )}
        <p>{words.about}</p>
        <p>
          <code>{[...APPOINTMENT_COLUMNS, ...MORE_COLUMNS].join(',')}</code>
        </p>
        <CommandForm action={APPOINTMENTS} multipart>
          <FileInput name="file" label={words.file} accept=".csv,text/csv" optional />
          <Textarea name="text" label={words.text} value={text} rows={6} error={error} optional />
          <Button variant={lines && refused === 0 ? 'secondary' : 'primary'}>{words.read}</Button>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}

function Lines({ lines }: { lines: readonly ShownLine[] }) {
  const words = texts(useLocale());
  return (
    <DataTable
      caption={words.lines}
      rows={lines}
      keyOf={({ line }) => String(line)}
      columns={[
        { key: 'line', head: words.line, align: 'end', digits: true, labelled: true, cell: ({ line }) => line },
        { key: 'person', head: words.person, names: true, cell: ({ person }) => person },
        { key: 'unit', head: words.unit, labelled: true, cell: ({ unit }) => unit },
        { key: 'role', head: words.role, labelled: true, cell: ({ role }) => role },
        {
          key: 'result',
          head: words.result,
          cell: ({ why }) => (why === undefined ? words.good : <span class="ds-validation-message">{why}</span>),
        },
      ]}
    />
  );
}
