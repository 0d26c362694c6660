/** Scenarios (kịch bản vi phạm): a rule as the province writes it down. What it looks at, its condition, and what a finding says. */
import { type Static, Type } from 'typebox';

const Words = Type.Object(
  { vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const strict = { additionalProperties: false } as const;

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** Values of the subject by group, as an example gives them: times as ISO text. */
const Example = Type.Object({ title: Words, values: Type.Record(Type.String(), Type.Unknown()) }, strict);

/** Looks when one of these entries is about to be written. `*`: any act on the case. */
const OnActs = Type.Object({ acts: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 50 }) }, strict);
/** Looks when a moment of the case has come and gone by so much: `+5wd`, `-1wd`, `+0wd`. */
const OnSilence = Type.Object(
  { moment: Type.String({ minLength: 1 }), offset: Type.String({ pattern: '^[+-]\\d{1,3}(wd|h)$' }) },
  strict,
);

export const ScenarioSchema = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z][A-Z0-9-]{1,15}$' }),
    title: Words,
    basis: Type.String({ minLength: 1 }),
    /** What of the basis is from memory: shown as to be confirmed. */
    confirm: Type.Optional(Type.String()),
    kind: Type.String({ minLength: 1 }),
    looks: Type.Union([OnActs, OnSilence]),
    condition: Type.String({ minLength: 1 }),
    severity: Type.Enum([...SEVERITIES]),
    /** Filled with values of the subject: `{dossier.code}`. */
    message: Words,
    /** Beside the officer, who always sees it: roles in the unit; `above`: where the unit has none, of the nearest one above that has. */
    tells: Type.Array(Type.Object({ role: Type.String(), above: Type.Optional(Type.Boolean()) }, strict), {
      maxItems: 10,
    }),
    /** Within which the same case is not found again: `5wd`. */
    coolDown: Type.Optional(Type.String({ pattern: '^\\d{1,3}(wd|h|d)$' })),
    /** By when the officer should answer. */
    answerWithin: Type.String({ pattern: '^\\d{1,3}(wd|h|d)$' }),
    effect: Type.Enum(['record', 'block']),
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Day),
    lawful: Type.Array(Example, { maxItems: 20 }),
    unlawful: Type.Array(Example, { maxItems: 20 }),
  },
  strict,
);

export type Scenario = Static<typeof ScenarioSchema>;
export type Severity = (typeof SEVERITIES)[number];

export const isAboutSilence = (
  scenario: Scenario,
): scenario is Scenario & { readonly looks: Static<typeof OnSilence> } => 'moment' in scenario.looks;

/** Name of the dated setting that holds its versions. */
export const settingOf = (code: string): string => `supervision.${code}`;
