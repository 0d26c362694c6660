/**
 * Result template: what a result paper says, as data (YAML in the province pack, JSON in the database).
 *
 * `form` names the form whose answers the paper prints; `fields` are what the office adds while it decides (book, number
 * of a register, amounts), in the format of forms, answered under the key `result`. Texts hold `{path}` or
 * `{path|format}`: a path in the answers (`child.full_name`, `result.book`), or one of `issue`: agency, parent, place,
 * dossier_code, received_on, decided_on, signer_name. Unanswered prints an ellipsis. In a list or table over `each`
 * (a group) paths are those of the row, and `{index}` counts from 1. Formats: see formats.ts. `when` is CEL over the
 * answers. What a wording rests on: `basis` names the rule; `confirm` marks what is still to be compared with it.
 */
import { type Static, Type } from 'typebox';
import { LocalTextSchema, SIMPLE_FIELDS } from '../../forms/definition.ts';

const closed = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });
const Path = Type.String({ pattern: '^[a-z][a-z0-9_.]{0,119}$' });
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const when = { when: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })) };
const LabelledValue = closed({ label: Text, value: Text });

export const TemplateBlockSchema = Type.Union([
  closed({ kind: Type.Literal('title'), text: Text, under: Type.Optional(Text), ...when }),
  closed({ kind: Type.Literal('heading'), text: Text, ...when }),
  closed({ kind: Type.Literal('fields'), fields: Type.Array(LabelledValue, { minItems: 1, maxItems: 4 }), ...when }),
  closed({
    kind: Type.Literal('text'),
    /** Bold words before the text: `Điều 1.` */
    lead: Type.Optional(Text),
    text: Text,
    align: Type.Optional(Type.Union([Type.Literal('left'), Type.Literal('center')])),
    indent: Type.Optional(Type.Boolean()),
    ...when,
  }),
  closed({ kind: Type.Literal('list'), each: Type.Optional(Path), items: Type.Array(Text, { minItems: 1 }), ...when }),
  closed({
    kind: Type.Literal('table'),
    each: Path,
    columns: Type.Array(closed({ heading: Text, value: Text, weight: Type.Number({ minimum: 1 }) }), { minItems: 1 }),
    ...when,
  }),
]);

export const ResultTemplateSchema = closed({
  code: Code,
  title: LocalTextSchema,
  form: Code,
  basis: Type.Optional(Type.String()),
  confirm: Type.Optional(Type.Union([Type.Literal(true), Type.String({ minLength: 1 })])),
  /** Follows the clerk's running number: `GPXD`, or `{year}`. */
  symbol: Type.String({ minLength: 1, maxLength: 40 }),
  /** What the office fills in before the paper can be printed. */
  fields: Type.Array(Type.Union(Object.values(SIMPLE_FIELDS)), { maxItems: 40 }),
  body: Type.Array(TemplateBlockSchema, { minItems: 1, maxItems: 100 }),
  signer: closed({
    /** Lines above the position: `TM. ỦY BAN NHÂN DÂN`. */
    above: Type.Optional(Type.Array(Text)),
    /** People who sign on paper beside the authority: `NGƯỜI ĐI ĐĂNG KÝ`. */
    beside: Type.Optional(Type.Array(Text, { maxItems: 2 })),
  }),
  /** Where the paper is sent: `- Như trên;`. */
  recipients: Type.Optional(Type.Array(Text)),
});

export type ResultTemplateDefinition = Static<typeof ResultTemplateSchema>;
export type TemplateBlock = Static<typeof TemplateBlockSchema>;
