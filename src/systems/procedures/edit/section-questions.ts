/** The designer's questions about one section of a form. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field, FormDefinition, Section } from '../../../platform/forms/definition.ts';
import type { DraftContent } from '../draft/draft.ts';
import { answeredForm } from './answered-form.ts';
import { comparedFields } from './compared-fields.ts';
import { conditionAnswers, conditionQuestions, readCondition } from './condition-questions.ts';
import { findNode } from './form-outline.ts';
import type { PutForm } from './form-part.ts';
import type { ItemRef } from './items-part.ts';
import { definitionKey } from './definition-key.ts';
import { pair, pairAnswers, readPair, withChanges } from './part-form.ts';

const VISIBLE = {
  key: 'visible',
  label: { vi: 'Hiện khi nào', en: 'When it is shown' },
  always: { vi: 'Luôn hiện', en: 'Always' },
};

export function sectionQuestions(content: DraftContent): readonly Field[] {
  const asked = answeredForm(content);
  return [
    ...pair('title', { vi: 'Tên mục', en: 'Title' }, { most: 300 }),
    ...pair(
      'hint',
      { vi: 'Lời dẫn dưới tên mục', en: 'Words under the title' },
      { optional: true, long: true, most: 4000 },
    ),
    ...conditionQuestions(VISIBLE, asked ? comparedFields(asked) : []),
  ];
}

export function sectionAnswers(content: DraftContent, form: FormDefinition, { id }: ItemRef): Answers {
  const section = sectionOf(form, id);
  const asked = answeredForm(content);
  return {
    ...pairAnswers('title', section?.title),
    ...pairAnswers('hint', section?.hint),
    ...conditionAnswers('visible', section?.visible, asked ? comparedFields(asked) : []),
  };
}

/** A new section begins with a text to read, as none may be empty. */
export function putSection(content: DraftContent, form: FormDefinition, { id }: ItemRef, answers: Answers): PutForm {
  const before = sectionOf(form, id);
  const asked = answeredForm(content);
  const condition =
    asked && readCondition(answers, 'visible', { fields: comparedFields(asked), subject: asked.subject });
  if (condition?.errors) return { errors: condition.errors };
  const title = readPair(answers, 'title') ?? { vi: '' };
  const key = before?.key ?? definitionKey(title.vi, new Set(form.sections.map((one) => one.key)), '_');
  const section = withChanges<Section>(before, {
    key,
    title,
    hint: readPair(answers, 'hint'),
    visible: condition ? condition.source : before?.visible,
    fields: before?.fields ?? [],
  });
  const sections = before ? form.sections.map((one) => (one === before ? section : one)) : [...form.sections, section];
  return { form: { ...form, sections } };
}

function sectionOf(form: FormDefinition, id: string | undefined): Section | undefined {
  const node = findNode(form, id);
  return node?.kind === 'section' ? node.section : undefined;
}
