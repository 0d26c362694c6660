/** Editing a template of a paper: its lines and blocks as plain text, the fields it may name, and how the draft prints. */
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import type { TemplateKind } from '../../../../platform/documents/templates/template-store.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary, type FieldError } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../../platform/web/components/field/textarea.tsx';
import { PaperPreview } from '../../../../platform/web/components/paper-preview/paper-preview.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { Available, AvailableField } from '../available-fields.ts';
import { HEADS, type Head } from '../heads.ts';
import type { Writing } from '../writing.ts';
import { BlockFields } from './block-fields.tsx';
import { paperPath, printPath } from './paper-words.ts';
import { WithFields } from './with-fields.tsx';

export interface PaperEditPageProps {
  readonly code: string;
  readonly kind: TemplateKind;
  readonly title: LocalText;
  readonly writing: Writing;
  /** Version of the draft that the page rests on; 0 when there is none yet. */
  readonly shown: number;
  /** What prints beside it: the saved draft, or the version in force. */
  readonly printed: string;
  readonly available: Available;
  readonly required: readonly string[];
  readonly errors?: readonly FieldError[];
}

const texts = defineTexts({
  back: { vi: 'Về mẫu', en: 'Back to the template' },
  title: { vi: (name: string) => `Sửa: ${name}`, en: (name: string) => `Edit: ${name}` },
  about: {
    vi: 'Viết lời của giấy theo từng khối, từ trên xuống. Chỗ cần điền ghi tên trường trong ngoặc nhọn, như {dossier_code}. Lưu bản nháp để xem bản in; chưa ai nhận được giấy theo bản nháp.',
    en: 'Write what the paper says block by block, from the top. Where something is filled in, name a field in braces, such as {dossier_code}. Save the draft to see it in print; nobody is given a paper by a draft.',
  },
  save: { vi: 'Lưu bản nháp và xem bản in', en: 'Save the draft and see it in print' },
  printed: { vi: 'Bản in của lần lưu trước', en: 'In print, as last saved' },
  fields: { vi: 'Trường dùng được', en: 'Fields' },
  required: { vi: 'bắt buộc', en: 'required' },
  rowsOf: { vi: 'Trong danh sách hoặc bảng:', en: 'In a list or table:' },
  blocks: { vi: 'Các khối của giấy', en: 'Blocks of the paper' },
  around: { vi: 'Phần quanh các khối', en: 'Around the blocks' },
});

export function PaperEditPage({ errors = [], ...props }: PaperEditPageProps) {
  const { code, kind, title, writing, shown, printed, available } = props;
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(title, locale).text;
  return (
    <OfficerLayout title={words.title(name)}>
      <div class="vc-stack">
        <ErrorSummary errors={errors} />
        <p>
          <a class="ds-link" href={paperPath(code)}>
            {words.back}
          </a>
        </p>
        <h1>{words.title(name)}</h1>
        <p class="vc-reading">
          <WithFields text={words.about} />
        </p>
        <div class="vc-designer">
          <CommandForm action={`${paperPath(code)}/sua`}>
            <input type="hidden" name="shown" value={shown} />
            <input type="hidden" name="count" value={writing.blocks.length} />
            <Button>{words.save}</Button>
            {HEADS[kind]
              .filter(({ rows }) => rows === undefined)
              .map((head) => (
                <HeadField key={head.key} head={head} writing={writing} errors={errors} />
              ))}
            <h2>{words.blocks}</h2>
            {writing.blocks.map((block, index) => (
              <BlockFields
                key={index}
                block={block}
                index={index}
                last={index === writing.blocks.length - 1}
                kind={kind}
                available={available}
                errors={errors}
              />
            ))}
            <h2>{words.around}</h2>
            {HEADS[kind]
              .filter(({ rows }) => rows !== undefined)
              .map((head) => (
                <HeadField key={head.key} head={head} writing={writing} errors={errors} />
              ))}
            <Button>{words.save}</Button>
          </CommandForm>
          <section class="vc-designer-preview vc-stack" aria-label={words.fields}>
            <PaperPreview title={words.printed} name={name} href={printPath(code, printed)} kind="pages" open />
            <Fields available={available} required={props.required} />
          </section>
        </div>
      </div>
    </OfficerLayout>
  );
}

interface HeadFieldProps {
  readonly head: Head;
  readonly writing: Writing;
  readonly errors: readonly FieldError[];
}

function HeadField({ head, writing, errors }: HeadFieldProps) {
  const locale = useLocale();
  const { key, label, hint, optional, rows, most } = head;
  const error = errors.find(({ name }) => name === key)?.message;
  const field = {
    name: key,
    label: inLanguage(label, locale).text,
    value: writing.heads[key] ?? '',
    maxLength: most,
    ...(hint && { hint: <WithFields text={inLanguage(hint, locale).text} /> }),
    ...(optional && { optional }),
    ...(error === undefined ? {} : { error }),
  };
  return rows === undefined ? <TextInput {...field} /> : <Textarea {...field} rows={rows} />;
}

function Fields({ available, required }: Pick<PaperEditPageProps, 'available' | 'required'>) {
  const words = texts(useLocale());
  return (
    <section class="vc-stack">
      <h2>{words.fields}</h2>
      <FieldList fields={available.fields} required={required} />
      {available.rows.map(({ path, label, values }) => (
        <div key={path}>
          <p>
            <b>
              <Local text={label} />
            </b>{' '}
            {required.includes(path) && <Tag tone="warning">{words.required}</Tag>}
          </p>
          <p class="vc-caption">{words.rowsOf}</p>
          <FieldList fields={values} required={[]} />
        </div>
      ))}
    </section>
  );
}

function FieldList({ fields, required }: { fields: readonly AvailableField[]; required: readonly string[] }) {
  const words = texts(useLocale());
  return (
    <ul class="vc-ruled">
      {fields.map(({ path, label }) => (
        <li key={path}>
          <code>{`{${path}}`}</code> <Local text={label} />{' '}
          {required.includes(path) && <Tag tone="warning">{words.required}</Tag>}
        </li>
      ))}
    </ul>
  );
}
