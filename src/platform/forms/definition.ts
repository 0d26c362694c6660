/**
 * Form definition: what a form asks, as data (YAML in the province pack, JSON in the database).
 *
 * Shape of the answers. A field's `key` is its place in the answers; a section adds nothing. `block` nests one object
 * (`child.full_name`), `group` a list of objects (`periods.0.from`). Section level → block or group → block: no deeper.
 * `use: person` takes the fields of a shared block (shared-blocks.ts lists them) in place of `fields`; `except` leaves
 * some out, `adjust` changes properties of others: `adjust: { ethnicity: { required: false } }`.
 *
 * Conditions are CEL. A key means, in this order, a field of the same block, of the blocks around it, of the whole form.
 * Also there: `context.today` (day), `context.channel` ('online' | 'counter' | 'post'), `context.case` (code of the
 * procedure's case, or ''), `context.commune` (code of the receiving commune, or '').
 * Values: text, choice, address parts, phone, personal number: string, '' while unanswered · date: 'YYYY-MM-DD',
 * partial-date: that or 'YYYY-MM' or 'YYYY' (strings: `birth_date <= context.today` compares) · integer, money: int ·
 * decimal: double · boolean, pledge: bool, false while unanswered · multi: list of strings · file: list of file ids ·
 * address: { province, commune, detail } · group: list of objects.
 * An unanswered date or number makes what reads it undecided (`!married || years > 3` still holds for the unmarried): an
 * undecided `visible` hides, `required` does not require, a check does not speak. `answered(key)` asks for presence.
 * Functions: `age(birth, day)` full years · `days(from, to)` · `add_years(day, n)` · `fold(text)` without diacritics ·
 * `unbroken(periods, from, to)`: a list of objects with `from` and `to` (unanswered: still going on) covers every day.
 *
 * What a fact of reference rests on: `basis` names the rule; `confirm` marks what is not verified and says what to confirm.
 */
import { type Static, type TObject, type TProperties, Type } from 'typebox';
import type { LocalText } from '../i18n/local-text.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' });
const Code = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' });
/** A CEL expression that gives a bool. */
const Condition = Type.String({ minLength: 1, maxLength: 10_000 });
const Confirm = Type.Union([Type.Literal(true), Type.String({ minLength: 1 })]);

export const LocalTextSchema = Type.Object(
  { vi: Type.String({ minLength: 1, maxLength: 4000 }), en: Type.Optional(Type.String({ maxLength: 4000 })) },
  { additionalProperties: false },
);

/** Patterns are named, never written in a form: see patterns.ts for what each allows and the sentence when it does not. */
export const PATTERNS = [
  'person-name',
  'letters',
  'digits',
  'code',
  'passport',
  'tax-code',
  'parcel',
  'vsic',
  'url',
] as const;
const Pattern = Type.Unsafe<PatternName>(Type.Enum([...PATTERNS]));

/** Error sentences a field may word itself; the others have a general sentence. `format` is a value of the wrong kind. */
export const ERROR_CODES = [
  'required',
  'format',
  'min',
  'max',
  'too-short',
  'too-long',
  'not-offered',
  'too-few',
  'too-many',
] as const;
const Errors = Type.Unsafe<Partial<Record<ErrorCode, LocalText>>>(
  closed(Object.fromEntries(ERROR_CODES.map((code) => [code, Type.Optional(LocalTextSchema)]))),
);

/** Room for two of the longest keys of a definition (60) with a dot between them. */
export const OPTION_VALUE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

/** One choice of a list. `value` is what is stored and what conditions compare with. */
export const OptionSchema = closed({
  value: Type.String({ pattern: OPTION_VALUE.source }),
  label: LocalTextSchema,
  hint: Type.Optional(LocalTextSchema),
  confirm: Type.Optional(Confirm),
});

