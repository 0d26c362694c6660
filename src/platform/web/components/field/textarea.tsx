/** Textarea: a few sentences. */
import { Field, type FieldProps } from './field.tsx';

export interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number;
  maxLength?: number;
}

export function Textarea({ value, rows = 4, maxLength, ...field }: TextareaProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea class="ds-input" rows={rows} maxLength={maxLength} {...control}>
          {value}
        </textarea>
      )}
    </Field>
  );
}
