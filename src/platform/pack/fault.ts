/** Faults of data: what is wrong in a file of the province pack or in a definition somebody saves, and where. Never thrown. */
import type { LocalText } from '../i18n/local-text.ts';

export interface Fault {
  /** Stable: `procedures.steps-not-the-term`. */
  readonly code: string;
  /** Where: a path inside the value (`process.steps.2.budget`), after the file's name when it came from one. */
  readonly at: string;
  readonly message: Required<LocalText>;
}

export const fault = (code: string, at: string, vi: string, en: string): Fault => ({ code, at, message: { vi, en } });

/** The same faults, said to be inside `prefix` (a file, a member). */
export const faultsIn = (prefix: string, faults: readonly Fault[]): Fault[] =>
  faults.map((one) => ({ ...one, at: one.at === '' ? prefix : `${prefix}: ${one.at}` }));

/** Values that occur twice, each once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
