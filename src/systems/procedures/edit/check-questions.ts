/** The designer's questions about one check of a form: what is wrong or unlikely, where it is said, in which words. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Check, Field, FormDefinition } from '../../../platform/forms/definition.ts';
import type { FormNode } from '../../../platform/forms/form.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { DraftContent } from '../draft/draft.ts';
import { answeredForm } from './answered-form.ts';
import { comparedFields } from './compared-fields.ts';
import { conditionAnswers, conditionQuestions, readCondition } from './condition-questions.ts';
import { findNode } from './form-outline.ts';
import type { PutForm } from './form-part.ts';
import type { ItemRef } from './items-part.ts';
import { definitionKey } from './definition-key.ts';
import { errorAtField, pair, pairAnswers, readPair, textOf, withChanges } from './part-form.ts';

const WHEN = {
  key: 'when',
  label: { vi: 'Báo khi nào', en: 'When it speaks' },
  always: { vi: 'Chưa chọn', en: 'Not chosen yet' },
};

export function checkFields(content: DraftContent): readonly Field[] {
  const asked = answeredForm(content);
  const paths = asked
    ? askedPaths(
        asked.sections.flatMap(({ nodes }) => nodes),
        '',
      )
    : [];
  return [
    ...pair('message', { vi: 'Câu báo cho người nộp', en: 'What the applicant is told' }, { long: true }),
    {
      kind: 'choice',
      key: 'effect',
      label: { vi: 'Hiệu lực', en: 'Effect' },
      display: 'radio',
      options: [
        { value: 'refuse', label: { vi: 'Không cho nộp đến khi sửa', en: 'Refuses until it is mended' } },
        { value: 'warn', label: { vi: 'Chỉ nhắc, vẫn nộp được', en: 'Only warns' } },
      ],
    },
    {
      kind: 'choice',
      key: 'at',
      label: { vi: 'Hiện ở câu hỏi', en: 'Shown at' },
      display: 'select',
      options: paths
        .filter(({ path }) => path.length <= 40)
        .slice(0, 300)
        .map(({ path, label }) => ({ value: path, label })),
    },
    ...conditionQuestions(WHEN, asked ? comparedFields(asked) : []),
  ];
}

/** Rows of a group have checks of their own; one of the whole form is shown at the list. */
function askedPaths(
  nodes: readonly FormNode[],
  before: string,
): { readonly path: string; readonly label: LocalText }[] {
  return nodes.flatMap((node) => {
    const path = before === '' ? node.key : `${before}.${node.key}`;
    if (node.kind === 'field') return node.field.kind === 'info' ? [] : [{ path, label: node.field.label }];
    if (node.kind === 'group') return [{ path, label: node.label }];
    return [{ path, label: node.label }, ...askedPaths(node.nodes, path)];
  });
}

export function checkAnswers(content: DraftContent, form: FormDefinition, { id }: ItemRef): Answers {
  const check = checkOf(form, id);
  const asked = answeredForm(content);
  return {
    ...pairAnswers('message', check?.message),
    effect: check?.effect ?? 'refuse',
    at: check?.at ?? '',
    ...conditionAnswers('when', check?.when, asked ? comparedFields(asked) : []),
  };
}

export function putCheck(content: DraftContent, form: FormDefinition, { id }: ItemRef, answers: Answers): PutForm {
  const before = checkOf(form, id);
  const asked = answeredForm(content);
  const condition = asked && readCondition(answers, 'when', { fields: comparedFields(asked), subject: asked.subject });
  if (condition?.errors) return { errors: condition.errors };
  const when = condition ? condition.source : before?.when;
  if (when === undefined)
    return { errors: [errorAtField('when_mode', 'Chọn điều kiện để báo.', 'Choose when it speaks.')] };
  const message = readPair(answers, 'message') ?? { vi: '' };
  const checks = form.checks ?? [];
  const code = before?.code ?? definitionKey(message.vi, new Set(checks.map((one) => one.code)));
  const effect = textOf(answers, 'effect') === 'warn' ? 'warn' : 'refuse';
  const check = withChanges<Check>(before, { code, effect, when, at: textOf(answers, 'at'), message });
  return {
    form: { ...form, checks: before ? checks.map((one) => (one === before ? check : one)) : [...checks, check] },
  };
}

function checkOf(form: FormDefinition, id: string | undefined): Check | undefined {
  const node = findNode(form, id);
  return node?.kind === 'check' ? node.check : undefined;
}
