/** Publishing or rolling back a setting: from which day, by which decision, and what that does. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../i18n/texts.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { Consequence } from '../../web/components/consequence/consequence.tsx';
import type { FieldError } from '../../web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../web/components/field/date-input.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { TypedDecision } from '../read-decision.ts';

export interface PublishSettingFormProps {
  readonly action: string;
  /** Of the draft. */
  readonly version?: number;
  /** The last version as it is shown. */
  readonly last: number;
  readonly typed: TypedDecision;
  readonly errors: readonly FieldError[];
  readonly effect: ComponentChildren;
  readonly children: ComponentChildren;
}

const texts = defineTexts({
  from: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  number: { vi: 'Số, ký hiệu quyết định', en: 'Number of the decision' },
  numberHint: { vi: 'Ví dụ: 12/QĐ-UBND', en: 'Such as 12/QĐ-UBND' },
  day: { vi: 'Ngày của quyết định', en: 'Date of the decision' },
});

export function PublishSettingForm(props: PublishSettingFormProps) {
  const { action, version, last, typed, errors, effect, children } = props;
  const words = texts(useLocale());
  const wrong = (name: string) => {
    const error = errors.find((one) => one.name === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <CommandForm action={action} {...(version === undefined ? {} : { version })}>
      <input type="hidden" name="last" value={last} />
      <DateInput name="from" label={words.from} value={typed.from} {...wrong('from')} />
      <TextInput
        name="decisionNumber"
        label={words.number}
        hint={words.numberHint}
        value={typed.decisionNumber}
        width={24}
        maxLength={100}
        {...wrong('decisionNumber')}
      />
      <DateInput name="decisionDay" label={words.day} value={typed.decisionDay} {...wrong('decisionDay')} />
      <Consequence>{effect}</Consequence>
      <Button>{children}</Button>
    </CommandForm>
  );
}
