/** What is wrong with a piece of text a person typed: a stable code and a sentence they understand. */
import type { LocalText } from '../i18n/local-text.ts';

export interface TextFault {
  readonly code: string;
  readonly message: LocalText;
}

/** What was read, or the fault. */
export type Reading<T> =
  | { readonly value: T; readonly fault?: undefined }
  | { readonly fault: TextFault; readonly value?: undefined };

export const read = <T>(value: T): Reading<T> => ({ value });

export const unreadable = (code: string, vi: string, en: string): Reading<never> => ({
  fault: { code, message: { vi, en } },
});
