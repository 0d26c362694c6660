/** Option: one choice of radios, checkboxes or a select. */
import type { ComponentChildren } from 'preact';

export interface Option {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
}
