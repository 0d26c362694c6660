/** Fees (phí, lệ phí) in a procedure definition. */
import { type Static, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { closed, Confirm, ConditionText, DayText, Key, METHODS, oneOf } from './definition-atoms.ts';

const Dong = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
/** A place in the form's answers: `copies_count`, `originals`. */
const AnswerPath = Type.String({ pattern: '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$' });

/** đồng = tiers by page, each page counted in the tier it falls in, at most `cap` a copy, times copies. */
const PageTier = closed({ from: Type.Integer({ minimum: 1 }), amount: Dong });

const Formula = Type.Union([
  closed({ kind: Type.Literal('fixed'), amount: Dong }),
  /** `amount` for each unit counted in the answers: a whole number, or a list (its entries). `unit` names one: `người`, `bản`. */
  closed({
    kind: Type.Literal('per-unit'),
    amount: Dong,
    count: AnswerPath,
    unit: Type.Optional(LocalTextSchema),
  }),
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

/** Both days included; judged on the day of submission. */
const Span = { from: Type.Optional(DayText), to: Type.Optional(DayText) };

/** The rule that makes it less. */
const Ground = closed({
  number: Type.String({ minLength: 1, maxLength: 80 }),
  articles: Type.Optional(Type.Array(Type.String({ maxLength: 40 }))),
  confirm: Confirm,
});

const Percent = Type.Integer({ minimum: 1, maximum: 100 });

/** Less for everybody who files in this way and at this time: half for filing online. */
const Reduction = closed({
  key: Key,
  name: LocalTextSchema,
  percent: Percent,
  channels: Type.Optional(Type.Array(oneOf(METHODS), { minItems: 1 })),
  ...Span,
  ground: Ground,
});

/** Less for those whom the law names (miễn, giảm): asked in the form, shown by a paper, confirmed or refused by the officer who accepts. */
const Exemption = closed({
  key: Key,
  name: LocalTextSchema,
  percent: Percent,
  ...Span,
  /** The paper that shows it. */
  evidence: LocalTextSchema,
  ground: Ground,
});

/** To how many whole đồng a reduced amount is rounded, and which way; down to one đồng unless said. */
const Rounding = closed({
  to: Type.Union([Type.Literal(1), Type.Literal(100), Type.Literal(500), Type.Literal(1000)]),
  way: oneOf(['down', 'nearest', 'up']),
});

export const FeeSchema = closed({
  key: Key,
  name: LocalTextSchema,
  /** Phí, lệ phí (Luật Phí và lệ phí 97/2015/QH13), giá, or a duty such as tax. */
  type: oneOf(['fee', 'charge', 'price', 'duty']),
  formula: Formula,
  text: Type.Optional(LocalTextSchema),
  channels: Type.Optional(Type.Array(oneOf(METHODS), { minItems: 1 })),
  when: Type.Optional(ConditionText),
  exempt: Type.Optional(LocalTextSchema),
  /** Days on which this line of the table counts; always when absent. */
  valid: Type.Optional(closed(Span)),
  reductions: Type.Optional(Type.Array(Reduction, { minItems: 1 })),
  exemptions: Type.Optional(Type.Array(Exemption, { minItems: 1 })),
  rounding: Type.Optional(Rounding),
  /** Asked at receipt, or while the dossier is processed (national status 6, the clock stops). */
  payable: Type.Optional(oneOf(['receipt', 'processing', 'return'])),
  confirm: Confirm,
});

export type Fee = Static<typeof FeeSchema>;
export type Exemption = Static<typeof Exemption>;
