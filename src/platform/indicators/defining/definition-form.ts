/** The form of a definition: what a person types, read into the indicator it means, with every mistake at its field; and an indicator written back. */
import { type FormFields, fieldOf } from '../../http/route.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import { readDecimal } from '../../text/money.ts';
import { isDay } from '../../text/partial-day.ts';
import { INDICATOR_CODE, type IndicatorDefinition, PERIOD_KINDS, type Sector } from '../definition.ts';
import type { MeasureSpec } from '../measure.ts';
import { countedText, type Drafted } from './drafted.ts';

const FIELDS = [
  'code',
  'nameVi',
  'nameEn',
  'sector',
  'filter',
  'numerator',
  'denominator',
  'numeratorWords',
  'denominatorWords',
  'unitVi',
  'unitEn',
  'period',
  'cutDay',
  'direction',
  'good',
  'warn',
  'sourceVi',
  'sourceEn',
  'basis',
  'confirm',
  'noteVi',
  'noteEn',
  'since',
] as const;

export type FieldName = (typeof FIELDS)[number];
export type TypedDefinition = Readonly<Record<FieldName, string>>;

const MOST = 10_000;

export const typedDefinition = (form: FormFields): TypedDefinition =>
  Object.fromEntries(
    FIELDS.map((name) => [name, fieldOf(form, name).replaceAll('\r\n', '\n').normalize('NFC').trim()]),
  ) as TypedDefinition;

export const typedOf = (drafted: Drafted): TypedDefinition => ({
  code: drafted.code,
  nameVi: drafted.name.vi,
  nameEn: drafted.name.en ?? '',
  sector: drafted.sector.sector,
  filter: drafted.filter ?? '',
  numerator: countedText(drafted.numerator),
  denominator: countedText(drafted.denominator),
  numeratorWords: drafted.words?.numerator.vi ?? '',
  denominatorWords: drafted.words?.denominator?.vi ?? '',
  unitVi: drafted.unit.vi,
  unitEn: drafted.unit.en ?? '',
  period: drafted.period,
  cutDay: drafted.cutDay?.toString() ?? '',
  direction: drafted.direction,
  good: decimalText(drafted.thresholds?.good),
  warn: decimalText(drafted.thresholds?.warn),
  sourceVi: drafted.source.vi,
  sourceEn: drafted.source.en ?? '',
  basis: drafted.basis ?? '',
  confirm: drafted.confirm ? 'yes' : '',
  noteVi: drafted.note?.vi ?? '',
  noteEn: drafted.note?.en ?? '',
  since: drafted.since ?? '',
});

const decimalText = (value: number | undefined): string => value?.toString().replace('.', ',') ?? '';

type Both = Required<LocalText>;
/** A mistake at a field of the form. */
export interface FormFault {
  readonly name: string;
  readonly message: Both;
}

/** Of a fault of the engine, which names its place as `numerator (12)`, or of the shape, `unit.vi`. */
export function fieldAt(at: string): string {
  const [first = '', second = ''] = at.split(/[ .]/);
  if (first === 'thresholds') return second === 'warn' ? 'warn' : 'good';
  if (first === 'words') return `${second}Words`;
  return ['name', 'unit', 'source', 'note'].includes(first) ? `${first}${second === 'en' ? 'En' : 'Vi'}` : first;
}

interface Around {
  readonly measureName: string;
  readonly measure: MeasureSpec;
  readonly sectors: readonly Sector[];
  /** What the draft had: words in another language than the form asks for are kept. */
  readonly before: Drafted | undefined;
}

export type ReadDefinition =
  | { readonly drafted: Drafted; readonly faults?: undefined }
  | { readonly faults: readonly FormFault[]; readonly drafted?: undefined };

const SAYINGS = {
  missing: { vi: 'Còn thiếu.', en: 'Is missing.' },
  code: {
    vi: 'Mã gồm chữ thường không dấu, số, gạch nối; nhóm và tên cách nhau bằng dấu chấm, ví dụ one-stop.on-time.',
    en: 'Small letters, digits and dashes, with a dot between group and name, such as one-stop.on-time.',
  },
  tooLong: { vi: 'Quá 10.000 ký tự.', en: 'More than 10,000 characters.' },
  number: { vi: 'Nhập một số, ví dụ 90 hoặc 62,5.', en: 'Enter a number, such as 90 or 62,5.' },
  bothLimits: { vi: 'Nhập cả hai ngưỡng, hoặc không ngưỡng nào.', en: 'Enter both thresholds or neither.' },
  vietnameseToo: { vi: 'Nhập cả bằng tiếng Việt.', en: 'Enter it in Vietnamese too.' },
  bothWords: {
    vi: 'Mẫu số đã nói bằng lời thì tử số cũng phải nói bằng lời.',
    en: 'Where the denominator is said in words the numerator must be too.',
  },
  cutDay: { vi: 'Nhập một ngày từ 2 đến 28.', en: 'Enter a day from 2 to 28.' },
  day: { vi: 'Nhập ngày, ví dụ 2026-01-01.', en: 'Enter a day, such as 2026-01-01.' },
} as const satisfies Record<string, Both>;

