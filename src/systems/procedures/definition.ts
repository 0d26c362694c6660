/**
 * Procedure definition (định nghĩa thủ tục hành chính): one version of one administrative procedure, as data.
 *
 * Written as YAML in the province pack, kept as immutable JSON in `procedures.version`. It holds the parts that
 * NĐ 63/2010/NĐ-CP Art. 8.2 names: name, order of steps, ways of doing it, papers, term, who it is for, who decides, form,
 * result, conditions, fees. Terms are texts such as `3wd` (working days), `0wd` (same day), `8h`, `10d`, `1m`.
 *
 * `confirm` beside a value says that nobody has verified it against the rule, and why: `M` from memory, `?` uncertain,
 * `inf` inferred, `d` indicative until the people's council of the province sets it, `design` our own proposal. Pages show
 * such a value as "chờ xác nhận". A value without `confirm` was read in the text of the rule or in an official record.
 *
 * Conditions (`when`) are CEL over the answers of the form the version names, with the same `context`.
 */
import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';

const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Condition = Type.String({ minLength: 1, maxLength: 10_000 });
const Term = Type.String({ pattern: '^\\d{1,4}(wd|h|d|m)$' });
/** Working time of one step: `2h`, `30min`. */
const Budget = Type.String({ pattern: '^\\d{1,4}(h|min)$' });
const Dong = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
/** A place in the form's answers: `copies_count`, `originals`. */
const AnswerPath = Type.String({ pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$' });

export const CONFIRM_MARKS = ['M', '?', 'inf', 'd', 'design'] as const;
export type ConfirmMark = (typeof CONFIRM_MARKS)[number];
const Confirm = Type.Optional(oneOf(CONFIRM_MARKS));

export const LEVELS = ['province', 'district', 'commune'] as const;
export const METHODS = ['online', 'counter', 'post'] as const;
export const SUBJECTS = [
  'citizen',
  'foreigner',
  'overseas-vietnamese',
  'organisation',
  'enterprise',
  'cooperative',
  'household-business',
  'official',
] as const;

/** From which day to which day (both included). No `from`: since before this program; no `to`: until further notice. */
const Validity = closed({ from: Type.Optional(Day), to: Type.Optional(Day) });

/** How long it takes: `value` computes, `text` is what the record says where no single value can. Both when they differ in detail. */
const TermSpec = closed({
  value: Type.Optional(Term),
  text: Type.Optional(LocalTextSchema),
  confirm: Confirm,
});

/** Who decides: the commune or district of the place, its police, or a named unit of the organisation data. */
const Authority = Type.String({ pattern: '^(commune|district|commune-police|unit:[a-z0-9-]+)$' });

const LevelInEra = closed({ level: oneOf(LEVELS), authority: Authority, ...Validity.properties, confirm: Confirm });

/** One way to hand a dossier in. `term` only where it differs from the version's own. */
const Channel = closed({
  method: oneOf(METHODS),
  term: Type.Optional(TermSpec),
  note: Type.Optional(LocalTextSchema),
  confirm: Confirm,
});

/** A variant of the procedure with a term of its own. Its key is `context.case` in conditions. */
const Case = closed({
  key: Key,
  name: LocalTextSchema,
  code: Type.Optional(Type.String({ maxLength: 40 })),
  when: Type.Optional(Condition),
  term: TermSpec,
});

/**
 * A paper, a form or a fact the dossier needs (thành phần hồ sơ).
 * `handed-in` goes into the dossier; `shown` is compared and given back; `data` is looked up by the office and asked on
 * paper only when not found; `guidance` is a note that asks for nothing.
 */
const Component = closed({
  key: Key,
  name: LocalTextSchema,
  code: Type.Optional(Type.String({ maxLength: 60 })),
  handling: oneOf(['handed-in', 'shown', 'data', 'guidance']),
  /** `form`: the declaration itself. It is the e-form online, code `eFormCode`. */
  kind: Type.Optional(oneOf(['form', 'paper'])),
  eFormCode: Type.Optional(Type.String({ maxLength: 60 })),
  originals: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  copies: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  certified: Type.Optional(Type.Boolean()),
  /** Components of one group are alternatives: one of them is enough. */
  group: Type.Optional(Key),
  /** Asked for when true; always when absent. */
  when: Type.Optional(Condition),
  /** The same in words, for the procedure page. */
  condition: Type.Optional(LocalTextSchema),
  /** Codes of registers: found there, nothing is asked. */
  replacedBy: Type.Optional(Type.Array(Key, { minItems: 1 })),
  /** Originals may follow when the result is collected. */
  due: Type.Optional(oneOf(['submission', 'collection'])),
  /** Only these roles may open the file (health papers). */
  sealedFor: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2,4}$' }))),
  confirm: Confirm,
});

/** đồng = tiers by page, each page counted in the tier it falls in, at most `cap` a copy, times copies. */
const PageTier = closed({ from: Type.Integer({ minimum: 1 }), amount: Dong });

const Formula = Type.Union([
  closed({ kind: Type.Literal('fixed'), amount: Dong }),
  /** `amount` for each unit counted in the answers: a whole number, or a list (its length). */
  closed({ kind: Type.Literal('per-unit'), amount: Dong, count: AnswerPath }),
  /** Certified copies: `rows` is a group with whole numbers `pages` and `copies` (keys named here). */
  closed({
    kind: Type.Literal('page-tiers'),
    rows: AnswerPath,
    pages: AnswerPath,
    copies: AnswerPath,
    tiers: Type.Array(PageTier, { minItems: 1 }),
    cap: Type.Optional(Dong),
  }),
  /** The amount comes from another body's notice (tax); never computed here. */
  closed({ kind: Type.Literal('assessed'), by: LocalTextSchema }),
  /** Only words are known: shown, never charged. */
  closed({ kind: Type.Literal('text') }),
]);

const Fee = closed({
  key: Key,
  name: LocalTextSchema,
  /** Phí, lệ phí (Luật Phí và lệ phí 97/2015/QH13), giá, or a duty such as tax. */
  type: oneOf(['fee', 'charge', 'price', 'duty']),
  formula: Formula,
  text: Type.Optional(LocalTextSchema),
  channels: Type.Optional(Type.Array(oneOf(METHODS), { minItems: 1 })),
  when: Type.Optional(Condition),
  exempt: Type.Optional(LocalTextSchema),
  /** Asked at receipt, or while the dossier is processed (national status 6, the clock stops). */
  payable: Type.Optional(oneOf(['receipt', 'processing', 'return'])),
  confirm: Confirm,
});

const Result = closed({
  key: Key,
  name: LocalTextSchema,
  kind: oneOf(['paper', 'register-entry', 'notice', 'none']),
  /** Key of the result template in the pack's documents. */
  template: Type.Optional(Key),
  originals: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
  validity: Type.Optional(TermSpec),
  when: Type.Optional(Condition),
  confirm: Confirm,
});

const LegalBasis = closed({
  number: Type.String({ minLength: 1, maxLength: 80 }),
  title: LocalTextSchema,
  articles: Type.Optional(Type.Array(Type.String({ maxLength: 40 }))),
  confirm: Confirm,
});

/** A clock beside the term: a consultation, a measurement, a posting. What silence at its end means is part of it. */
const OwnClock = closed({ term: Term, silence: oneOf(['none', 'consent', 'proceed']), confirm: Confirm });

/** One step of the internal process (quy trình nội bộ), in order. A step without `budget` runs beside the term. */
const Step = closed({
  key: Key,
  name: LocalTextSchema,
  /** A role of the organisation data: TN, HT, CV, LP, CT, VT … */
  role: Type.String({ pattern: '^[A-Z]{2,4}$' }),
  /** Where: the one-stop office that received, the competent authority, one of its sections, or a named unit. */
  unit: Type.String({ pattern: '^(receiving|competent|section:[a-z-]+|unit:[a-z0-9-]+)$' }),
  budget: Type.Optional(Budget),
  /** Budgets that differ in a case, by case key. */
  budgets: Type.Optional(Type.Record(Key, Budget)),
  actions: Type.Array(
    oneOf([
      'receive',
      'examine',
      'ask-supplement',
      'refuse',
      'assign',
      'consult',
      'verify',
      'visit',
      'draft',
      'confirm-draft',
      'check',
      'send-back',
      'approve',
      'sign',
      'write-register',
      'ask-payment',
      'number',
      'seal',
      'return',
      'post-notice',
    ]),
    { minItems: 1 },
  ),
  /** Taken only when true. */
  guard: Type.Optional(Condition),
  /** The step waits for somebody outside and the term stops meanwhile. */
  pauses: Type.Optional(oneOf(['financial-obligation', 'draft-confirmation'])),
  ownClock: Type.Optional(OwnClock),
  confirm: Confirm,
});

const Process = closed({ steps: Type.Array(Step, { minItems: 2, maxItems: 40 }), confirm: Confirm });

/** The applicant confirms the draft result; silence confirms it (hộ tịch online). */
const DraftConfirmation = closed({
  after: Term,
  silence: Type.Literal('confirmed'),
  channels: Type.Array(oneOf(METHODS), { minItems: 1 }),
  afterStep: Key,
  pausesClock: Type.Boolean(),
  confirm: Confirm,
});

/** What the end of the term without an answer means. `consent` is a right the law gives in a few procedures only. */
const Silence = Type.Union([
  closed({ effect: Type.Literal('none') }),
  closed({
    effect: Type.Literal('consent'),
    after: Term,
    outcome: LocalTextSchema,
    basis: Type.String({ minLength: 1 }),
  }),
]);

export const ProcedureDefinitionSchema = closed({
  code: Type.String({ minLength: 1, maxLength: 40 }),
  /** Other codes of the same procedure: of an earlier list, of a province's own, each with its days. */
  aliases: Type.Optional(
    Type.Array(
      closed({ code: Type.String({ minLength: 1, maxLength: 40 }), ...Validity.properties, confirm: Confirm }),
    ),
  ),
  name: LocalTextSchema,
  /** What people call it: "sổ đỏ", "giấy độc thân". Found by search, never printed as the name. */
  synonyms: Type.Optional(Type.Array(Type.String({ minLength: 2, maxLength: 80 }), { maxItems: 20 })),
  valid: Validity,
  field: closed({ code: Key, national: Type.Optional(Type.String({ maxLength: 20 })), name: LocalTextSchema }),
  levels: Type.Array(LevelInEra, { minItems: 1 }),
  subjects: Type.Array(oneOf(SUBJECTS), { minItems: 1, uniqueItems: true }),
  /** `full`: toàn trình; `part`: một phần; `unknown` until somebody says. */
  online: closed({
    level: oneOf(['full', 'part', 'none', 'unknown']),
    reason: Type.Optional(LocalTextSchema),
    confirm: Confirm,
  }),
  term: TermSpec,
  channels: Type.Array(Channel, { minItems: 1 }),
  cases: Type.Optional(Type.Array(Case)),
  requirements: Type.Optional(Type.Array(closed({ text: LocalTextSchema, confirm: Confirm }))),
  components: Type.Array(Component),
  fees: Type.Array(Fee),
  results: Type.Array(Result, { minItems: 1 }),
  legalBasis: Type.Array(LegalBasis),
  /** The commune section that handles it (`economy`, `culture-society`); the office when absent. */
  section: Type.Optional(Key),
  /** A check with other bodies has a clock of its own, beside or inside the term as the text of the term says. */
  verification: Type.Optional(closed({ term: Term, confirm: Confirm })),
  /** Absent: the general process of the deciding level (general-process.ts). */
  process: Type.Optional(Process),
  /** Code of a form in the pack; absent: a general form is composed from the components. */
  form: Type.Optional(Key),
  draftConfirmation: Type.Optional(DraftConfirmation),
  silence: Silence,
  /** What a reader should know about this data: two records that disagree, a rule that changed. */
  remarks: Type.Optional(Type.Array(LocalTextSchema)),
});

export type ProcedureDefinition = Static<typeof ProcedureDefinitionSchema>;
export type Component = Static<typeof Component>;
export type Fee = Static<typeof Fee>;
export type Step = Static<typeof Step>;
export type TermSpec = Static<typeof TermSpec>;
export type Method = (typeof METHODS)[number];
export type Level = (typeof LEVELS)[number];
export type Subject = (typeof SUBJECTS)[number];

function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
}

function closed<T extends TProperties>(properties: T): TObject<T> {
  return Type.Object(properties, { additionalProperties: false });
}
