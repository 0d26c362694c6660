/** Record page: adding a line of a sheet, or changing and removing one that is there. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { KnownCodes } from '../sheets/read-record.ts';
import { CODE_HEAD, type Sheet, type SheetColumn } from '../sheets/sheet.ts';

export interface RecordPageProps {
  readonly sheet: Sheet;
  /** Of the sheet's page. */
  readonly path: string;
  /** Nothing when it is a new one. */
  readonly code?: string;
  /** As this page shows it. */
  readonly version?: number;
  readonly known: KnownCodes;
  readonly typed: (name: string) => string;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  add: { vi: (sheet: string) => `${sheet}: thêm một dòng`, en: (sheet: string) => `${sheet}: add a line` },
  change: { vi: (code: string) => `Sửa ${code}`, en: (code: string) => `Change ${code}` },
  back: { vi: 'Về bảng', en: 'Back to the sheet' },
  codeHint: {
    vi: 'Do tỉnh đặt, không đổi về sau; nhập tệp tìm dòng theo mã này.',
    en: 'Given by the province and kept; a file finds the line by it.',
  },
  day: { vi: 'Ví dụ 31/10/2026.', en: 'Such as 31/10/2026.' },
  money: { vi: 'Đồng nguyên, ví dụ 1.500.000.000.', en: 'Whole đồng, such as 1500000000.' },
  refs: {
    vi: (codes: string) => `Các mã cách nhau bằng dấu phẩy. Có: ${codes}.`,
    en: (codes: string) => `Codes with commas between them. There are: ${codes}.`,
  },
  noCodes: {
    vi: 'Chưa có mã nào: nhập bảng kia trước.',
    en: 'There are no codes yet: enter that sheet first.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  saveEffect: { vi: 'Bản trước còn trong lịch sử.', en: 'The version before stays in the history.' },
  remove: { vi: 'Bỏ dòng này', en: 'Remove this line' },
  removeEffect: {
    vi: 'Dòng không còn được tính. Nhập lại mã này thì dòng trở lại.',
    en: 'It no longer counts. Entering its code again brings it back.',
  },
});

export function RecordPage({ sheet, path, code, version, known, typed, errors }: RecordPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const title = code === undefined ? words.add(inLanguage(sheet.title, locale).text) : words.change(code);
  const action = code === undefined ? `${path}/them` : `${path}/dong/${encodeURIComponent(code)}`;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <OfficerLayout title={title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <div>
          <BackLink href={path}>{words.back}</BackLink>
          <h1>{title}</h1>
        </div>
        <CommandForm action={action} {...(version === undefined ? {} : { version })}>
          {code === undefined && (
            <TextInput
              name="code"
              label={CODE_HEAD[locale]}
              hint={words.codeHint}
              value={typed('code')}
              error={errorOf('code')}
              width={24}
              maxLength={60}
            />
          )}
          {sheet.columns.map((column) => (
            <Cell
              key={column.key}
              column={column}
              known={known}
              value={typed(column.key)}
              error={errorOf(column.key)}
            />
          ))}
          {code !== undefined && <Consequence>{words.saveEffect}</Consequence>}
          <ButtonGroup>
            <Button>{words.save}</Button>
          </ButtonGroup>
        </CommandForm>
        {code !== undefined && (
          <CommandForm action={`${action}/bo`}>
            <Consequence>{words.removeEffect}</Consequence>
            <Button variant="secondary">{words.remove}</Button>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}

interface CellProps {
  readonly column: SheetColumn;
  readonly known: KnownCodes;
  readonly value: string;
  readonly error: FieldError['message'] | undefined;
}

const WIDTHS = { money: 24, whole: 12, decimal: 12, day: 12, year: 4 } as const;

function Cell({ column, known, value, error }: CellProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { key, kind, head, optional, options } = column;
  const field = { name: key, label: head[locale], error, ...(optional ? { optional } : {}) };
  const codes = [...(known.get(column.of ?? '') ?? [])];
  if (kind === 'choice')
    return (
      <Select
        {...field}
        value={value}
        options={(options ?? []).map((one) => ({ value: one.value, label: one.label[locale] }))}
      />
    );
  if (kind === 'ref')
    return (
      <Select
        {...field}
        {...(codes.length === 0 ? { hint: words.noCodes } : {})}
        value={value}
        options={codes.map((code) => ({ value: code, label: code }))}
      />
    );
  if (kind === 'long') return <Textarea {...field} value={value} rows={3} maxLength={1000} />;
  if (kind === 'refs')
    return (
      <TextInput {...field} value={value} hint={codes.length === 0 ? words.noCodes : words.refs(codes.join(', '))} />
    );
  return (
    <TextInput
      {...field}
      value={value}
      {...(kind === 'text' ? {} : { width: WIDTHS[kind] })}
      {...(kind === 'day' ? { hint: words.day } : kind === 'money' ? { hint: words.money } : {})}
    />
  );
}
