/** Select: one of a long list. Up to seven options are better as radios. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Field, type FieldProps } from './field.tsx';
import type { Option } from './option.ts';

export interface SelectProps extends FieldProps {
  options: readonly Option[];
  value?: string;
}

const texts = defineTexts({ choose: { vi: 'Chọn một mục', en: 'Choose one' } });

export function Select({ options, value = '', ...field }: SelectProps) {
  const locale = useLocale();
  return (
    <Field {...field}>
      {(control) => (
        <select class="ds-input" {...control}>
          <option value="" selected={value === ''}>
            {texts(locale).choose}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
