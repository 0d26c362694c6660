/** Slips as the province pack writes them: a meaning, its wording, and the forms that rules have given it from a day on. */
import { type Static, Type } from 'typebox';
import { shapeOf } from '../../pack/check-shape.ts';
import { type Fault, fault, faultsIn } from '../../pack/fault.ts';
import { type PackFile, readPackYaml } from '../../pack/read-yaml.ts';
import { closed } from '../templates/template-block.ts';
import type { PackTemplate } from '../templates/pack-template.ts';
import type { SlipFamily, SlipMeaning } from './slip-forms.ts';
import { compileSlip, SLIP_NATURE, SLIP_WORDING, type SlipTemplate } from './slip-template.ts';

const { meaning, required, family } = SLIP_NATURE;
const { title, number, rule, body, signers } = SLIP_WORDING;

const SlipFile = closed({
  meaning,
  required,
  forms: Type.Array(
    closed({
      family,
      title,
      number,
      rule,
      /** The first day of the form; without it, since before the records of this program begin. */
      from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      confirm: Type.Optional(Type.String({ minLength: 1 })),
      /** Where this form says something else. */
      body: Type.Optional(body),
    }),
    { minItems: 1, maxItems: 40 },
  ),
  body,
  signers,
});

const readShape = shapeOf(SlipFile);

/** Before any record of this program. */
export const BEGINNING = '1900-01-01';

/** Of a family without a slip of that meaning there is no template: the one-stop one serves it. */
export const slipCode = (of: SlipMeaning, whose: SlipFamily): string =>
  whose === 'one-stop' ? `slip-${of}` : `slip-${of}-${whose}`;

/** Every form of every slip, oldest first; or every fault with its file. */
export function readSlips(
  files: readonly PackFile[],
):
  | { readonly templates: PackTemplate<SlipTemplate>[]; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly templates?: undefined } {
  const faults: Fault[] = [];
  const templates = files.flatMap((file) => readFile(file, faults));
  return faults.length > 0 ? { faults } : { templates };
}

function readFile(file: PackFile, faults: Fault[]): PackTemplate<SlipTemplate>[] {
  const yaml = readPackYaml(file.text);
  const shaped = yaml.faults ? yaml : readShape(yaml.value);
  if (shaped.faults) {
    faults.push(...faultsIn(file.name, shaped.faults));
    return [];
  }
  const templates = formsOf(shaped.value);
  for (const { code, from, content } of templates) {
    faults.push(...faultsIn(`${file.name}: ${code} ${from}`, compileSlip(content).faults ?? []));
    if (templates.filter((one) => one.code === code && one.from === from).length > 1)
      faults.push(fault('documents.form-twice', file.name, 'Hai mẫu cùng ngày.', 'Two forms of the same day.'));
  }
  return templates;
}

const formsOf = ({ forms, ...slip }: Static<typeof SlipFile>): PackTemplate<SlipTemplate>[] =>
  forms
    .map(({ from = BEGINNING, ...form }) => ({
      code: slipCode(slip.meaning, form.family),
      from,
      content: { ...slip, ...form },
    }))
    .toSorted((a, b) => a.from.localeCompare(b.from));
