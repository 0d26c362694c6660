/** Components (thành phần hồ sơ) in a procedure definition. */
import { type Static, Type } from 'typebox';
import { LocalTextSchema } from '../../platform/forms/definition.ts';
import { closed, Confirm, ConditionText, FieldKey, Key, oneOf, RoleKey } from './definition-atoms.ts';

/**
 * A paper, a form or a fact the dossier needs (thành phần hồ sơ).
 * `handed-in` goes into the dossier; `shown` is compared and given back; `data` is looked up by the office and asked on
 * paper only when not found; `guidance` is a note that asks for nothing.
 */
export const ComponentSchema = closed({
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
  when: Type.Optional(ConditionText),
  /** The same in words, for the procedure page. */
  condition: Type.Optional(LocalTextSchema),
  /** Codes of registers: found there, nothing is asked. */
  replacedBy: Type.Optional(Type.Array(Key, { minItems: 1 })),
  /** What a register of `replacedBy` must know of a person for this paper not to be asked for; without it the office looks by hand. */
  fact: Type.Optional(oneOf(['identity', 'residence'])),
  /** Blocks of the form that describe those persons; the applicant when absent. */
  factOf: Type.Optional(Type.Array(FieldKey, { minItems: 1 })),
  /** Codes of procedures whose result is this paper: who holds one in force uses it again. */
  resultOf: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1 })),
  /** Originals may follow when the result is collected. */
  due: Type.Optional(oneOf(['submission', 'collection'])),
  /** Only these roles may open the file (health papers). */
  sealedFor: Type.Optional(Type.Array(RoleKey)),
  confirm: Confirm,
});

export type Component = Static<typeof ComponentSchema>;
