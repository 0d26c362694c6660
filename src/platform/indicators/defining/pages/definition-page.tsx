/** Definition page: an indicator as a form, with the values that its conditions may speak of; saving goes into the draft. */
import { TYPE_WORDS } from '../../../conditions/type-words.ts';
import type { LocalText } from '../../../i18n/local-text.ts';
import { defineTexts } from '../../../i18n/texts.ts';
import { Button } from '../../../web/components/button/button.tsx';
import { CommandForm } from '../../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../../web/components/consequence/consequence.tsx';
import { DataTable } from '../../../web/components/data-table/data-table.tsx';
import { ErrorSummary, type FieldError } from '../../../web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../web/components/field/radios.tsx';
import { Select } from '../../../web/components/field/select.tsx';
import { TextInput } from '../../../web/components/field/text-input.tsx';
import { Textarea } from '../../../web/components/field/textarea.tsx';
import { Notice } from '../../../web/components/notice/notice.tsx';
import { BackLink } from '../../../web/components/trail/trail.tsx';
import { useLocale } from '../../../web/frame.tsx';
import { OfficerLayout } from '../../../web/layouts/officer-layout.tsx';
import { Local } from '../../../web/local.tsx';
import { PERIOD_KINDS, type Sector } from '../../definition.ts';
import type { MeasureSpec } from '../../measure.ts';
import { silenceTexts } from '../../silence.ts';
import { CODE_TEXTS, DEFINITIONS, definingTexts, fieldTexts, NEW, pathOf, PERIOD_WORDS } from '../defining-words.ts';
import type { FieldName, TypedDefinition } from '../definition-form.ts';
import { DefinitionTabs } from './definition-tabs.tsx';

export interface DefinitionPageProps {
  readonly isNew: boolean;
  readonly version: number;
  readonly measureName: string;
  readonly measure: MeasureSpec;
  /** Names of figures, where the measure is of these. */
  readonly figures: ReadonlyMap<string, LocalText> | undefined;
  readonly sectors: readonly Sector[];
  readonly typed: TypedDefinition;
  readonly errors: readonly FieldError[];
  /** What no longer fits in the published definition, a sentence each. */
  readonly broken: readonly string[];
}

const texts = defineTexts({
  fresh: { vi: 'Chỉ số mới', en: 'New indicator' },
  other: { vi: 'Chọn đại lượng khác', en: 'Choose another measure' },
  codeHint: {
    vi: 'Nhóm và tên, cách nhau bằng dấu chấm, ví dụ one-stop.on-time. Không đổi về sau.',
    en: 'Group and name with a dot between them, such as one-stop.on-time. Kept for good.',
  },
  conditionHint: {
    vi: 'Viết bằng CEL trên các giá trị ở bảng dưới; true là mọi bản ghi.',
    en: 'Written in CEL over the values below; true is every record.',
  },
  figuresHint: {
    vi: 'Tên các số liệu ở bảng dưới, cách nhau bằng dấu phẩy.',
    en: 'Names of figures from the table below, with commas between them.',
  },
  denominatorHint: { vi: 'Để trống: chỉ đếm, không tính tỷ lệ.', en: 'Left empty: a plain count, no share.' },
  wordsHint: {
    vi: 'Để trống thì hiện điều kiện bằng lời.',
    en: 'Left empty, the conditions are said in words.',
  },
  cutHint: {
    vi: 'Kỳ báo cáo bắt đầu từ ngày này của tháng trước; để trống là từ ngày 1.',
    en: 'Periods begin on this day of the month before; left empty, on the first.',
  },
  limitHint: { vi: 'Theo đơn vị tính của chỉ số.', en: 'In the unit of the indicator.' },
  sinceHint: {
    vi: 'Cho phiên bản đầu của chỉ số mới: đếm cả dữ liệu cũ từ ngày này, ví dụ 2026-01-01.',
    en: 'For the first version of a new indicator: older records count from this day on, such as 2026-01-01.',
  },
  yes: { vi: 'Đã đối chiếu với văn bản', en: 'Compared with its text' },
  values: { vi: 'Các giá trị dùng được', en: 'Values at hand' },
  figures: { vi: 'Các số liệu dùng được', en: 'Figures at hand' },
  name: { vi: 'Tên', en: 'Name' },
  means: { vi: 'Nghĩa', en: 'Meaning' },
  type: { vi: 'Kiểu', en: 'Type' },
  broken: {
    vi: 'Bản đã công bố không còn khớp với đại lượng nên không được đếm. Sửa các chỗ dưới đây rồi công bố lại: các ngày bị bỏ trống cũng được đếm lại.',
    en: 'What was published no longer fits its measure and is not counted. Mend what follows and publish it again: the days it left empty are counted too.',
  },
  save: { vi: 'Lưu bản nháp', en: 'Save the draft' },
  effect: {
    vi: 'Chỉ ghi vào bản nháp: chỉ số vẫn được đếm theo bản đang áp dụng cho đến khi công bố.',
    en: 'Goes into the draft only: it is counted by what is in force until the draft is published.',
  },
});

