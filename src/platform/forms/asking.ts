/** What every question on a page is told beside its own answer. */
import type { HandedIn } from '../web/components/field/file-input.tsx';
import type { FieldError } from './field-error.ts';
import type { Form } from './form.ts';
import type { Provenance } from './prefill.ts';

export interface Asking {
  readonly form: Form;
  /** By path of the field. */
  readonly errors: ReadonlyMap<string, FieldError>;
  readonly typed: Readonly<Record<string, string>>;
  readonly provenance: Provenance;
  readonly files: readonly HandedIn[];
}
