/** The form of a procedure as a part: its sections, questions and checks have pages of their own; the outline is where they are moved. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { DraftContent } from '../draft/draft.ts';
import { checkAnswers, checkFields, putCheck } from './check-questions.ts';
import { fieldAnswers, fieldQuestions, putQuestion } from './field-questions.ts';
import { FIELD_KINDS, kindName } from './field-words.ts';
import { depthInside, findNode, type FormNode, moveNode, outlineOf } from './form-outline.ts';
import type { ItemRef, ItemsPart, ListedItem } from './items-part.ts';
import { sectionAnswers, sectionQuestions, putSection } from './section-questions.ts';
import { type Applied, pair, pairAnswers, readPair, withChanges } from './part-form.ts';

/** What a page of the designer is about. */
type Target = 'form' | 'section' | 'check' | 'field';

export const formPart: ItemsPart = {
  part: 'form',
  add: { vi: 'Thêm mục', en: 'Add a section' },
  list: ({ form }) => (form ? outlineOf(form).map(listed) : []),
  title: (content, item) => (content.form && targetOf(content.form, item) ? titleOf(content.form, item) : undefined),
  fields(content, item) {
    const { form } = content;
    if (!form) return [];
    switch (targetOf(form, item)) {
      case 'form':
        return FORM_QUESTIONS;
      case 'section':
        return sectionQuestions(content);
      case 'check':
        return checkFields(content);
      default:
        return fieldQuestions(content, form, item);
    }
  },
  answers(content, item): Answers {
    const { form } = content;
    if (!form) return {};
    switch (targetOf(form, item)) {
      case 'form':
        return { ...pairAnswers('title', form.title), ...pairAnswers('paper', form.paper) };
      case 'section':
        return sectionAnswers(content, form, item);
      case 'check':
        return checkAnswers(content, form, item);
      default:
        return fieldAnswers(content, form, item);
    }
  },
  apply(content, item, answers): Applied {
    const { definition, form } = content;
    if (!form) return { content };
    const put = putOf(content, form, item, answers);
    return put.errors ? { errors: put.errors } : { content: { definition, form: put.form } };
  },
  rearrange({ definition, form }, id, how) {
    const next = form ? moveNode(form, id, how) : undefined;
    return next && { definition, form: next };
  },
  place({ form }, at) {
    if (!form) return undefined;
    const [, section, index] = /^sections\.([a-z0-9_]+)(?:\.fields\.(\d+))?/.exec(at) ?? [];
    if (section !== undefined) {
      const key = form.sections.find((one) => one.key === section)?.fields[Number(index)]?.key;
      return index !== undefined && key !== undefined
        ? { id: `f.${key}` }
        : { id: `s.${section}`, field: at.includes('visible') ? 'visible_mode' : 'title_vi' };
    }
    const check = /^checks\.([a-z0-9-]+)/.exec(at)?.[1];
    if (check !== undefined) return { id: `c.${check}`, field: 'when_mode' };
    const path = at.split(':')[0]?.trim() ?? '';
    const node = outlineOf(form).findLast(
      ({ id }) => id.startsWith('f.') && (path === id.slice(2) || path.startsWith(`${id.slice(2)}.`)),
    );
    return (
      node && { id: node.id, ...(/\.(visible|required)$/.exec(path) && { field: `${path.split('.').at(-1)}_mode` }) }
    );
  },
};

export type PutForm =
  | { readonly form: FormDefinition; readonly errors?: undefined }
  | { readonly errors: NonNullable<Applied['errors']>; readonly form?: undefined };

function putOf(content: DraftContent, form: FormDefinition, item: ItemRef, answers: Answers): PutForm {
  switch (targetOf(form, item)) {
    case 'form': {
      const changes = { title: readPair(answers, 'title') ?? form.title, paper: readPair(answers, 'paper') };
      return { form: withChanges<FormDefinition>(form, changes) };
    }
    case 'section':
      return putSection(content, form, item, answers);
    case 'check':
      return putCheck(content, form, item, answers);
    default:
      return putQuestion(content, form, item, answers);
  }
}

/** Undefined where there is no such thing, or none can be added there. */
function targetOf(form: FormDefinition, { id, within, kind }: ItemRef): Target | undefined {
  if (id === 'form') return 'form';
  if (id !== undefined) return findNode(form, id)?.kind;
  if (kind === 'section' || kind === 'check') return kind;
  const depth = within === undefined ? undefined : depthInside(form, within);
  if (depth === undefined || !FIELD_KINDS.some((one) => one.kind === kind)) return undefined;
  if (kind === 'group' && depth > 1) return undefined;
  return kind === 'block' && depth > 2 ? undefined : 'field';
}

function titleOf(form: FormDefinition, { id, kind }: ItemRef): LocalText {
  const node = findNode(form, id);
  if (node) return nameOf(node);
  if (id === 'form') return form.title;
  if (kind === 'section') return { vi: 'Mục mới', en: 'A new section' };
  if (kind === 'check') return { vi: 'Phép kiểm tra mới', en: 'A new check' };
  const named = FIELD_KINDS.find((one) => one.kind === kind)?.label ?? { vi: '', en: '' };
  return { vi: `Câu hỏi mới: ${named.vi}`, en: `A new question: ${named.en}` };
}

export function nameOf(node: FormNode): LocalText {
  if (node.kind === 'section') return node.section.title;
  return node.kind === 'field' ? node.field.label : node.check.message;
}

function listed(node: FormNode): ListedItem {
  const details: LocalText[] = node.kind === 'field' ? [kindName(node.field.kind), { vi: node.field.key }] : [];
  return { id: node.id, title: nameOf(node), details };
}

const FORM_QUESTIONS = [
  ...pair('title', { vi: 'Tên biểu mẫu', en: 'Title of the form' }),
  ...pair('paper', { vi: 'Thay cho mẫu giấy', en: 'Stands for the paper form' }, { optional: true }),
];
