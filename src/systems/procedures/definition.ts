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
import { type Static, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { ComponentSchema } from './component-definition.ts';
import {
  closed,
  Confirm,
  ConditionText,
  DayText,
  FieldKey,
  Key,
  METHODS,
  oneOf,
  TermText,
} from './definition-atoms.ts';
import { FeeSchema } from './fee-definition.ts';
import { ProcessSchema } from './process-definition.ts';

export const LEVELS = ['province', 'district', 'commune'] as const;
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
const Validity = closed({ from: Type.Optional(DayText), to: Type.Optional(DayText) });

/** How long it takes: `value` computes, `text` is what the record says where no single value can. Both when they differ in detail. */
const TermSpec = closed({
  value: Type.Optional(TermText),
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
  when: Type.Optional(ConditionText),
  term: TermSpec,
});

/**
 * A certified copy: the list of the form that says what is copied, and the component whose pictures are printed behind the
 * attestation. `titled`: the question of the list that holds a paper's title; `paper_title` when absent.
 */
const CertifiedCopy = closed({ listed: FieldKey, titled: Type.Optional(FieldKey), scanned: Key });

const Result = closed({
  key: Key,
  name: LocalTextSchema,
  kind: oneOf(['paper', 'register-entry', 'notice', 'none']),
  /** Key of the result template in the pack's documents. */
  template: Type.Optional(Key),
  originals: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
  copy: Type.Optional(CertifiedCopy),
  validity: Type.Optional(TermSpec),
  when: Type.Optional(ConditionText),
  confirm: Confirm,
});

const LegalBasis = closed({
  number: Type.String({ minLength: 1, maxLength: 80 }),
  title: LocalTextSchema,
  articles: Type.Optional(Type.Array(Type.String({ maxLength: 40 }))),
  confirm: Confirm,
});

/** The applicant confirms the draft result; silence confirms it (hộ tịch online). */
const DraftConfirmation = closed({
  after: TermText,
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
    after: TermText,
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
  components: Type.Array(ComponentSchema),
  fees: Type.Array(FeeSchema),
  results: Type.Array(Result, { minItems: 1 }),
  legalBasis: Type.Array(LegalBasis),
  /** The commune section that handles it (`economy`, `culture-society`); the office when absent. */
  section: Type.Optional(Key),
  /** A check with other bodies has a clock of its own, beside or inside the term as the text of the term says. */
  verification: Type.Optional(closed({ term: TermText, confirm: Confirm })),
  /** Absent: the general process of the deciding level (general-process.ts). */
  process: Type.Optional(ProcessSchema),
  /** Code of a form in the pack; absent: a general form is composed from the components. */
  form: Type.Optional(Key),
  draftConfirmation: Type.Optional(DraftConfirmation),
  silence: Silence,
  /** What a reader should know about this data: two records that disagree, a rule that changed. */
  remarks: Type.Optional(Type.Array(LocalTextSchema)),
});

export type ProcedureDefinition = Static<typeof ProcedureDefinitionSchema>;
export type TermSpec = Static<typeof TermSpec>;
export type CertifiedCopy = Static<typeof CertifiedCopy>;
export type Level = (typeof LEVELS)[number];
export type Subject = (typeof SUBJECTS)[number];
