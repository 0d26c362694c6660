/** Options of a question with what the draft already names: what is not there any more stays to be seen, and to be unticked. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export interface Option {
  readonly value: string;
  readonly label: LocalText;
}

/** A value of a choice has at most forty characters: a longer key can be none. */
export function withNamed(options: readonly Option[], named: readonly string[] = []): Option[] {
  const gone = [...new Set(named)].filter((value) => !options.some((one) => one.value === value));
  return [
    ...options,
    ...gone.map((value) => ({ value, label: { vi: `${value} (không có nữa)`, en: `${value} (not there any more)` } })),
  ].filter(({ value }) => value.length <= 40);
}
