/** Slip templates: what each slip of the one-stop rules says, as data; compiled against the fields that its meaning has. */
import { type Static, Type } from 'typebox';
import { shapeOf } from '../../pack/check-shape.ts';
import { type Fault, fault } from '../../pack/fault.ts';
import type { Signer } from '../paper/paper.ts';
import { compileBlocks, type ComposeBlocks, type Vocabulary } from '../templates/compile-blocks.ts';
import { missingPlaces } from '../templates/missing-places.ts';
import { closed, Path, TemplateBody } from '../templates/template-block.ts';
import { compileText, fillName, fillText, type Place } from '../templates/template-text.ts';
import {
  OFFICE_FIELDS,
  type PrintedContext,
  type SlipField,
  type SlipFields,
  type SlipRow,
  type SlipRows,
} from './slip-field.ts';
import { SLIP_FAMILIES, SLIP_MEANINGS, type SlipMeaning } from './slip-forms.ts';
import { SLIP_FIELDS } from './slip-data.ts';

const Line = Type.String({ minLength: 1, maxLength: 200 });

/** What a new rule, or an administrator, may word anew. */
export const SLIP_WORDING = {
  title: Line,
  /** `Mẫu số 01`. */
  number: Type.Optional(Line),
  /** `Thông tư 03/2025/TT-VPCP`. */
  rule: Type.Optional(Line),
  body: TemplateBody,
  signers: Type.Array(closed({ title: Line, note: Type.Optional(Line), name: Line }), { maxItems: 3 }),
};

/** What stays with the slip whoever words it. */
export const SLIP_NATURE = {
  meaning: Type.Union(SLIP_MEANINGS.map((meaning) => Type.Literal(meaning))),
  family: Type.Union(SLIP_FAMILIES.map((family) => Type.Literal(family))),
  /** Fields that the rule asks for. */
  required: Type.Array(Path, { maxItems: 40 }),
};

export const SlipTemplateSchema = closed({
  ...SLIP_NATURE,
  ...SLIP_WORDING,
  /** What is still to be compared with the printed rule. Never printed. */
  confirm: Type.Optional(Type.String({ minLength: 1 })),
});
export type SlipTemplate = Static<typeof SlipTemplateSchema>;

const readShape = shapeOf(SlipTemplateSchema);

export interface SlipScope {
  readonly data: never;
  readonly context: PrintedContext;
  readonly row?: { readonly values: SlipRow; readonly index: number };
}

export interface CompiledSlip {
  readonly template: SlipTemplate;
  readonly compose: ComposeBlocks<SlipScope>;
  readonly sign: (scope: SlipScope) => Signer[];
}

export type CompiledSlipTemplate =
  | { readonly compiled: CompiledSlip; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly compiled?: undefined };

export function compileSlip(value: unknown): CompiledSlipTemplate {
  const shaped = readShape(value);
  if (shaped.faults) return { faults: shaped.faults };
  const template = shaped.value;
  const faults: Fault[] = [];
  const vocabulary = slipVocabulary(template.meaning);
  const compose = compileBlocks(template.body, vocabulary, faults);
  const place: Parameters<typeof compileText<SlipScope>>[2] = (placeholder) => vocabulary.place(placeholder, undefined);
  const signers = template.signers.map(({ title, note, name }, index) => ({
    title: compileText(title, `signers.${index}.title`, place, faults),
    note,
    name: compileText(name, `signers.${index}.name`, place, faults),
  }));
  faults.push(
    ...missingPlaces(
      template,
      template.signers.flatMap(({ title, name }) => [title, name]),
    ),
  );
  if (faults.length > 0) return { faults };
  const electronic = signsElectronically(template.meaning);
  const sign = (scope: SlipScope): Signer[] =>
    signers.map(({ title, note, name }, index) => ({
      title: [fillText(title, scope)],
      ...(note === undefined ? {} : { note }),
      name: fillName(name, scope),
      ...(electronic && index === signers.length - 1 ? { electronicMark: true } : {}),
    }));
  return { compiled: { template, compose, sign } };
}

/** What leaves the office under its head's name is signed electronically; slips between counter and applicant by hand. */
const signsElectronically = (meaning: SlipMeaning): boolean => meaning === 'apology' || meaning === 'stop-notice';

/** Every field of a slip by its name, the office's first. */
export const fieldsOf = (meaning: SlipMeaning): SlipFields<never> => {
  const { fields, rows } = SLIP_FIELDS[meaning] as unknown as SlipFields<never>;
  return { fields: { ...(OFFICE_FIELDS as Readonly<Record<string, SlipField<never>>>), ...fields }, rows };
};

const FORMATS: Readonly<Record<string, (text: string) => string>> = {
  /** THỦ TRƯỞNG CƠ QUAN. */
  upper: (text) => text.toLocaleUpperCase('vi'),
  /** Ngày …, at the beginning of a sentence. */
  capital: (text) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1),
};

function slipVocabulary(meaning: SlipMeaning): Vocabulary<SlipScope> {
  const { fields, rows } = fieldsOf(meaning);
  return {
    place({ path, format }, each) {
      const write = format === undefined ? (text: string) => text : FORMATS[format];
      const found = write && ((each !== undefined && rowPlace(rows[each], path)) || fieldPlace(fields[path]));
      return (
        found &&
        write && {
          ...found,
          read(scope) {
            const text = found.read(scope);
            return text === undefined ? undefined : write(text);
          },
        }
      );
    },
    rows(each) {
      const group = rows[each];
      return (
        group && ((scope) => group.read(scope.data).map((values, index) => ({ ...scope, row: { values, index } })))
      );
    },
    when(source, at, faults) {
      const [field, group] = [fields[source], rows[source]];
      if (field) return ({ data, context }) => (field.read(data, context) ?? '') !== '';
      if (group) return ({ data }) => group.read(data).length > 0;
      faults.push(
        fault('documents.unknown-field', at, `Không có trường “${source}”.`, `There is no field “${source}”.`),
      );
      return undefined;
    },
  };
}

function rowPlace(group: SlipRows<never> | undefined, path: string): Place<SlipScope> | undefined {
  if (!group) return undefined;
  if (path === 'index') return { read: ({ row }) => String((row?.index ?? 0) + 1) };
  const value = group.values[path];
  return value && { read: ({ row }) => row?.values[path], ...(value.optional && { optional: true }) };
}

const fieldPlace = (field: SlipField<never> | undefined): Place<SlipScope> | undefined =>
  field && { read: ({ data, context }) => field.read(data, context), ...(field.own && { own: true }) };
