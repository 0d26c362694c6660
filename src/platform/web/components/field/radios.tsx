/** Radios and checkboxes: one of a few, or any of a few, each with its own label and hint. */
import { FieldGroup, type FieldProps, fieldId } from './field.tsx';
import type { Option } from './option.ts';

export interface RadiosProps extends FieldProps {
  options: readonly Option[];
  value?: string;
  /** Side by side, for two or three short answers such as Có and Không. */
  inline?: boolean;
}

export interface CheckboxesProps extends FieldProps {
  options: readonly Option[];
  values?: readonly string[];
}

export function Radios({ options, value, inline, ...field }: RadiosProps) {
  return (
    <FieldGroup {...field} inline={inline}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          {...field}
          option={option}
          index={index}
          checked={option.value === value}
        />
      ))}
    </FieldGroup>
  );
}

export function Checkboxes({ options, values = [], ...field }: CheckboxesProps) {
  return (
    <FieldGroup {...field}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          {...field}
          option={option}
          index={index}
          checked={values.includes(option.value)}
        />
      ))}
    </FieldGroup>
  );
}

interface ChoiceProps extends FieldProps {
  type: 'radio' | 'checkbox';
  option: Option;
  index: number;
  checked: boolean;
}

/** The first choice has the field's own id, so that the error summary's link lands on it. */
function Choice({ type, name, error, option, index, checked }: ChoiceProps) {
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? `${id}-about` : undefined}
        aria-invalid={error ? 'true' : undefined}
      />
      <label class="ds-label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <div class="vc-hint" id={`${id}-about`}>
          {option.hint}
        </div>
      )}
    </div>
  );
}
