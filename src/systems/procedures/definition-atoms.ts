/** Small shapes that every part of a procedure definition is made of. */
import { type TObject, type TProperties, Type } from 'typebox';

export function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>(Type.Union(values.map((value) => Type.Literal(value))));
}

export function closed<T extends TProperties>(properties: T): TObject<T> {
  return Type.Object(properties, { additionalProperties: false });
}

export const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });
/** A field, block or list of a form, by its key. */
export const FieldKey = Type.String({ pattern: '^[a-z][a-z0-9_]{0,59}$' });
export const DayText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** CEL over the answers. */
export const ConditionText = Type.String({ minLength: 1, maxLength: 10_000 });
export const TermText = Type.String({ pattern: '^\\d{1,4}(wd|h|d|m)$' });
export const RoleKey = Type.String({ pattern: '^[A-Z]{2,4}$' });

/** Why a value is to be confirmed: M from memory, ? uncertain, inf inferred, d indicative, design our own proposal. */
export const CONFIRM_MARKS = ['M', '?', 'inf', 'd', 'design'] as const;
export const Confirm = Type.Optional(oneOf(CONFIRM_MARKS));

export const METHODS = ['online', 'counter', 'post'] as const;
