/** Errors of fields: a code, and the sentence that tells a citizen how to put it right. */
import type { LocalText } from '../i18n/local-text.ts';
import type { ErrorCode, SimpleField } from './definition.ts';

export interface FieldError {
  /** Last part of the path: the field's own key. */
  readonly key: string;
  /** `periods.0.from`. */
  readonly path: string;
  /** Name of the control the summary leads to: the path, or a part of it (`residence.commune`). */
  readonly name: string;
  /** One of ERROR_CODES, or the code of one of the form's own checks. */
  readonly code: string;
  readonly message: LocalText;
  /** Labels of the block and row around the field: `Người mẹ`. */
  readonly where: readonly LocalText[];
}

/** Name of the control a link to a field leads to; an address has controls for its parts only. */
export const firstControl = (field: SimpleField, path: string): string =>
  field.kind === 'address' ? `${path}.province` : path;

/** `field`: what stands at the path, when it is a field; an error of a whole address leads to its first control. */
export function errorAt(
  path: string,
  where: readonly LocalText[],
  fault: { code: string; message: LocalText; part?: string },
  field?: SimpleField,
): FieldError {
  const { code, message, part } = fault;
  const name = part !== undefined ? `${path}.${part}` : field === undefined ? path : firstControl(field, path);
  return { key: path.split('.').at(-1) ?? path, path, name, code, message, where };
}

/** The sentence for the summary, where the block is no longer in view: `Người mẹ: hãy nhập …`. */
export function summaryMessage({ message, where }: FieldError): LocalText {
  const say = (language: 'vi' | 'en'): string =>
    [...where.map((label) => label[language] ?? label.vi), message[language] ?? message.vi].join(': ');
  return { vi: say('vi'), en: say('en') };
}

/** The field's own sentence where the definition has one, else ours. */
export function sentenceFor(
  field: SimpleField | { kind: 'group'; label: LocalText; errors?: Partial<Record<ErrorCode, LocalText>> },
  code: ErrorCode,
  general: LocalText,
): LocalText {
  return ('errors' in field ? field.errors?.[code] : undefined) ?? general;
}

/** `Hãy nhập họ, chữ đệm, tên`, `Hãy chọn giới tính`; a label that is a question is quoted whole. */
export function requiredSentence(field: SimpleField): LocalText {
  const [vi, en] = REQUIRED[field.kind] ?? ['Hãy nhập', 'Enter'];
  if (field.kind === 'pledge') return { vi, en };
  const english = field.label.en ?? field.label.vi;
  if (field.label.vi.endsWith('?'))
    return { vi: `Hãy trả lời: ${field.label.vi}`, en: `Answer the question: ${english}` };
  return { vi: `${vi} ${inSentence(field.label.vi)}`, en: `${en} ${inSentence(english)}` };
}

const REQUIRED: Readonly<Record<string, readonly [string, string]>> = {
  choice: ['Hãy chọn', 'Choose'],
  multi: ['Hãy chọn', 'Choose'],
  boolean: ['Hãy chọn Có hoặc Không:', 'Choose Yes or No:'],
  file: ['Hãy tải lên', 'Upload'],
  pledge: ['Hãy đánh dấu vào ô cam đoan để tiếp tục', 'Tick the pledge to continue'],
};

/** A label inside a sentence: small first letter, unless it begins an abbreviation (`CCCD`, `VNeID`). */
function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLocaleLowerCase('vi') + label.slice(first.length);
}
