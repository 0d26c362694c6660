/** Questions of a result that is a certified copy: where the form says what is copied, and the paper whose scans are bound behind the attestation. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { SimpleField } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { titleOf, titlesIn } from '../check-answered.ts';
import type { CertifiedCopy } from '../definition.ts';
import type { DraftContent } from '../draft/draft.ts';
import { answeredForm } from './answered-form.ts';
import { type Option, withNamed } from './kept-options.ts';
import { isYes, textOf } from './part-form.ts';

const IS_COPY = "kind == 'paper' && is_copy == true";

/** Nothing is asked where the form lists no papers, or none is handed in or shown. */
export function copiedQuestions(content: DraftContent, before: CertifiedCopy | undefined): SimpleField[] {
  const [titles, scans] = [titleOptions(content, before), scanOptions(content, before)];
  if (titles.length === 0 || scans.length === 0) return [];
  return [
    {
      kind: 'boolean',
      key: 'is_copy',
      label: { vi: 'Kết quả là bản sao chứng thực?', en: 'Is the result a certified copy?' },
      hint: {
        vi: 'Bản quét in sau lời chứng; người nhận dùng lại bản điện tử ở nơi nhận bản sao chứng thực.',
        en: 'The scans are printed behind the attestation; the electronic copy is used again where certified copies are taken.',
      },
      visible: "kind == 'paper'",
    },
    {
      kind: 'choice',
      key: 'copy_listed',
      label: { vi: 'Tên giấy được sao ghi ở câu hỏi', en: 'The question that holds the titles of what is copied' },
      display: 'select',
      visible: IS_COPY,
      options: titles,
    },
    {
      kind: 'choice',
      key: 'copy_scanned',
      label: { vi: 'Bản quét lấy từ thành phần hồ sơ', en: 'The paper whose scans are copied' },
      display: 'select',
      visible: IS_COPY,
      options: scans,
    },
  ];
}

function titleOptions(content: DraftContent, before: CertifiedCopy | undefined): Option[] {
  const form = answeredForm(content);
  const own = (form ? titlesIn(form) : []).map(({ list, title, label }) => ({ value: `${list}.${title}`, label }));
  return withNamed(own, before && [titlePath(before)]);
}

const scanOptions = ({ definition }: DraftContent, before: CertifiedCopy | undefined): Option[] =>
  withNamed(
    definition.components
      .filter(({ handling }) => handling !== 'guidance')
      .map(({ key, name }) => ({ value: key, label: name })),
    before && [before.scanned],
  );

const titlePath = (copy: CertifiedCopy): string => `${copy.listed}.${titleOf(copy)}`;

export const copiedAnswers = (copy: CertifiedCopy | undefined): Answers => ({
  is_copy: copy !== undefined,
  copy_listed: copy ? titlePath(copy) : '',
  copy_scanned: copy?.scanned ?? '',
});

/** What stood before stays where it was not asked about. */
export function readCopied(answers: Answers, before: CertifiedCopy | undefined): CertifiedCopy | undefined {
  if (!Object.hasOwn(answers, 'is_copy') && textOf(answers, 'kind') === 'paper') return before;
  const [listed = '', title = ''] = textOf(answers, 'copy_listed').split('.');
  const scanned = textOf(answers, 'copy_scanned');
  if (!isYes(answers, 'is_copy') || listed === '' || scanned === '') return undefined;
  return { listed, ...(title !== titleOf({}) && { titled: title }), scanned };
}

export function copiedWords({ definition }: DraftContent, copy: CertifiedCopy): LocalText {
  const from = definition.components.find(({ key }) => key === copy.scanned)?.name ?? { vi: copy.scanned };
  return {
    vi: `Bản sao chứng thực: lời chứng, sau đó là bản quét của “${from.vi}”; bản điện tử vào kho của người nhận và được dùng lại.`,
    en: `A certified copy: the attestation, then the scans of "${from.en ?? from.vi}"; the electronic copy joins the store of who receives it and is used again.`,
  };
}
