/** Fees (phí, lệ phí) in a procedure definition. */
import { type Static, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { closed, Confirm, ConditionText, Key, METHODS, oneOf } from './definition-atoms.ts';

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
  /** Asked at receipt, or while the dossier is processed (national status 6, the clock stops). */
  payable: Type.Optional(oneOf(['receipt', 'processing', 'return'])),
  confirm: Confirm,
});

export type Fee = Static<typeof FeeSchema>;
