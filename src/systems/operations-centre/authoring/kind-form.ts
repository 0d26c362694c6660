/** The form of one kind of incident: what was typed, as text, and what it means. */
import { fieldOf, type FormFields } from '../../../platform/http/route.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { tidyLine } from '../../../platform/text/fold.ts';
import { keyFrom } from '../../../platform/text/key-from.ts';
import type { FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import type { IncidentKind } from '../rules.ts';

export interface TypedKind {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly metres: string;
  readonly minutes: string;
  readonly take: string;
  /** On each line `minutes | what is to be done | the same in English`. */
  readonly steps: string;
}

const errorTexts = defineTexts({
  name: { vi: 'Ghi tên loại sự cố, có chữ cái.', en: 'Give the kind a name with letters.' },
  metres: { vi: 'Ghi số mét từ 0 đến 100000.', en: 'Enter metres from 0 to 100000.' },
  minutes: { vi: 'Ghi số phút từ 1 đến 100000.', en: 'Enter minutes from 1 to 100000.' },
  steps: {
    vi: (line: string) => `Dòng “${line}” không đúng dạng: số phút | việc phải làm | bằng tiếng Anh.`,
    en: (line: string) => `The line “${line}” is not: minutes | what is to be done | in English.`,
  },
  many: { vi: 'Mỗi loại có nhiều nhất 20 việc phải làm.', en: 'A kind has 20 steps at most.' },
});

/** In the address of one that is not there yet, where others have their key. */
export const NEW = 'moi';
const RESERVED = new Set([NEW]);

export const NOTHING_TYPED: TypedKind = { nameVi: '', nameEn: '', metres: '', minutes: '', take: '', steps: '' };

export const typedOf = ({ name, metres, minutes, take_minutes, steps }: IncidentKind): TypedKind => ({
  nameVi: name.vi,
  nameEn: name.en ?? '',
  metres: String(metres),
  minutes: String(minutes),
  take: String(take_minutes),
  steps: steps.map(({ text, minutes: within }) => [within, text.vi, text.en ?? ''].join(' | ')).join('\n'),
});

export function readTyped(form: FormFields): TypedKind {
  const line = (name: string) => tidyLine(fieldOf(form, name)).slice(0, 100);
  return {
    nameVi: line('nameVi'),
    nameEn: line('nameEn'),
    metres: line('metres'),
    minutes: line('minutes'),
    take: line('take'),
    steps: fieldOf(form, 'steps').normalize('NFC').slice(0, 8000),
  };
}

export type ReadKind =
  | { readonly kind: IncidentKind; readonly errors?: undefined }
  | { readonly errors: readonly FieldError[]; readonly kind?: undefined };

/** `known`: the kind that is changed; its key and the keys of its steps stay, whatever they are called now. */
export function readKind(typed: TypedKind, known: IncidentKind | undefined, locale: Locale): ReadKind {
  const words = errorTexts(locale);
  const key = known?.key ?? keyOf(typed.nameVi);
  const errors: FieldError[] = [];
  if (typed.nameVi === '' || key === '') errors.push({ name: 'nameVi', message: words.name });
  const number = (name: 'metres' | 'minutes' | 'take', least: number): number => {
    const value = /^\d{1,6}$/.test(typed[name]) ? Number(typed[name]) : Number.NaN;
    if (!(value >= least && value <= 100_000))
      errors.push({ name, message: name === 'metres' ? words.metres : words.minutes });
    return value;
  };
  const [metres, minutes, take] = [number('metres', 0), number('minutes', 1), number('take', 1)];
  const lines = typed.steps
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const steps = lines.map((line) => readStep(line, known));
  const wrong = lines.find((_, place) => steps[place] === undefined);
  if (wrong !== undefined) errors.push({ name: 'steps', message: words.steps(wrong.slice(0, 60)) });
  if (lines.length > 20) errors.push({ name: 'steps', message: words.many });
  if (errors.length > 0) return { errors };
  return {
    kind: {
      key,
      name: localText(typed.nameVi, typed.nameEn),
      metres,
      minutes,
      take_minutes: take,
      steps: steps.flatMap((step) => step ?? []),
    },
  };
}

function readStep(line: string, known: IncidentKind | undefined): IncidentKind['steps'][number] | undefined {
  const [minutes = '', vi = '', en = ''] = line.split('|').map((part) => tidyLine(part).slice(0, 200));
  const same = known?.steps.find(({ text }) => text.vi === vi);
  const key = same?.key ?? keyOf(vi);
  if (!/^[1-9]\d{0,5}$/.test(minutes) || Number(minutes) > 100_000 || key === '') return undefined;
  return { key, text: localText(vi, en), minutes: Number(minutes) };
}

const localText = (vi: string, en: string): { vi: string; en?: string } => (en === '' ? { vi } : { vi, en });

/** `Cháy, nổ` becomes `chay-no`; two of one name are refused, not told apart. */
const keyOf = (name: string): string => keyFrom(name, RESERVED, { most: 30 });
