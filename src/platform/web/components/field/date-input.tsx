/** Date input: day, month and year as three short numbers, which people type faster and more surely than they pick from a calendar. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { FieldGroup, type FieldProps, fieldId } from './field.tsx';

export interface DateInputProps extends FieldProps {
  /** What was typed, part by part; nothing is parsed here, so a wrong date comes back as it was. */
  value?: { readonly day?: string; readonly month?: string; readonly year?: string };
  /** 'bday' lets the browser offer the reader's own date of birth. */
  autocomplete?: 'bday';
}

const texts = defineTexts({
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
});

const PARTS = ['day', 'month', 'year'] as const;

/** Posts `name.day`, `name.month` and `name.year`. The first part has the field's own id. */
export function DateInput({ value = {}, autocomplete, ...field }: DateInputProps) {
  const words = texts(useLocale());
  const id = fieldId(field.name);
  return (
    <FieldGroup {...field} inline>
      {PARTS.map((part) => (
        <div key={part} class="ds-field vc-date-part">
          <label class="vc-date-label" for={part === 'day' ? id : `${id}-${part}`}>
            {words[part]}
          </label>
          <input
            class={`ds-input ${part === 'year' ? 'vc-width-4' : 'vc-width-2'}`}
            id={part === 'day' ? id : `${id}-${part}`}
            name={`${field.name}.${part}`}
            value={value[part]}
            type="text"
            inputMode="numeric"
            maxLength={part === 'year' ? 4 : 2}
            autocomplete={autocomplete && `${autocomplete}-${part}`}
            aria-invalid={field.error ? 'true' : undefined}
          />
        </div>
      ))}
    </FieldGroup>
  );
}
