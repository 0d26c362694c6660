/** Published lines: what the province's own definition says where a national record has a field for it. Pure. */
import type { ProcedureDefinition } from './definition.ts';
import { type RecordField, termLine } from './import/record-difference.ts';

export const publishedLines = (definition: ProcedureDefinition): Partial<Record<RecordField, readonly string[]>> => ({
  name: [definition.name.vi],
  field: [definition.field.name.vi],
  channels: [
    termLine({ ...(definition.term.value && { value: definition.term.value }), text: definition.term.text?.vi ?? '' }),
    ...definition.fees.map(({ name, text }) => [name.vi, text?.vi ?? ''].filter((part) => part !== '').join(': ')),
  ],
  components: definition.components.map(({ name }) => name.vi),
  results: definition.results.map(({ name }) => name.vi),
  legalBasis: definition.legalBasis.map(({ number, title }) =>
    [number, title.vi].filter((part) => part !== '').join(' – '),
  ),
});