/** Whether the conditions are sound is asked of the engine, by `checkDrafted`. */
export function readDefinition(typed: TypedDefinition, around: Around): ReadDefinition {
  const faults: FormFault[] = [];
  const wrong = (name: FieldName, message: Both): undefined => {
    faults.push({ name, message });
    return undefined;
  };
  if (!INDICATOR_CODE.test(typed.code)) wrong('code', SAYINGS.code);
  for (const name of ['nameVi', 'numerator', 'unitVi', 'sourceVi'] as const)
    if (typed[name] === '') wrong(name, SAYINGS.missing);
  if (typed.noteEn !== '' && typed.noteVi === '') wrong('noteVi', SAYINGS.vietnameseToo);
  if (typed.denominatorWords !== '' && typed.numeratorWords === '') wrong('numeratorWords', SAYINGS.bothWords);
  for (const name of FIELDS) if (typed[name].length > MOST) wrong(name, SAYINGS.tooLong);
  const sector = around.sectors.find((one) => one.sector === typed.sector) ?? wrong('sector', SAYINGS.missing);
  const period = PERIOD_KINDS.find((kind) => kind === typed.period) ?? wrong('period', SAYINGS.missing);
  const direction =
    typed.direction === 'up' || typed.direction === 'down' ? typed.direction : wrong('direction', SAYINGS.missing);
  const thresholds = readThresholds(typed, wrong);
  const cutDay = typed.cutDay === '' ? undefined : readCutDay(typed.cutDay, wrong);
  if (typed.since !== '' && !isDay(typed.since)) wrong('since', SAYINGS.day);
  if (faults.length > 0 || !sector || !period || !direction) return { faults };
  const counted = (text: string) => (around.measure.kind === 'figures' ? listOf(text) : text);
  const words = wordsOf(typed, around.before);
  return {
    drafted: {
      code: typed.code,
      name: local(typed.nameVi, typed.nameEn),
      measure: around.measureName,
      ...(typed.filter !== '' && { filter: typed.filter }),
      numerator: counted(typed.numerator),
      ...(typed.denominator !== '' && { denominator: counted(typed.denominator) }),
      ...(words && { words }),
      unit: local(typed.unitVi, typed.unitEn),
      period,
      ...(cutDay !== undefined && { cutDay }),
      direction,
      ...(thresholds && { thresholds }),
      source: local(typed.sourceVi, typed.sourceEn),
      ...(typed.basis !== '' && { basis: typed.basis }),
      ...(typed.confirm === 'yes' && { confirm: true }),
      ...(typed.noteVi !== '' && { note: local(typed.noteVi, typed.noteEn) }),
      sector,
      ...(typed.since !== '' && { since: typed.since }),
    },
  };
}

const local = (vi: string, en: string): LocalText => (en === '' ? { vi } : { vi, en });

/** Words that did not change keep their other language. */
function wordsOf(
  { numeratorWords, denominatorWords }: TypedDefinition,
  before: Drafted | undefined,
): IndicatorDefinition['words'] {
  if (numeratorWords === '') return undefined;
  const kept = (vi: string, old: LocalText | undefined): LocalText => (old?.vi === vi ? old : { vi });
  return {
    numerator: kept(numeratorWords, before?.words?.numerator),
    ...(denominatorWords !== '' && { denominator: kept(denominatorWords, before?.words?.denominator) }),
  };
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\s]+/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

type Wrong = (name: FieldName, message: Both) => undefined;

function readThresholds({ good, warn }: TypedDefinition, wrong: Wrong): IndicatorDefinition['thresholds'] {
  if (good === '' && warn === '') return undefined;
  if (good === '' || warn === '') return wrong(good === '' ? 'good' : 'warn', SAYINGS.bothLimits);
  const [a, b] = [readDecimal(good).value, readDecimal(warn).value];
  if (a === undefined) wrong('good', SAYINGS.number);
  if (b === undefined) wrong('warn', SAYINGS.number);
  return a === undefined || b === undefined ? undefined : { good: a, warn: b };
}

function readCutDay(text: string, wrong: Wrong): number | undefined {
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return day >= 2 && day <= 28 ? day : wrong('cutDay', SAYINGS.cutDay);
}
