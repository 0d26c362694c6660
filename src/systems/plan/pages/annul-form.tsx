/** Annul form: taking an approved value out of the reckoning, with the reason that stays in its history. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { planTexts } from '../plan-words.ts';
import type { PlanValue } from '../values.ts';

const texts = defineTexts({
  title: { vi: 'Hủy một số liệu đã duyệt', en: 'Annul an approved value' },
  value: { vi: 'Số liệu', en: 'Value' },
  choose: { vi: 'Chọn số liệu', en: 'Choose a value' },
  why: { vi: 'Lý do hủy', en: 'Why' },
  effect: {
    vi: 'Số liệu không được tính nữa nhưng vẫn còn trong lịch sử, cùng lý do. Sai con số của đúng ngày thì nhập số liệu mới của ngày ấy, không cần hủy.',
    en: 'It no longer counts and stays in the history with the reason. Where only the number was wrong, enter a new value of the same day instead.',
  },
  annul: { vi: 'Hủy số liệu', en: 'Annul' },
});

export interface AnnulFormProps {
  readonly action: string;
  /** Approved, and entered by somebody else. */
  readonly values: readonly PlanValue[];
  readonly textOf: (value: PlanValue) => string;
  readonly typed: (name: string) => string;
}

export function AnnulForm({ action, values, textOf, typed }: AnnulFormProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <section class="vc-stack">
      <h2>{words.title}</h2>
      <CommandForm action={action}>
        <Select
          name="annul"
          label={words.value}
          value={typed('annul')}
          options={[
            { value: '', label: words.choose },
            ...values.map((value) => ({
              value: value.id,
              label: `${planTexts(locale)[value.kind]}, ${dayText(value.day, locale)}: ${textOf(value)}, ${value.documentNumber}`,
            })),
          ]}
        />
        <Textarea name="annulReason" label={words.why} value={typed('annulReason')} rows={2} maxLength={1000} />
        <Consequence>{words.effect}</Consequence>
        <Button variant="secondary">{words.annul}</Button>
      </CommandForm>
    </section>
  );
}
