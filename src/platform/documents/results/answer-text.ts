/** An answer as a paper prints it, in Vietnamese: labels for codes, days and amounts as they are written. */
import { type Address, type Answer, answerOf } from '../../forms/answers.ts';
import type { SimpleField } from '../../forms/definition.ts';
import type { FieldNode, Form } from '../../forms/form.ts';
import type { ListOption } from '../../forms/form-lists.ts';
import { groupedNumber, moneyText } from '../../text/money.ts';
import { dayText } from '../../text/vietnamese-date.ts';

/** Undefined when the question is unanswered. */
export function answerText(form: Form, node: FieldNode, stored: unknown): string | undefined {
  const answer = answerOf(node.field, stored);
  return answer === undefined ? undefined : textOf(form, node, answer);
}

function textOf(form: Form, { field, options }: FieldNode, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'Có' : 'Không';
  if (typeof answer === 'number') return numberText(field, answer);
  if (typeof answer === 'string') return wordsOf(field, options, answer);
  if ('detail' in answer) return addressText(form, answer);
  return field.kind === 'file' ? String(answer.length) : answer.map((value) => labelIn(options, value)).join(', ');
}

function numberText(field: SimpleField, value: number): string {
  if (field.kind === 'money') return moneyText(value);
  const unit = 'unit' in field ? field.unit : undefined;
  return unit ? `${groupedNumber(value)} ${unit.vi}` : groupedNumber(value);
}

function wordsOf(field: SimpleField, options: readonly ListOption[], value: string): string {
  if (field.kind === 'choice') return labelIn(options, value);
  if (field.kind === 'date' || field.kind === 'partial-date') return dayText(value);
  return field.kind === 'text' && field.capitals ? value.toLocaleUpperCase('vi') : value;
}

/** House and hamlet, commune, province; a part that was not answered is left out. */
function addressText({ provinces, communes }: Form, { detail, commune, province }: Address): string {
  return [detail, labelIn(communes, commune), labelIn(provinces, province)].filter((part) => part !== '').join(', ');
}

const labelIn = (options: readonly ListOption[], value: string): string =>
  options.find((option) => option.value === value)?.label.vi ?? value;
