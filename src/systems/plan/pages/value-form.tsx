/** Value form: entering what a document says of a target, with the fields that its measure needs. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../../platform/web/components/field/date-input.tsx';
import { FileInput } from '../../../platform/web/components/field/file-input.tsx';
import { Radios } from '../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { Measure, Target } from '../definition.ts';
import { planTexts } from '../plan-words.ts';

export interface ValueFormProps {
  readonly action: string;
  readonly target: Target;
  readonly errors: readonly FieldError[];
  readonly typed: (name: string) => string;
}

const texts = defineTexts({
  title: { vi: 'Nhập số liệu', en: 'Enter a value' },
  measure: { vi: 'Cách đo', en: 'Measure' },
  kind: { vi: 'Loại số liệu', en: 'Kind of value' },
  day: { vi: 'Số liệu tính đến ngày', en: 'The day it speaks of' },
  numerator: { vi: (what: string) => `Tử số: ${what}`, en: (what: string) => `Numerator: ${what}` },
  denominator: { vi: (what: string) => `Mẫu số: ${what}`, en: (what: string) => `Denominator: ${what}` },
  amount: { vi: (unit: string) => `Giá trị (${unit})`, en: (unit: string) => `Value (${unit})` },
  amountHint: { vi: 'Dùng dấu phẩy cho phần lẻ, ví dụ 0,4582.', en: 'With a decimal comma, such as 0,4582.' },
  done: { vi: 'Đã hoàn thành?', en: 'Is it done?' },
  yes: { vi: 'Đã hoàn thành', en: 'Done' },
  no: { vi: 'Chưa hoàn thành', en: 'Not done' },
  documentNumber: { vi: 'Số, ký hiệu văn bản', en: 'Number of the document' },
  documentDay: { vi: 'Ngày văn bản', en: 'Date of the document' },
  file: { vi: 'Bản chụp hoặc tệp văn bản', en: 'The document as a file' },
  note: { vi: 'Ghi chú', en: 'Note' },
  effect: {
    vi: 'Số liệu chờ người khác duyệt rồi mới được tính và công khai. Sửa số đã duyệt bằng cách nhập số mới của cùng ngày.',
    en: 'It waits for another person’s approval before it counts and is public. Correct an approved value by entering a new one of the same day.',
  },
  submit: { vi: 'Gửi duyệt', en: 'Send for approval' },
});

export function ValueForm({ action, target, errors, typed }: ValueFormProps) {
  const locale = useLocale();
  const words = texts(locale);
  const plan = planTexts(locale);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const day = (name: string) => ({
    day: typed(`${name}.day`),
    month: typed(`${name}.month`),
    year: typed(`${name}.year`),
  });
  const [first] = target.measures;
  if (!first) return null;
  return (
    <section class="vc-stack">
      <h2>{words.title}</h2>
      <CommandForm action={action} multipart>
        {target.measures.length > 1 && (
          <Radios
            name="measure"
            label={words.measure}
            value={typed('measure') || first.key}
            error={errorOf('measure')}
            options={target.measures.map(({ key, unit }) => ({
              value: key,
              label: unit ? inLanguage(unit, locale).text : key,
            }))}
          />
        )}
        <Radios
          name="kind"
          label={words.kind}
          value={typed('kind') || 'actual'}
          error={errorOf('kind')}
          options={(first.kind === 'yes-no' ? (['actual'] as const) : (['actual', 'baseline', 'point'] as const)).map(
            (kind) => ({ value: kind, label: plan[kind] }),
          )}
        />
        <DateInput name="day" label={words.day} value={day('day')} error={errorOf('day')} />
        <Amounts measure={first} shared={target.measures.length > 1} errorOf={errorOf} typed={typed} />
        <TextInput
          name="documentNumber"
          label={words.documentNumber}
          value={typed('documentNumber')}
          error={errorOf('documentNumber')}
          width={24}
          maxLength={100}
        />
        <DateInput
          name="documentDay"
          label={words.documentDay}
          value={day('documentDay')}
          error={errorOf('documentDay')}
        />
        <FileInput name="file" label={words.file} optional accept="application/pdf,image/*" error={errorOf('file')} />
        <Textarea name="note" label={words.note} optional value={typed('note')} rows={2} maxLength={1000} />
        <Consequence>{words.effect}</Consequence>
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </CommandForm>
    </section>
  );
}

interface AmountsProps {
  readonly measure: Measure;
  /** The field is for whichever measure is chosen above it. */
  readonly shared: boolean;
  readonly errorOf: (name: string) => FieldError['message'] | undefined;
  readonly typed: (name: string) => string;
}

function Amounts({ measure, shared, errorOf, typed }: AmountsProps) {
  const locale = useLocale();
  const words = texts(locale);
  const say = (text: Measure['numerator']) => (text ? inLanguage(text, locale).text : '');
  if (measure.kind === 'yes-no')
    return (
      <Radios
        name="amount"
        label={words.done}
        value={typed('amount')}
        error={errorOf('amount')}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
    );
  if (measure.kind === 'percent')
    return (
      <>
        {(['numerator', 'denominator'] as const).map((name) => (
          <TextInput
            key={name}
            name={name}
            label={words[name](say(measure[name]))}
            value={typed(name)}
            error={errorOf(name)}
            inputMode="numeric"
            width={12}
          />
        ))}
      </>
    );
  return (
    <TextInput
      name="amount"
      label={words.amount(shared ? '…' : say(measure.unit))}
      hint={measure.kind === 'score' ? words.amountHint : undefined}
      value={typed('amount')}
      error={errorOf('amount')}
      inputMode="decimal"
      width={12}
    />
  );
}
