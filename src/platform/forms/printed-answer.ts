/** Printed answers: how each kind of answer reads on a page or a paper, and how it reads when it must not be known. */
import { inLanguage, type LocalText, type ShownText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import { groupedNumber, moneyText } from '../text/money.ts';
import { phoneText } from '../text/phone.ts';
import { dayText } from '../text/vietnamese-date.ts';
import type { Address, Answer } from './answers.ts';
import type { FieldNode, Form } from './form.ts';
import type { ListOption } from './form-lists.ts';

/** An address from the smallest part to the largest, as addresses are written. */
export function addressText(form: Form, { province, commune, detail }: Address): string {
  const communeName = labelOf(form.communes, commune)?.vi ?? commune;
  const provinceName = labelOf(form.provinces, province)?.vi ?? province;
  return [detail, communeName, provinceName].filter(Boolean).join(', ');
}

/** Undefined for a file: its name is not among the answers. */
export function printedAnswer(form: Form, node: FieldNode, answer: Answer, locale: Locale): ShownText | undefined {
  const { field } = node;
  const plain = (text: string): ShownText => ({ text, lang: locale });
  switch (field.kind) {
    case 'file':
    case 'info':
      return undefined;
    case 'choice':
      return inLanguage(labelOf(node.options, answer as string) ?? { vi: answer as string }, locale);
    case 'multi':
      return inLanguage(
        joined((answer as readonly string[]).map((value) => labelOf(node.options, value) ?? { vi: value })),
        locale,
      );
    case 'boolean':
    case 'pledge':
      return inLanguage(answer === true ? YES : NO, locale);
    case 'date':
    case 'partial-date':
      return plain(dayText(answer as string, locale));
    case 'integer':
    case 'decimal':
      return plain(
        [groupedNumber(answer as number, locale), field.unit && inLanguage(field.unit, locale).text]
          .filter(Boolean)
          .join(' '),
      );
    case 'money':
      return plain(moneyText(answer as number, locale));
    case 'phone':
      return plain(phoneText(answer as string));
    case 'address':
      return { text: addressText(form, answer as Address), lang: 'vi' };
    case 'text':
      return { text: field.capitals ? (answer as string).toLocaleUpperCase('vi') : (answer as string), lang: 'vi' };
    default:
      return { text: answer as string, lang: 'vi' };
  }
}

/** What an officer who needs no more sees: enough to tell two people apart, not enough to use. */
export function maskedAnswer(form: Form, node: FieldNode, answer: Answer): string {
  switch (node.field.kind) {
    case 'personal-number':
    case 'phone':
      return `${HIDDEN}${(answer as string).slice(-3)}`;
    case 'email':
      return (answer as string).replace(/^(.).*(@.*)$/, `$1${HIDDEN}$2`);
    case 'date':
    case 'partial-date':
      return (answer as string).slice(0, 4);
    case 'address': {
      const { province, commune } = answer as Address;
      return addressText(form, { province, commune, detail: '' });
    }
    case 'text':
      return (answer as string)
        .split(' ')
        .map((word) => `${word.slice(0, 1)}${HIDDEN}`)
        .join(' ');
    default:
      return HIDDEN;
  }
}

const HIDDEN = '•••';
const YES: LocalText = { vi: 'Có', en: 'Yes' };
const NO: LocalText = { vi: 'Không', en: 'No' };

const labelOf = (options: readonly ListOption[], value: string): LocalText | undefined =>
  options.find((option) => option.value === value)?.label;

function joined(labels: readonly LocalText[]): LocalText {
  return { vi: labels.map((label) => label.vi).join('; '), en: labels.map((label) => label.en ?? label.vi).join('; ') };
}
