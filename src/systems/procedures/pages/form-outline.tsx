/** The outline of a form: sections, questions and checks in order, each opened, moved and removed, with a way to add to each. */
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { fieldId } from '../../../platform/web/components/field/field.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import type { DraftContent } from '../draft/draft.ts';
import { conditionWords } from '../edit/condition-words.ts';
import { FIELD_KINDS, kindName } from '../edit/field-words.ts';
import { nameOf } from '../edit/form-part.ts';
import { depthInside, type FormNode, outlineOf } from '../edit/form-outline.ts';
import { ItemRow } from './item-row.tsx';
import type { PlacedFault } from './items-page.tsx';

export interface FormOutlineProps {
  readonly form: FormDefinition;
  readonly content: DraftContent;
  readonly path: string;
  readonly version: number;
  readonly faults: readonly PlacedFault[];
}

const texts = defineTexts({
  outline: { vi: 'Các mục và câu hỏi', en: 'Sections and questions' },
  checks: { vi: 'Kiểm tra giữa các câu trả lời', en: 'Checks between answers' },
  addSection: { vi: 'Thêm mục', en: 'Add a section' },
  addCheck: { vi: 'Thêm phép kiểm tra', en: 'Add a check' },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  shown: { vi: (when: string) => `hỏi khi ${when}`, en: (when: string) => `asked when ${when}` },
  says: { vi: (when: string) => `báo khi ${when}`, en: (when: string) => `speaks when ${when}` },
  prefilled: { vi: 'điền sẵn', en: 'filled in' },
});

export function FormOutline({ form, content, path, version, faults }: FormOutlineProps) {
  const words = texts(useLocale());
  const nodes = outlineOf(form);
  const containers = nodes.filter((node) => node.kind !== 'check' && depthInside(form, node.id) !== undefined);
  const row = (node: FormNode) => (
    <ItemRow
      key={node.id}
      item={{ id: node.id, title: nameOf(node), details: detailsOf(content, node) }}
      path={path}
      faults={faults.filter(({ id }) => id === node.id)}
      depth={node.kind === 'field' ? node.depth : 0}
    />
  );
  const checks = nodes.filter(({ kind }) => kind === 'check');
  return (
    <>
      <h2>{words.outline}</h2>
      <CommandForm action={path} version={version}>
        <ol class="vc-entries">{nodes.filter(({ kind }) => kind !== 'check').map(row)}</ol>
        {checks.length > 0 && (
          <>
            <h3>{words.checks}</h3>
            <ol class="vc-entries">{checks.map(row)}</ol>
          </>
        )}
      </CommandForm>
      <AddQuestion containers={containers} path={path} />
      <p class="vc-buttons">
        <LinkButton href={`${path}/moi?kieu=section`} variant="secondary">
          {words.addSection}
        </LinkButton>
        <LinkButton href={`${path}/moi?kieu=check`} variant="secondary">
          {words.addCheck}
        </LinkButton>
      </p>
    </>
  );
}

const addTexts = defineTexts({
  where: { vi: 'Thêm vào', en: 'Add to' },
  kind: { vi: 'Kiểu câu hỏi', en: 'Kind of question' },
  add: { vi: 'Thêm câu hỏi', en: 'Add a question' },
});

/** One small form: where and of what kind; the question itself is asked on its own page. */
function AddQuestion({ containers, path }: { containers: readonly FormNode[]; path: string }) {
  const locale = useLocale();
  const words = addTexts(locale);
  if (containers.length === 0) return null;
  return (
    <form class="vc-add" action={`${path}/moi`}>
      <div class="ds-field">
        <label class="ds-label" for={fieldId('trong')}>
          {words.where}
        </label>
        <select class="ds-input" id={fieldId('trong')} name="trong">
          {containers.map((node) => (
            <option key={node.id} value={node.id}>
              {`${node.kind === 'field' ? '– '.repeat(node.depth) : ''}${inLanguage(nameOf(node), locale).text}`}
            </option>
          ))}
        </select>
      </div>
      <div class="ds-field">
        <label class="ds-label" for={fieldId('kieu')}>
          {words.kind}
        </label>
        <select class="ds-input" id={fieldId('kieu')} name="kieu">
          {FIELD_KINDS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label[locale]}
            </option>
          ))}
        </select>
      </div>
      <Button>{words.add}</Button>
    </form>
  );
}

function detailsOf(content: DraftContent, node: FormNode) {
  const words = { vi: texts('vi'), en: texts('en') };
  const both = (say: (one: typeof words.vi) => string) => ({ vi: say(words.vi), en: say(words.en) });
  const told = (source: string | undefined, as: 'shown' | 'says') => {
    if (source === undefined) return [];
    const said = conditionWords(content, source);
    return [{ vi: words.vi[as](said.vi), en: words.en[as](said.en ?? said.vi) }];
  };
  if (node.kind === 'section') return told(node.section.visible, 'shown');
  if (node.kind === 'check') return told(node.check.when, 'says');
  const { field } = node;
  return [
    kindName(field.kind),
    { vi: field.key },
    ...('required' in field && field.required === false ? [both((one) => one.optional)] : []),
    ...('prefill' in field && field.prefill !== undefined ? [both((one) => one.prefilled)] : []),
    ...told(field.visible, 'shown'),
  ];
}
