/** Refusal summary: why a form was refused, over the form, with a link to the field. */
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import type { Refused } from './refused.ts';

export const RefusalSummary = ({ refused }: { readonly refused: Refused | undefined }) => (
  <ErrorSummary
    errors={refused ? [{ message: refused.message, ...(refused.field !== undefined && { name: refused.field }) }] : []}
  />
);
