/** The form of a scenario: what a person types, read into the scenario it means, with every mistake at its field; and the scenario written back. */
import { stringify } from 'yaml';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { type FormFields, fieldOf, valuesOf } from '../../../platform/http/route.ts';
import { shapeOf } from '../../../platform/pack/check-shape.ts';
import type { Fault } from '../../../platform/pack/fault.ts';
import { readYaml } from '../../../platform/pack/read-yaml.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import { isAboutSilence, type Scenario, ScenarioSchema, SEVERITIES } from '../scenario.ts';
import { tellsText } from './scenario-setting.ts';

const TEXTS = [
  'code',
  'kind',
  'titleVi',
  'titleEn',
  'basis',
  'confirm',
  'looks',
  'moment',
  'offset',
  'condition',
  'severity',
  'messageVi',
  'messageEn',
  'tells',
  'coolDown',
  'answerWithin',
  'effect',
  'validFrom',
  'validTo',
  'lawful',
  'unlawful',
] as const;

export type TypedScenario = Readonly<Record<(typeof TEXTS)[number], string>> & { readonly acts: readonly string[] };

/** A mistake at a field of the form; `range` is a place in the condition. */
export interface FormFault {
  readonly name: string;
  readonly message: Required<LocalText>;
  readonly range?: { readonly start: number; readonly end: number };
}

/** Longest text of each field; what is longer is refused, not cut: a rule that lost its end would say something else. */
const MOST = 20_000;

export function typedScenario(form: FormFields): TypedScenario {
  const texts = Object.fromEntries(
    TEXTS.map((name) => [name, fieldOf(form, name).replaceAll('\r\n', '\n').normalize('NFC')]),
  ) as Record<(typeof TEXTS)[number], string>;
  return {
    ...texts,
    condition: texts.condition.trimEnd(),
    acts: valuesOf(form, 'acts')
      .filter((act) => act !== '')
      .slice(0, 200),
  };
}

export const typedOf = (scenario: Scenario): TypedScenario => {
  const silent = isAboutSilence(scenario) ? scenario.looks : undefined;
  return {
    code: scenario.code,
    kind: scenario.kind,
    titleVi: scenario.title.vi,
    titleEn: scenario.title.en,
    basis: scenario.basis,
    confirm: scenario.confirm ?? '',
    looks: silent ? 'silence' : 'acts',
    acts: silent ? [] : (scenario.looks as { acts: string[] }).acts,
    moment: silent?.moment ?? '',
    offset: silent?.offset ?? '+0wd',
    condition: scenario.condition,
    severity: scenario.severity,
    messageVi: scenario.message.vi,
    messageEn: scenario.message.en,
    tells: tellsText(scenario),
    coolDown: scenario.coolDown ?? '',
    answerWithin: scenario.answerWithin,
    effect: scenario.effect,
    validFrom: scenario.validFrom ?? '',
    validTo: scenario.validTo ?? '',
    lawful: exampleText(scenario.lawful),
    unlawful: exampleText(scenario.unlawful),
  };
};

const exampleText = (examples: Scenario['lawful']): string =>
  examples.length === 0 ? '' : stringify(examples, { lineWidth: 0 });

export type ReadScenario =
  | { readonly scenario: Scenario; readonly faults?: undefined }
  | { readonly scenario?: undefined; readonly faults: readonly FormFault[] };

/** The shape alone: whether its condition holds together, `compileScenario` says. */
export function readScenario(typed: TypedScenario): ReadScenario {
  const faults: FormFault[] = CHECKS.flatMap(([name, fits, message]) =>
    fits(typed[name as keyof TypedScenario] as string, typed) ? [] : [{ name, message }],
  );
  const [lawful, unlawful] = [readExamples('lawful', typed), readExamples('unlawful', typed)];
  faults.push(...(lawful.faults ?? []), ...(unlawful.faults ?? []));
  if (faults.length > 0) return { faults };
  const optional = {
    ...(typed.confirm.trim() && { confirm: typed.confirm.trim() }),
    ...(typed.coolDown.trim() && { coolDown: typed.coolDown.trim() }),
    ...(typed.validFrom.trim() && { validFrom: typed.validFrom.trim() }),
    ...(typed.validTo.trim() && { validTo: typed.validTo.trim() }),
  };
  const scenario = {
    code: typed.code,
    title: { vi: typed.titleVi.trim(), en: typed.titleEn.trim() },
    basis: typed.basis.trim(),
    kind: typed.kind,
    looks:
      typed.looks === 'silence' ? { moment: typed.moment, offset: typed.offset.trim() } : { acts: [...typed.acts] },
    condition: typed.condition,
    severity: typed.severity,
    message: { vi: typed.messageVi.trim(), en: typed.messageEn.trim() },
    tells: readTells(typed.tells) ?? [],
    answerWithin: typed.answerWithin.trim(),
    effect: typed.effect,
    lawful: lawful.value,
    unlawful: unlawful.value,
    ...optional,
  };
  const shaped = shape(scenario);
  return shaped.value ? { scenario: shaped.value } : { faults: shaped.faults.map(formFault) };
}

const shape = shapeOf(ScenarioSchema);
const shapeOfExamples = shapeOf(ScenarioSchema.properties.lawful);

