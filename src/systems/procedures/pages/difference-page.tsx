/** Difference page: what one national procedure says otherwise than before, field by field, beside what the province has published. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommaList } from '../../../platform/web/components/comma-list/comma-list.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { type Column, DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { FieldDifference, RecordField } from '../import/record-difference.ts';
import type { DifferenceState } from '../tables.ts';
import { FIELD_NAMES } from './field-words.ts';

export interface DifferencePageProps {
  readonly path: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: DifferenceState;
  readonly foundAt: Instant;
  readonly fields: readonly FieldDifference[];
  /** What the province's version in force says of a field; undefined where it has published none. */
  readonly published: Readonly<Partial<Record<RecordField, readonly string[]>>> | undefined;
}

const texts = defineTexts({
  title: { vi: (code: string) => `Thay đổi của thủ tục ${code}`, en: (code: string) => `Changes of procedure ${code}` },
  name: { vi: 'Thủ tục', en: 'Procedure' },
  foundAt: { vi: 'Nhập lúc', en: 'Imported at' },
  state: { vi: 'Tình trạng', en: 'State' },
  open: { vi: 'Chờ quyết định', en: 'To be decided' },
  accepted: { vi: 'Đã nhận', en: 'Accepted' },
  rejected: { vi: 'Không nhận', en: 'Rejected' },
  overtaken: { vi: 'Lần nhập sau đã khác', en: 'Overtaken by a later import' },
  what: { vi: 'Nội dung khác', en: 'What differs' },
  field: { vi: 'Nội dung', en: 'Field' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  here: { vi: 'Tỉnh đang công bố', en: 'Published here' },
  empty: { vi: 'Không có', en: 'Nothing' },
  accept: { vi: 'Nhận thay đổi', en: 'Accept' },
  reject: { vi: 'Không nhận', en: 'Reject' },
  consequence: {
    vi: 'Nhận: bản ghi quốc gia được thay. Không nhận: bản ghi giữ như trước và thay đổi này không được hỏi lại. Thủ tục tỉnh đang công bố không đổi trong cả hai trường hợp.',
    en: 'Accepting replaces the national record. Rejecting keeps it, and this change is not asked about again. What the province has published stays as it is either way.',
  },
});

export function DifferencePage(props: DifferencePageProps) {
  const { path, id, code, name, state, foundAt } = props;
  const locale = useLocale();
  const words = texts(locale);
  const title = words.title(code);
  return (
    <OfficerLayout title={title}>
      <div class="vc-stack">
        <h1>{title}</h1>
        <SummaryList
          rows={[
            { label: words.name, value: name },
            { label: words.foundAt, value: timeInSentence(foundAt, locale) },
            { label: words.state, value: words[state] },
          ]}
        />
        <h2>{words.what}</h2>
        <Fields {...props} />
        {state === 'open' && (
          <CommandForm action={path}>
            <input type="hidden" name="chon" value={id} />
            <Consequence>{words.consequence}</Consequence>
            <ButtonGroup>
              <Button name="quyet-dinh" value="accepted">
                {words.accept}
              </Button>
              <Button name="quyet-dinh" value="rejected" variant="secondary">
                {words.reject}
              </Button>
            </ButtonGroup>
          </CommandForm>
        )}
      </div>
    </OfficerLayout>
  );
}

function Fields({ fields, published }: DifferencePageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const columns: Column<FieldDifference>[] = [
    {
      key: 'field',
      head: words.field,
      names: true,
      cell: ({ field }) => <CommaList text={inLanguage(FIELD_NAMES[field], locale).text} />,
    },
    { key: 'before', head: words.before, cell: ({ before }) => <Lines lines={before} /> },
    { key: 'after', head: words.after, cell: ({ after }) => <Lines lines={after} /> },
    ...(published
      ? [
          {
            key: 'here',
            head: words.here,
            cell: ({ field }: FieldDifference) => <Lines lines={published[field] ?? []} />,
          },
        ]
      : []),
  ];
  return <DataTable caption={words.what} captionHidden rows={fields} keyOf={({ field }) => field} columns={columns} />;
}

/** The record's own words are Vietnamese. */
function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <span class="vc-quiet">{texts(useLocale()).empty}</span>;
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} lang="vi">
          {line}
        </p>
      ))}
    </>
  );
}
