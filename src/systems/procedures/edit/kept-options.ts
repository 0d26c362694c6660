/** Options of a question with what the draft already names: what is not there any more stays to be seen, and to be unticked. */
import { OPTION_VALUE } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export interface Option {
  readonly value: string;
  readonly label: LocalText;
}

export function withNamed(options: readonly Option[], named: readonly string[] = []): Option[] {
  const gone = [...new Set(named)].filter((value) => !options.some((one) => one.value === value));
  return [
    ...options,
    ...gone.map((value) => ({ value, label: { vi: `${value} (không có nữa)`, en: `${value} (not there any more)` } })),
  ].filter(({ value }) => OPTION_VALUE.test(value)); // what else a draft names can be no choice
}
