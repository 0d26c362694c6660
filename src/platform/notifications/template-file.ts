/** Templates as the province pack writes them: one file each, checked before anything is sent with them. */
import { type Static, Type } from 'typebox';
import type { LocalText } from '../i18n/local-text.ts';
import { LOCALES } from '../i18n/texts.ts';
import { shapeOf } from '../pack/check-shape.ts';
import { type Fault, fault, faultsIn, repeated } from '../pack/fault.ts';
import { type PackFile, readPackYaml } from '../pack/read-yaml.ts';
import { smsText } from '../text/sms-text.ts';

const Text = Type.Object(
  { vi: Type.String({ minLength: 1, maxLength: 4000 }), en: Type.String({ minLength: 1, maxLength: 4000 }) },
  { additionalProperties: false },
);

const TemplateFile = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z-]+\\.[a-z-]+$', maxLength: 80 }),
    kind: Type.Union([Type.Literal('legal'), Type.Literal('courtesy')]),
    valid_from: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
    /** What the program fills in; each may stand in braces in the texts. */
    values: Type.Array(Type.String({ pattern: '^[a-z_]+$' }), { maxItems: 20 }),
    subject: Text,
    /** In the portal and by e-mail. */
    body: Text,
    /** Left out where a text message would say too little. */
    sms: Type.Optional(Text),
  },
  { additionalProperties: false },
);

export type TemplateDefinition = Static<typeof TemplateFile>;

const readShape = shapeOf(TemplateFile);

/** Every template, or every fault with its file. */
export function readTemplates(
  files: readonly PackFile[],
):
  | { readonly templates: TemplateDefinition[]; readonly faults?: undefined }
  | { readonly faults: Fault[]; readonly templates?: undefined } {
  const read = files.map(({ name, text }) => ({ name, ...readTemplate(text) }));
  const faults = read.flatMap((one) => faultsIn(one.name, one.faults ?? []));
  const templates = read.flatMap((one) => one.template ?? []);
  for (const code of repeated(templates.map((template) => template.code)))
    faults.push(
      fault('notifications.template-twice', code, 'Có hai mẫu cùng mã.', 'Two templates have the same code.'),
    );
  return faults.length > 0 ? { faults } : { templates };
}

function readTemplate(text: string): { template?: TemplateDefinition; faults?: Fault[] } {
  const yaml = readPackYaml(text);
  if (yaml.faults) return { faults: yaml.faults };
  const shaped = readShape(yaml.value);
  if (shaped.faults) return { faults: shaped.faults };
  const faults = [...checkTexts(shaped.value)];
  return faults.length > 0 ? { faults } : { template: shaped.value };
}

/** Leaves room for a code, a name and a time in the one message of 160 characters. */
const SMS_WORDS = 110;

/** What the program fills in, and the texts it is filled into. */
type Checked = Pick<TemplateDefinition, 'values' | 'subject' | 'body'> & { readonly sms?: LocalText | undefined };

/** Faults name the text: `body.vi`. */
export function* checkTexts(template: Checked): Generator<Fault> {
  const texts: [string, LocalText | undefined][] = Object.entries({
    subject: template.subject,
    body: template.body,
    sms: template.sms,
  });
  for (const [part, text] of texts) {
    for (const locale of text ? LOCALES : []) yield* checkText(`${part}.${locale}`, text?.[locale] ?? '', template);
  }
}

function* checkText(at: string, text: string, { values }: Pick<Checked, 'values'>): Generator<Fault> {
  for (const name of placeholdersOf(text)) {
    if (!values.includes(name))
      yield fault(
        'notifications.placeholder-unknown',
        at,
        `Không có giá trị {${name}}; mẫu này chỉ có: ${values.join(', ')}.`,
        `There is no value {${name}}; this template has: ${values.join(', ')}.`,
      );
  }
  const words = text.replace(PLACEHOLDER, '');
  if (/[{}]/.test(words))
    yield fault(
      'notifications.stray-brace',
      at,
      'Dấu ngoặc nhọn không khép hoặc tên không đúng.',
      'A brace that opens no value.',
    );
  if (at.startsWith('subject') && /[\r\n]/.test(text))
    yield fault('notifications.subject-lines', at, 'Tiêu đề chỉ được một dòng.', 'A subject is one line.');
  if (at.startsWith('sms') && smsText(words).length > SMS_WORDS)
    yield fault(
      'notifications.sms-long',
      at,
      `Tin nhắn dài quá ${SMS_WORDS} ký tự khi chưa điền giá trị.`,
      `The message is over ${SMS_WORDS} characters before anything is filled in.`,
    );
}

const PLACEHOLDER = /\{([a-z_]+)\}/g;

export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string);

/** Throws when a value is missing: template and program do not fit together. Lines left empty by an empty value are closed up. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template wants {${name}}, which it is not given`);
    return value;
  });
  return filled
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