function readExamples(
  name: 'lawful' | 'unlawful',
  typed: TypedScenario,
): { readonly value: unknown; readonly faults?: readonly FormFault[] } {
  const text = typed[name];
  if (text.trim() === '') return { value: [] };
  const yaml = readYaml(text);
  const shaped = yaml.faults ? yaml : shapeOfExamples(yaml.value);
  if (!shaped.faults) return { value: shaped.value };
  return {
    value: [],
    faults: shaped.faults.map(({ at, message }) => ({
      name,
      message: { vi: `${message.vi} (${at})`, en: `${message.en} (${at})` },
    })),
  };
}

/** Undefined where a line is no role. */
function readTells(text: string): { role: string; above?: boolean }[] | undefined {
  const lines = text.split(/[\n,]/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const read = lines.map((line) => /^([A-Z]{1,10})(\+?)$/.exec(line));
  if (read.some((one) => one === null)) return undefined;
  return read.map((one) => ({ role: one?.[1] ?? '', ...(one?.[2] ? { above: true } : {}) }));
}

type Check = readonly [
  name: string,
  fits: (text: string, typed: TypedScenario) => boolean,
  message: Required<LocalText>,
];

const filled = (text: string): boolean => text.trim() !== '' && text.length <= MOST;
const say = (vi: string, en: string): Required<LocalText> => ({ vi, en });
const dayOrNone = (text: string): boolean => text.trim() === '' || isDay(text.trim());
const A_DAY = say('Nhập ngày như 2026-12-31, hoặc để trống.', 'Enter a day such as 2026-12-31, or leave it empty.');
const TERM = /^\d{1,3}(wd|h|d)$/;

const CHECKS: readonly Check[] = [
  [
    'code',
    (text) => /^[A-Z][A-Z0-9-]{1,15}$/.test(text),
    say(
      'Mã gồm 2 đến 16 chữ cái in hoa, chữ số hoặc gạch nối, bắt đầu bằng chữ cái: V20.',
      'The code has 2 to 16 capital letters, figures or dashes and begins with a letter: V20.',
    ),
  ],
  ['titleVi', filled, say('Nhập tên của kịch bản.', 'Enter the title.')],
  ['titleEn', filled, say('Nhập tên tiếng Anh.', 'Enter the title in English.')],
  ['basis', filled, say('Nhập căn cứ pháp lý.', 'Enter the legal basis.')],
  ['looks', (text) => text === 'acts' || text === 'silence', say('Chọn khi nào xét.', 'Choose when it looks.')],
  [
    'acts',
    (_, { looks, acts }) => looks !== 'acts' || (acts.length > 0 && acts.length <= 50),
    say('Chọn từ 1 đến 50 hành vi.', 'Choose 1 to 50 acts.'),
  ],
  ['moment', (text, { looks }) => looks !== 'silence' || text !== '', say('Chọn mốc thời gian.', 'Choose a moment.')],
  [
    'offset',
    (text, { looks }) => looks !== 'silence' || /^[+-]\d{1,3}(wd|h)$/.test(text.trim()),
    say('Nhập như +5wd (5 ngày làm việc sau mốc) hoặc -1wd.', 'Enter such as +5wd or -1wd.'),
  ],
  ['condition', (text) => text !== '', say('Nhập điều kiện.', 'Enter the condition.')],
  ['severity', (text) => (SEVERITIES as readonly string[]).includes(text), say('Chọn mức độ.', 'Choose the severity.')],
  ['messageVi', filled, say('Nhập nội dung phát hiện.', 'Enter what a finding says.')],
  ['messageEn', filled, say('Nhập nội dung tiếng Anh.', 'Enter what a finding says in English.')],
  [
    'tells',
    (text) => (readTells(text)?.length ?? 11) <= 10,
    say('Mỗi dòng một vai trò như LP hoặc CT+, nhiều nhất 10.', 'A role such as LP or CT+ on each line, at most 10.'),
  ],
  [
    'coolDown',
    (text) => text.trim() === '' || TERM.test(text.trim()),
    say('Nhập như 5wd, 24h hoặc 7d.', 'Enter such as 5wd, 24h or 7d.'),
  ],
  [
    'answerWithin',
    (text) => TERM.test(text.trim()),
    say('Nhập như 3wd, 24h hoặc 7d.', 'Enter such as 3wd, 24h or 7d.'),
  ],
  ['effect', (text) => text === 'record' || text === 'block', say('Chọn hậu quả.', 'Choose the effect.')],
  ['validFrom', dayOrNone, A_DAY],
  ['validTo', dayOrNone, A_DAY],
];

/** Where in the form a fault of the whole scenario belongs. */
export function formFault({ at, message }: Fault): FormFault {
  const [, start, end] = /^condition:(\d+)-(\d+)$/.exec(at) ?? [];
  if (start !== undefined) return { name: 'condition', message, range: { start: Number(start), end: Number(end) } };
  const [first = '', second = ''] = at.split('.');
  const names: Readonly<Record<string, string>> = {
    'looks.acts': 'acts',
    'looks.moment': 'moment',
    'looks.offset': 'offset',
    'title.vi': 'titleVi',
    'title.en': 'titleEn',
    'message.en': 'messageEn',
  };
  return { name: names[`${first}.${second}`] ?? (first === 'message' ? 'messageVi' : first), message };
}
