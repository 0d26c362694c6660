/** Field: a label, its hint and its error, wired to one control; the kinds of control stand in the files beside this one. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';

/** What every kind of field is told. `name` is the form name (`child.full_name`); the id, the error link's target, follows from it. */
export interface FieldProps {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** The sentence that says how to put it right. */
  error?: ComponentChildren;
  /** Fields are required unless this says so; an optional one says "(không bắt buộc)". */
  optional?: boolean;
  /** Where a value that is already filled in came from: "Lấy từ tài khoản VNeID". */
  provenance?: ComponentChildren;
}

/** What the control itself carries. */
export interface ControlAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}

export const fieldId = (name: string): string => name.replaceAll(/[^A-Za-z0-9_-]+/g, '-');

const texts = defineTexts({
  optional: { vi: '(không bắt buộc)', en: '(optional)' },
  error: { vi: 'Lỗi: ', en: 'Error: ' },
});

/** A single control: the label names it, hint and error describe it. */
export function Field({
  children,
  ...field
}: FieldProps & { children: (control: ControlAttributes) => ComponentChildren }) {
  const id = fieldId(field.name);
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {field.label}
        <OptionalMark {...field} />
      </label>
      <Descriptions {...field} />
      {children(controlOf(field))}
    </div>
  );
}

/** Several controls that answer one question: the legend names the group. */
export function FieldGroup({
  children,
  inline,
  ...field
}: FieldProps & { inline?: boolean; children: ComponentChildren }) {
  return (
    <fieldset class="ds-fieldset vc-group" aria-describedby={describedBy(field)}>
      <legend class="ds-label">
        {field.label}
        <OptionalMark {...field} />
      </legend>
      <Descriptions {...field} />
      <div class={inline ? 'vc-group-row' : 'vc-group-stack'}>{children}</div>
    </fieldset>
  );
}

export function controlOf(field: FieldProps): ControlAttributes {
  return {
    id: fieldId(field.name),
    name: field.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? 'true' : undefined,
    'aria-required': field.optional ? undefined : 'true',
  };
}

/** Hint, provenance and error, in the order in which they are read out; each exists only when it says something. */
export function Descriptions({ name, hint, provenance, error }: Omit<FieldProps, 'label'>) {
  const id = fieldId(name);
  const locale = useLocale();
  return (
    <>
      {hint && (
        <div class="vc-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {provenance && (
        <p class="vc-provenance" id={`${id}-provenance`}>
          {provenance}
        </p>
      )}
      {error && (
        <p class="ds-validation-message" id={`${id}-error`}>
          <span class="ds-sr-only">{texts(locale).error}</span>
          {error}
        </p>
      )}
    </>
  );
}

function OptionalMark({ optional }: FieldProps) {
  const locale = useLocale();
  return optional ? <span class="vc-optional"> {texts(locale).optional}</span> : null;
}

function describedBy({ name, hint, provenance, error }: FieldProps): string | undefined {
  const id = fieldId(name);
  const ids = [hint && `${id}-hint`, provenance && `${id}-provenance`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
