/** Error summary: what has to be put right after a failed submit, each a link to its field. */
import type { ComponentChildren } from 'preact';
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { fieldId } from '../field/field.tsx';

export interface FieldError {
  /** Form name of the field; without it the sentence concerns the whole form. */
  readonly name?: string;
  readonly message: ComponentChildren;
}

const texts = defineTexts({
  title: {
    vi: (count: number) => (count === 1 ? 'Có một chỗ cần sửa' : `Có ${count} chỗ cần sửa`),
    en: (count: number) => (count === 1 ? 'There is one thing to correct' : `There are ${count} things to correct`),
  },
});

/** Nothing when there are no errors. It takes the focus when the page opens, which happens only after a failed submit. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const locale = useLocale();
  if (errors.length === 0) return null;
  return (
    <section class="ds-error-summary" aria-labelledby="error-summary" tabIndex={-1} autofocus>
      <h2 id="error-summary">{texts(locale).title(errors.length)}</h2>
      <ul class="vc-errors">
        {errors.map(({ name, message }, index) => (
          <li key={`${name}-${index}`}>
            {name ? (
              <a class="ds-link" href={`#${fieldId(name)}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