/** Wrong (`refuse`) or merely unlikely (`warn`, never a refusal) when `when` is true. `at`: the field it is shown at, relative to where the check stands. */
export const CheckSchema = closed({
  code: Code,
  effect: Type.Union([Type.Literal('refuse'), Type.Literal('warn')]),
  when: Condition,
  at: Type.String({ pattern: '^[a-z0-9_.]{1,120}$' }),
  message: LocalTextSchema,
  basis: Type.Optional(Type.String()),
  confirm: Type.Optional(Confirm),
});

const asked = {
  key: Key,
  label: LocalTextSchema,
  hint: Type.Optional(LocalTextSchema),
  visible: Type.Optional(Condition),
  basis: Type.Optional(Type.String()),
  confirm: Type.Optional(Confirm),
};

/** What every field that takes an answer may say. `required` is true unless said otherwise. `personal` values are masked in lists and logs. */
const answered = {
  ...asked,
  required: Type.Optional(Type.Union([Type.Boolean(), Condition])),
  personal: Type.Optional(Type.Boolean()),
  /** A path in the sources: `account.full_name`, `population.residence`. Inside a block it is relative to the block's `prefill`. */
  prefill: Type.Optional(Type.String({ pattern: '^[a-z0-9_.]{1,120}$' })),
  errors: Type.Optional(Errors),
};

const whole = Type.Integer({ minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 });
/** A day, or `today`. */
const DayLimit = Type.String({ pattern: '^(today|\\d{4}-\\d{2}-\\d{2})$' });
/** Options: written here, or a named list the program knows (`ethnicities`, `nationalities`, `provinces`, `communes`). */
const choices = {
  options: Type.Optional(Type.Array(OptionSchema, { minItems: 1, maxItems: 300 })),
  list: Type.Optional(Code),
};

/** The kinds of field that hold one answer. */
export const SIMPLE_FIELDS = {
  text: kind('text', {
    ...answered,
    minLength: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })), // 200 unless said
    pattern: Type.Optional(Pattern),
    capitals: Type.Optional(Type.Boolean()), // printed in capitals, as names on civil-status papers are
    default: Type.Optional(Type.String()),
  }),
  textarea: kind('textarea', { ...answered, maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }), // 2000 unless said
  date: kind('date', { ...answered, min: Type.Optional(DayLimit), max: Type.Optional(DayLimit) }),
  'partial-date': kind('partial-date', { ...answered, min: Type.Optional(DayLimit), max: Type.Optional(DayLimit) }),
  time: kind('time', answered), // 'HH:MM'
  integer: kind('integer', {
    ...answered,
    min: Type.Optional(whole),
    max: Type.Optional(whole),
    unit: Type.Optional(LocalTextSchema),
    default: Type.Optional(whole),
  }),
  decimal: kind('decimal', {
    ...answered,
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    digits: Type.Optional(Type.Integer({ minimum: 1, maximum: 6 })), // after the comma; 2 unless said
    unit: Type.Optional(LocalTextSchema),
  }),
  money: kind('money', { ...answered, min: Type.Optional(whole), max: Type.Optional(whole) }), // whole đồng
  boolean: kind('boolean', { ...answered, default: Type.Optional(Type.Boolean()) }), // Có / Không
  pledge: kind('pledge', answered), // a box that must be ticked (cam đoan)
  choice: kind('choice', {
    ...answered,
    ...choices,
    display: Type.Optional(Type.Union([Type.Literal('radio'), Type.Literal('select')])), // radio up to 7 options
    default: Type.Optional(Type.String()),
  }),
  multi: kind('multi', { ...answered, ...choices, min: Type.Optional(whole), max: Type.Optional(whole) }),
  address: kind('address', {
    ...answered,
    parts: Type.Optional(Type.Union([Type.Literal('commune'), Type.Literal('detail')])),
  }), // `commune`: no house and street
  'personal-number': kind('personal-number', answered),
  phone: kind('phone', answered),
  email: kind('email', answered),
  file: kind('file', {
    ...answered,
    component: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), // code of a component of the procedure
    max: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })), // files; 5 unless said
  }),
  info: kind('info', asked), // a text to read: label is the text; takes no answer
};

