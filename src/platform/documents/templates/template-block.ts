/** Blocks of a template: what stands on a paper from top to bottom, as a person writes it. Slips and result papers are made of the same. */
import { type Static, Type } from 'typebox';

export const closed = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

export const Path = Type.String({ pattern: '^[a-z][a-z0-9_.]{0,119}$' });
export const Text = Type.String({ minLength: 1, maxLength: 2000 });
/** CEL over the answers of a result paper's form; on a slip the name of a value that must be there. */
const when = { when: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })) };
const LabelledValue = closed({ label: Text, value: Text });
const Align = Type.Union([Type.Literal('left'), Type.Literal('center')]);

export const TemplateBlockSchema = Type.Union([
  closed({ kind: Type.Literal('title'), text: Text, under: Type.Optional(Text), ...when }),
  closed({ kind: Type.Literal('heading'), text: Text, ...when }),
  closed({ kind: Type.Literal('fields'), fields: Type.Array(LabelledValue, { minItems: 1, maxItems: 4 }), ...when }),
  closed({
    kind: Type.Literal('text'),
    /** Bold words before the text: `Điều 1.` */
    lead: Type.Optional(Text),
    text: Text,
    align: Type.Optional(Align),
    indent: Type.Optional(Type.Boolean()),
    ...when,
  }),
  closed({
    kind: Type.Literal('list'),
    each: Type.Optional(Path),
    items: Type.Array(Text, { minItems: 1, maxItems: 50 }),
    ...when,
  }),
  closed({
    kind: Type.Literal('table'),
    each: Path,
    columns: Type.Array(
      closed({ heading: Text, value: Text, weight: Type.Number({ minimum: 1 }), align: Type.Optional(Align) }),
      { minItems: 1, maxItems: 12 },
    ),
    ...when,
  }),
]);

export type TemplateBlock = Static<typeof TemplateBlockSchema>;
export const MOST_BLOCKS = 100;
export const TemplateBody = Type.Array(TemplateBlockSchema, { minItems: 1, maxItems: MOST_BLOCKS });

/** Every text of a block that has places, with the row they are read in. */
export function textsOf(block: TemplateBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [block.text, block.under ?? ''];
    case 'heading':
    case 'text':
      return [block.text];
    case 'fields':
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case 'list':
      return block.items;
    case 'table':
      return block.columns.map(({ value }) => value);
  }
}