export function DefinitionPage(props: DefinitionPageProps) {
  const { isNew, version, measureName, measure, typed, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  const path = isNew ? `${DEFINITIONS}/${NEW}` : pathOf(typed.code);
  // a form that came without a name is shown again under its code
  const title = isNew ? words.fresh : (locale === 'en' && typed.nameEn) || typed.nameVi || typed.code;
  return (
    <OfficerLayout title={title} {...(!isNew && { tabs: <DefinitionTabs code={typed.code} here={path} /> })}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <div>
          {isNew && <BackLink href={DEFINITIONS}>{definingTexts(locale).definitions}</BackLink>}
          <h1>{title}</h1>
          <p class="vc-quiet">
            {fieldTexts(locale).measure}: <Local text={measure.title} />{' '}
            {isNew && (
              <a class="ds-link" href={path}>
                {words.other}
              </a>
            )}
          </p>
        </div>
        {props.broken.length > 0 && (
          <Notice kind="warning" title={silenceTexts(locale).brokenTitle}>
            <p>{words.broken}</p>
            {props.broken.map((fault) => (
              <p key={fault}>{fault}</p>
            ))}
          </Notice>
        )}
        <CommandForm action={path} version={version}>
          <input type="hidden" name="measure" value={measureName} />
          <Named {...props} />
          <Counted {...props} />
          <Judged {...props} />
          <Consequence>{words.effect}</Consequence>
          <Button>{words.save}</Button>
        </CommandForm>
        <AtHand {...props} />
      </div>
    </OfficerLayout>
  );
}

/** What every control of a field has. */
function controlOf({ typed, errors }: DefinitionPageProps, locale: 'vi' | 'en') {
  return (name: FieldName) => ({
    name,
    label: fieldTexts(locale)[name],
    value: typed[name],
    error: errors.find((error) => error.name === name)?.message,
  });
}

function Named(props: DefinitionPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const of = controlOf(props, locale);
  return (
    <>
      {props.isNew && <TextInput {...of('code')} hint={words.codeHint} maxLength={160} />}
      <TextInput {...of('nameVi')} maxLength={400} />
      <TextInput {...of('nameEn')} optional maxLength={400} />
      <Select
        {...of('sector')}
        options={props.sectors.map(({ sector, name }) => ({ value: sector, label: name[locale] ?? name.vi }))}
      />
    </>
  );
}

function Counted(props: DefinitionPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const of = controlOf(props, locale);
  const hint = props.figures ? words.figuresHint : words.conditionHint;
  return (
    <>
      {!props.figures && <Textarea {...of('filter')} hint={words.conditionHint} rows={2} optional />}
      <Textarea {...of('numerator')} hint={hint} rows={3} />
      <Textarea {...of('denominator')} hint={words.denominatorHint} rows={3} optional />
      <TextInput {...of('numeratorWords')} hint={words.wordsHint} optional maxLength={400} />
      <TextInput {...of('denominatorWords')} optional maxLength={400} />
      {props.isNew && <TextInput {...of('since')} hint={words.sinceHint} width={12} optional />}
      {!props.isNew && <input type="hidden" name="since" value={props.typed.since} />}
    </>
  );
}

function Judged(props: DefinitionPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const of = controlOf(props, locale);
  return (
    <>
      <TextInput {...of('unitVi')} width={12} />
      <TextInput {...of('unitEn')} width={12} optional />
      <Radios
        {...of('period')}
        options={PERIOD_KINDS.map((value) => ({ value, label: PERIOD_WORDS[value][locale] }))}
      />
      <TextInput {...of('cutDay')} hint={words.cutHint} width={4} optional />
      <Radios
        {...of('direction')}
        options={(['up', 'down'] as const).map((value) => ({ value, label: CODE_TEXTS[value][locale] }))}
      />
      <TextInput {...of('good')} hint={words.limitHint} width={12} optional />
      <TextInput {...of('warn')} hint={words.limitHint} width={12} optional />
      <TextInput {...of('sourceVi')} maxLength={1000} />
      <TextInput {...of('sourceEn')} optional maxLength={1000} />
      <TextInput {...of('basis')} optional maxLength={1000} />
      <Radios
        {...of('confirm')}
        value={props.typed.confirm === 'yes' ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: CODE_TEXTS.confirm[locale] },
          { value: 'no', label: words.yes },
        ]}
      />
      <Textarea {...of('noteVi')} rows={2} optional />
      <Textarea {...of('noteEn')} rows={2} optional />
    </>
  );
}

interface NamedValue {
  readonly name: string;
  readonly means: string;
  readonly type: string;
}

function AtHand({ measure, figures }: DefinitionPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const caption = figures ? words.figures : words.values;
  const rows: readonly NamedValue[] = figures
    ? [...figures].map(([name, title]) => ({ name, means: title[locale] ?? title.vi, type: '' }))
    : Object.entries('variables' in measure ? measure.variables : {}).map(([name, variable]) => ({
        name,
        means: meaningOf(variable, locale),
        type: 'type' in variable ? (TYPE_WORDS[variable.type]?.[locale] ?? '') : '',
      }));
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', head: words.name, names: true, cell: ({ name }) => <code>{name}</code> },
        { key: 'means', head: words.means, cell: ({ means }) => means },
        ...(figures ? [] : [{ key: 'type', head: words.type, cell: ({ type }: NamedValue) => type }]),
      ]}
    />
  );
}

function meaningOf(
  { label, words = {} }: { readonly label?: LocalText; readonly words?: Readonly<Record<string, LocalText>> },
  locale: 'vi' | 'en',
): string {
  const values = Object.entries(words).map(([value, word]) => `"${value}": ${word[locale] ?? word.vi}`);
  const said = label ? (label[locale] ?? label.vi) : '';
  return values.length === 0 ? said : `${said} (${values.join('; ')})`;
}
