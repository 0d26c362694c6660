/** A refused form: its page comes again with what was typed, and the sentence stands at the field that it is about. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import { fieldOf, type FormFields } from '../../../platform/http/route.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import type { Registry } from '../../../platform/system/registry.ts';

export interface Refused {
  /** Which form of the page: the last part of its address. */
  readonly act: string;
  /** The field that has to be put right; undefined where it is about none. */
  readonly field: string | undefined;
  readonly message: string;
  readonly form: FormFields;
}

/** Fields where words are missing, and those where something is to be chosen or named, by act. */
const NOTES: Readonly<Record<string, string>> = {
  'ghi-chu': 'ghi-chu',
  giao: 'loi-dan',
  'chuyen-trung-tam': 'loi-nhan',
  'ket-thuc': 'da-lam',
  'mo-lai': 'vi-sao',
  ghi: 'ghi',
  'giao-ca': 'can-biet',
  'nhan-thay': 'vi-sao',
};
const CHOICES: Readonly<Record<string, string>> = {
  giao: 'nguoi',
  'chuyen-trung-tam': 'trung-tam',
  cap: 'cap',
  gop: 'ma',
  'ket-thuc': 'ket-qua',
};
const NAMED: Readonly<Record<string, string>> = {
  'operations-centre.drill-title-missing': 'ten',
  'operations-centre.drill-end-missing': 'gio',
};
/** Of the whole incident, whatever was typed. */
const OF_ALL = [
  'operations-centre.closed',
  'operations-centre.not-closed',
  'operations-centre.drill-is-over',
  'changed',
];

interface Sent {
  readonly form: FormFields;
  readonly locale: Locale;
  readonly platform: { readonly registry: Registry };
}

export function refusedBy(
  { form, locale, platform }: Sent,
  { act, outcome }: { readonly act: string; readonly outcome: Exclude<Outcome, { kind: 'done' }> },
): Refused {
  const { code, title } = problemOf(outcome, platform.registry, locale);
  return { act, field: fieldOfRefusal(act, code), message: title, form };
}

function fieldOfRefusal(act: string, code: string): string | undefined {
  if (code === 'operations-centre.note-missing') return NOTES[act];
  return NAMED[code] ?? (OF_ALL.includes(code) ? undefined : CHOICES[act]);
}

/** What a field of the form shows: what was typed in it, and what is wrong with it. */
export function typedIn(refused: Refused | undefined, act: string, name: string) {
  if (refused?.act !== act) return {};
  return { value: fieldOf(refused.form, name), ...(refused.field === name && { error: refused.message }) };
}
