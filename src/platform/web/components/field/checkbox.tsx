/** Checkbox: a single statement to agree to, such as a pledge (cam đoan). */
import { controlOf, Descriptions, type FieldProps } from './field.tsx';

export interface CheckboxProps extends FieldProps {
  /** What is sent when it is ticked. */
  value?: string;
  checked?: boolean;
}

export function Checkbox({ value = 'true', checked, ...field }: CheckboxProps) {
  const control = controlOf(field);
  return (
    <div class="vc-checkbox">
      <Descriptions name={field.name} error={field.error} />
      <div class="ds-field">
        <input class="ds-input" type="checkbox" value={value} checked={checked} {...control} />
        <label class="ds-label" for={control.id}>
          {field.label}
        </label>
        {field.hint && (
          <div class="vc-hint" id={`${control.id}-hint`}>
            {field.hint}
          </div>
        )}
      </div>
    </div>
  );
}
