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
import { closed, Path, TemplateBody, Text } from '../templates/template-block.ts';

const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{0,59}$' });

export const ResultTemplateSchema = closed({
  code: Code,
  title: LocalTextSchema,
  /** Left out: a general letter, which serves any form and names no answer of one. */
  form: Type.Optional(Code),
  basis: Type.Optional(Type.String()),
  confirm: Type.Optional(Type.Union([Type.Literal(true), Type.String({ minLength: 1 })])),
  /** Follows the clerk's running number: `GPXD`, or `{year}`. */
  symbol: Type.String({ minLength: 1, maxLength: 40 }),
  /** What the office fills in before the paper can be printed. */
  fields: Type.Array(Type.Union(Object.values(SIMPLE_FIELDS)), { maxItems: 40 }),
  body: TemplateBody,
  /** Places that the rule asks for: whoever writes the template anew keeps them. */
  required: Type.Optional(Type.Array(Path, { maxItems: 40 })),
  /** The same, of which some cases alone speak: they may stand under a condition. */
  requiredSometimes: Type.Optional(Type.Array(Path, { maxItems: 40 })),
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
