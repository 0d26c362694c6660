/** Text input: one line of text, a number or an amount, as wide as what belongs in it. */
import type { ComponentChildren } from 'preact';
import { Field, type FieldProps } from './field.tsx';

export interface TextInputProps extends FieldProps {
  value?: string;
  type?: 'text' | 'email' | 'tel' | 'password' | 'url';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autocomplete?: string;
  maxLength?: number;
  /** Characters it should seem made for: 4 years and counts, 12 numbers and codes, 24 short names. */
  width?: 4 | 12 | 24;
  /** Unit after the input: "đồng", "m²". */
  suffix?: ComponentChildren;
  readOnly?: boolean;
  /** Where work on the page always begins, such as the card at the counter; never on a page that is read first. */
  autofocus?: boolean;
}

export function TextInput({
  value,
  type = 'text',
  inputMode,
  autocomplete,
  maxLength,
  width,
  suffix,
  readOnly,
  autofocus,
  ...field
}: TextInputProps) {
  return (
    <Field {...field}>
      {(control) => {
        const input = (
          <input
            class={`ds-input${width ? ` vc-width-${width}` : ''}`}
            // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- TypeScript 5.9 wants one literal here, not a union
            type={type as 'text'}
            value={value}
            inputMode={inputMode}
            autocomplete={autocomplete}
            maxLength={maxLength}
            readOnly={readOnly}
            autofocus={autofocus}
            {...control}
          />
        );
        return suffix ? (
          <div class="vc-affixed">
            {input}
            <span class="vc-suffix">{suffix}</span>
          </div>
        ) : (
          input
        );
      }}
    </Field>
  );
}