const SimpleField = Type.Unsafe<SimpleField>(Type.Union(Object.values(SIMPLE_FIELDS)));

const SharedUse = {
  use: Type.Optional(Code),
  except: Type.Optional(Type.Array(Type.String())),
  /** Properties of the block's fields to change, by key (`requester.relation` for one inside an inner block). */
  adjust: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()))),
  checks: Type.Optional(Type.Array(CheckSchema)),
};

/** A hidden block is not asked as a whole. `prefill` is the source its fields' own `prefill` paths start from (`account`, `population.mother`). */
const blockOf = <T extends TProperties>(fields: T) =>
  kind('block', {
    ...asked,
    ...SharedUse,
    ...fields,
    prefill: Type.Optional(Type.String({ pattern: '^[a-z0-9_.]{1,80}$' })),
  });

const InnerBlock = blockOf({ fields: Type.Optional(Type.Array(SimpleField, { maxItems: 60 })) });
const InnerField = Type.Union([SimpleField, InnerBlock]);
const InnerFields = { fields: Type.Optional(Type.Array(InnerField, { maxItems: 60 })) };

export const BlockSchema = blockOf(InnerFields);
/**
 * Repeating rows. `item` names one row ("Thời gian cư trú"); min 0 and max 20 unless said.
 * `folded` is the key of a text inside: a row that has one stands folded to a line with it, for rows of many questions.
 */
export const GroupSchema = kind('group', {
  ...asked,
  ...SharedUse,
  ...InnerFields,
  item: LocalTextSchema,
  folded: Type.Optional(Key),
  min: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
  max: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  errors: Type.Optional(Errors),
});

/** One section is one page of questions. */
export const SectionSchema = closed({
  key: Key,
  title: LocalTextSchema,
  hint: Type.Optional(LocalTextSchema),
  visible: Type.Optional(Condition),
  fields: Type.Array(Type.Union([SimpleField, BlockSchema, GroupSchema]), { minItems: 1, maxItems: 60 }),
});

export const FormDefinitionSchema = closed({
  code: Code,
  title: LocalTextSchema,
  /** The paper form it stands for, by its legal name ("Tờ khai đăng ký khai sinh"), and the rule that sets it. */
  paper: Type.Optional(LocalTextSchema),
  basis: Type.Optional(Type.String()),
  confirm: Type.Optional(Confirm),
  sections: Type.Array(SectionSchema, { minItems: 1, maxItems: 40 }),
  checks: Type.Optional(Type.Array(CheckSchema, { maxItems: 100 })),
});

/** A set of fields used in many forms: `use: <code>`. */
const SharedBlockSchema = closed({
  code: Code,
  title: LocalTextSchema,
  fields: Type.Array(InnerField),
  checks: Type.Optional(Type.Array(CheckSchema)),
});

type SimpleFields = typeof SIMPLE_FIELDS;
export type SimpleField = { [K in keyof SimpleFields]: Static<SimpleFields[K]> }[keyof SimpleFields];
export type InnerBlock = Static<typeof InnerBlock>;
export type Block = Static<typeof BlockSchema>;
export type Group = Static<typeof GroupSchema>;
export type Field = SimpleField | Block | Group;
export type Check = Static<typeof CheckSchema>;
export type Section = Static<typeof SectionSchema>;
export type FormDefinition = Static<typeof FormDefinitionSchema>;
export type SharedBlock = Static<typeof SharedBlockSchema>;
export type PatternName = (typeof PATTERNS)[number];
export type ErrorCode = (typeof ERROR_CODES)[number];

function kind<const K extends string, T extends TProperties>(name: K, properties: T) {
  return closed({ kind: Type.Literal(name), ...properties });
}

function closed<T extends TProperties>(properties: T): TObject<T> {
  return Type.Object(properties, { additionalProperties: false });
}
