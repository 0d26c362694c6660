/** Fieldset: several fields under one heading, such as the person a paper is for. */
import type { ComponentChildren } from 'preact';

export interface FieldsetProps {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  children: ComponentChildren;
}

export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset class="ds-fieldset vc-fieldset">
      <legend class="vc-legend">{legend}</legend>
      {hint && <p class="vc-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
