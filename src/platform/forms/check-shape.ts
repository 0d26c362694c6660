/** The shape of a form definition: each field is checked against the schema of its kind, so that a mistake is told where it stands. */
import { Type } from 'typebox';
import { type Fault, fault } from '../pack/fault.ts';
import { shapeOf } from '../pack/check-shape.ts';
import { BlockSchema, FormDefinitionSchema, GroupSchema, SectionSchema, SIMPLE_FIELDS } from './definition.ts';

const anyFields = Type.Array(Type.Unknown(), { maxItems: 60 });
const optionalFields = { fields: Type.Optional(anyFields) };
const closed = { additionalProperties: false };

const section = Type.Object(
  { ...SectionSchema.properties, fields: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 60 }) },
  closed,
);
const formShape = shapeOf(
  Type.Object(
    { ...FormDefinitionSchema.properties, sections: Type.Array(section, { minItems: 1, maxItems: 40 }) },
    closed,
  ),
);
const fieldShapes = new Map<unknown, (value: unknown) => { faults?: readonly Fault[] }>([
  ...Object.entries(SIMPLE_FIELDS).map(([kind, schema]) => [kind, shapeOf(schema)] as const),
  ['block', shapeOf(Type.Object({ ...BlockSchema.properties, ...optionalFields }, closed))],
  ['group', shapeOf(Type.Object({ ...GroupSchema.properties, ...optionalFields }, closed))],
]);

export function checkShape(definition: unknown): Fault[] {
  const { faults } = formShape(definition);
  if (faults) return told(faults);
  const { sections } = definition as { sections: { key: string; fields: unknown[] }[] };
  return sections.flatMap((one) =>
    one.fields.flatMap((field, index) => checkFieldShape(field, `sections.${one.key}.fields.${index}`)),
  );
}

/** One field, block or group and what is inside it. */
export function checkFieldShape(field: unknown, at: string): Fault[] {
  const { kind, key, fields } = (field ?? {}) as { kind?: unknown; key?: unknown; fields?: unknown };
  const place = typeof key === 'string' ? `${at} (${key})` : at;
  const shape = fieldShapes.get(kind);
  if (shape === undefined)
    return [fault('forms.unknown-kind', place, 'Không có kiểu trường như vậy.', 'There is no field of this kind.')];
  const own = told(shape(field).faults).map((one) => ({ ...one, at: one.at === '' ? place : `${place}.${one.at}` }));
  if (own.length > 0 || !Array.isArray(fields)) return own;
  return fields.flatMap((inner, index) => checkFieldShape(inner, `${at}.fields.${index}`));
}

/** A value that does not fit has at least one fault, even where the checker stopped counting before it came to a telling one. */
function told(faults: readonly Fault[] | undefined): Fault[] {
  if (faults === undefined) return [];
  const general = fault('pack.shape', '', 'Không đúng khuôn dạng.', 'Not the expected shape.');
  return faults.length > 0 ? [...faults] : [general];
}
