/** The form designer: the outline of the form with its buttons, and beside it the form as the server renders it, where it can be tried. */
import type { FormDefinition } from '../../../platform/forms/definition.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { Draft } from '../draft/draft.ts';
import type { DraftPart } from '../draft/draft-parts.ts';
import { DraftHead } from './draft-head.tsx';
import { draftPath, draftTexts } from './draft-words.ts';
import { FormOutline } from './form-outline.tsx';
import { type PlacedFault, WholeFaults } from './items-page.tsx';

export interface DesignerPageProps {
  readonly draft: Draft;
  readonly part: DraftPart;
  readonly faults: readonly PlacedFault[];
}

const texts = defineTexts({
  back: { vi: 'Về bản nháp', en: 'Back to the draft' },
  wrong: { vi: 'Cần sửa trước khi công bố', en: 'To be mended before it is published' },
  general: {
    vi: 'Thủ tục dùng biểu mẫu chung: hỏi người nộp, việc yêu cầu, giấy tờ theo thành phần hồ sơ và cách nhận kết quả. Thành phần hồ sơ đổi thì biểu mẫu đổi theo.',
    en: 'The procedure uses the general form: who files, what for, the papers, how the result is received. It follows the papers.',
  },
  ownEffect: {
    vi: 'Biểu mẫu riêng bắt đầu từ biểu mẫu chung và không còn tự đổi theo thành phần hồ sơ.',
    en: 'A form of its own begins as the general one and no longer follows the papers by itself.',
  },
  own: { vi: 'Thiết kế biểu mẫu riêng', en: 'Design a form of its own' },
  title: { vi: 'Tên biểu mẫu', en: 'Title of the form' },
  backToGeneral: { vi: 'Dùng lại biểu mẫu chung', en: 'Use the general form again' },
  generalEffect: {
    vi: 'Các mục và câu hỏi riêng bị bỏ khỏi bản nháp.',
    en: 'Sections and questions of its own leave the draft.',
  },
  preview: { vi: 'Biểu mẫu người dân thấy, nhập thử được', en: 'The form as people see it; try it here' },
  alone: { vi: 'Mở riêng trang nhập thử', en: 'Open the trial on its own page' },
});

export function DesignerPage({ draft, part, faults }: DesignerPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const title = inLanguage(part.title, locale).text;
  const path = `${draftPath(draft.code)}/${part.path}`;
  return (
    <OfficerLayout title={`${title}: ${draftTexts(locale).draft} ${draft.code}`}>
      <div class="vc-stack">
        <DraftHead draft={draft} title={title} back={{ href: draftPath(draft.code), text: words.back }} />
        <div class="vc-designer">
          <div class="vc-stack">
            <WholeFaults faults={faults} title={words.wrong} />
            {draft.form ? (
              <Own draft={draft} form={draft.form} path={path} faults={faults} />
            ) : (
              <General draft={draft} path={path} />
            )}
          </div>
          <section class="vc-designer-preview vc-stack" aria-label={words.preview}>
            <h2>{words.preview}</h2>
            <iframe src={`${path}/xem-thu`} title={words.preview} />
            <p>
              <a class="ds-link" href={`${path}/xem-thu`}>
                {words.alone}
              </a>
            </p>
          </section>
        </div>
      </div>
    </OfficerLayout>
  );
}

function General({ draft, path }: { draft: Draft; path: string }) {
  const words = texts(useLocale());
  return (
    <>
      <p>{words.general}</p>
      <CommandForm action={`${path}/rieng`} version={draft.version}>
        <Consequence>{words.ownEffect}</Consequence>
        <Button>{words.own}</Button>
      </CommandForm>
    </>
  );
}

function Own({
  draft,
  form,
  path,
  faults,
}: {
  draft: Draft;
  form: FormDefinition;
  path: string;
  faults: readonly PlacedFault[];
}) {
  const words = texts(useLocale());
  return (
    <>
      <p>
        {words.title}:{' '}
        <a class="ds-link" href={`${path}/muc/form`}>
          <Local text={form.title} />
        </a>
      </p>
      <FormOutline form={form} content={draft} path={path} version={draft.version} faults={faults} />
      <CommandForm action={`${path}/chung`} version={draft.version}>
        <p class="vc-quiet">{words.generalEffect}</p>
        <ButtonGroup>
          <Button variant="tertiary" danger>
            {words.backToGeneral}
          </Button>
        </ButtonGroup>
      </CommandForm>
    </>
  );
}
