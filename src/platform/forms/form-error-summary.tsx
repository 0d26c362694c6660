/** Error summary of a form: each sentence with the block it belongs to, linked to its control. */
import { ErrorSummary } from '../web/components/error-summary/error-summary.tsx';
import { Local } from '../web/local.tsx';
import { type FieldError, summaryMessage } from './field-error.ts';

export function FormErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  return (
    <ErrorSummary
      errors={errors.map((error) => ({ name: error.name, message: <Local text={summaryMessage(error)} /> }))}
    />
  );
}
