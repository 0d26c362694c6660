/** Question: one field as the control that suits its kind, showing what was typed before what is stored. */
import { megabytes, ruleOf } from '../files/purpose.ts';
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { groupedNumber } from '../text/money.ts';
import { phoneText } from '../text/phone.ts';
import { Checkbox } from '../web/components/field/checkbox.tsx';
import { DateInput } from '../web/components/field/date-input.tsx';
import type { FieldProps } from '../web/components/field/field.tsx';
import { FileInput } from '../web/components/field/file-input.tsx';
import { Checkboxes, Radios } from '../web/components/field/radios.tsx';
import { Select } from '../web/components/field/select.tsx';
import { TextInput } from '../web/components/field/text-input.tsx';
import { Textarea } from '../web/components/field/textarea.tsx';
import { useLocale } from '../web/frame.tsx';
import { Local } from '../web/local.tsx';
import { AddressQuestion } from './address-question.tsx';
import type { Answer } from './answers.ts';
import type { Asking } from './asking.ts';
import type { SimpleField } from './definition.ts';
import { DEFAULT_FILES, DEFAULT_LENGTH } from './field-limits.ts';
import type { FieldNode } from './form.ts';
import type { LiveField } from './live-form.ts';
import { REMOVE_FILE } from './posted-body.ts';
import { provenanceNote } from './prefill.ts';
import { provenanceSentence } from './provenance-sentence.ts';
import { DATE_PARTS } from './read-field.ts';

const texts = defineTexts({
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  dong: { vi: 'đồng', en: 'VND' },
  files: {
    vi: (limit: string) => `Ảnh hoặc PDF, mỗi tệp không quá ${limit} MB.`,
    en: (limit: string) => `Pictures or PDF, at most ${limit} MB a file.`,
  },
  time: { vi: 'Ví dụ: 14:05', en: 'For example: 14:05' },
});

/** Longest list of options shown as radios. */
const MOST_RADIOS = 7;

export function Question({ asking, live }: { asking: Asking; live: LiveField }) {
  const locale = useLocale();
  const { node, path } = live;
  const field = fieldProps(asking, live, locale);
  const typed = asking.typed[path] ?? textOf(node.field, live.answer);
  switch (node.field.kind) {
    case 'info':
      return (
        <p>
          <Local text={node.field.label} />
        </p>
      );
    case 'textarea':
      return <Textarea {...field} value={typed} maxLength={node.field.maxLength ?? DEFAULT_LENGTH.textarea} />;
    case 'date':
    case 'partial-date':
      return (
        <DateInput
          {...field}
          value={datePartsOf(asking, live)}
          autocomplete={node.prefill === 'account.birth_date' ? 'bday' : undefined}
        />
      );
    case 'boolean':
      return (
        <Radios
          {...field}
          inline
          value={typed}
          options={[
            { value: 'true', label: texts(locale).yes },
            { value: 'false', label: texts(locale).no },
          ]}
        />
      );
    case 'pledge':
      return <Checkbox {...field} checked={live.answer === true} />;
    case 'choice':
      return <Choice field={field} node={node} value={typed} />;
    case 'multi':
      return (
        <Checkboxes
          {...field}
          options={shownOptions(node, locale)}
          values={live.answer as readonly string[] | undefined}
        />
      );
    case 'address':
      return <AddressQuestion asking={asking} field={field} live={live} />;
    case 'file':
      return (
        <FileInput
          {...field}
          hint={
            <>
              {field.hint} {texts(locale).files(String(megabytes(ruleOf('component').limit)))}
            </>
          }
          accept="image/*,application/pdf"
          multiple={(node.field.max ?? DEFAULT_FILES) > 1}
          files={asking.files.filter((file) => ((live.answer ?? []) as readonly string[]).includes(file.id))}
          removeName={`${REMOVE_FILE}${path}`}
        />
      );
    default:
      return <TextInput {...field} {...inputProps(node, locale)} value={typed} />;
  }
}

function Choice({ field, node, value }: { field: FieldProps; node: FieldNode; value: string | undefined }) {
  const locale = useLocale();
  const options = shownOptions(node, locale);
  const display = node.field.kind === 'choice' ? node.field.display : undefined;
  const asRadios = display === undefined ? options.length <= MOST_RADIOS : display === 'radio';
  return asRadios ? (
    <Radios {...field} options={options} value={value} />
  ) : (
    <Select {...field} options={options} value={value} />
  );
}

/** An option of a select can hold text only, so a translation that is missing shows its Vietnamese unmarked there. */
function shownOptions(node: FieldNode, locale: Locale) {
  const long = node.options.length > MOST_RADIOS;
  const show = (text: LocalText) => (long ? inLanguage(text, locale).text : <Local text={text} />);
  return node.options.map(({ value, label, hint }) => ({
    value,
    label: show(label),
    hint: hint && <Local text={hint} />,
  }));
}

function fieldProps(
  { errors, provenance }: Asking,
  { node, path, answer, required }: LiveField,
  locale: Locale,
): FieldProps {
  const { label, hint } = node.field;
  const error = errors.get(path);
  const origin = provenanceNote(provenance, path, answer);
  return {
    name: path,
    label: <Local text={label} />,
    hint: hint && <Local text={hint} />,
    error: error && <Local text={error.message} />,
    optional: !required,
    provenance: origin && provenanceSentence(origin, locale),
  };
}

function inputProps(
  { field, prefill }: FieldNode,
  locale: Locale,
): Omit<Parameters<typeof TextInput>[0], 'name' | 'label'> {
  switch (field.kind) {
    case 'text':
      return {
        maxLength: field.maxLength ?? DEFAULT_LENGTH.text,
        autocomplete: prefill === 'account.full_name' ? 'name' : undefined,
      };
    case 'integer':
      return { inputMode: 'numeric', width: 4, suffix: field.unit && <Local text={field.unit} /> };
    case 'decimal':
      return { inputMode: 'decimal', width: 12, suffix: field.unit && <Local text={field.unit} /> };
    case 'money':
      return { inputMode: 'numeric', width: 12, suffix: texts(locale).dong };
    case 'time':
      return { inputMode: 'text', width: 4, hint: field.hint ? <Local text={field.hint} /> : texts(locale).time };
    case 'personal-number':
      return { inputMode: 'numeric', width: 12, maxLength: 20 };
    case 'phone':
      return { type: 'tel', width: 12, autocomplete: prefill === 'account.phone' ? 'tel' : undefined };
    case 'email':
      return { type: 'email', width: 24, autocomplete: prefill === 'account.email' ? 'email' : undefined };
    default:
      return {};
  }
}

/** A stored answer as a person would type it. */
function textOf(field: SimpleField, answer: Answer | undefined): string | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer === 'boolean') return String(answer);
  if (typeof answer === 'number')
    return field.kind === 'money' || field.kind === 'decimal' ? groupedNumber(answer) : String(answer);
  if (typeof answer !== 'string') return undefined;
  return field.kind === 'phone' ? phoneText(answer) : answer;
}

function datePartsOf({ typed }: Asking, { path, answer }: LiveField) {
  const names = DATE_PARTS.map((part) => `${path}.${part}`);
  if (names.some((name) => typed[name] !== undefined)) {
    const [day, month, year] = names.map((name) => typed[name]);
    return { day, month, year };
  }
  const [year, month, day] = typeof answer === 'string' ? answer.split('-') : [];
  return { day, month, year };
}
