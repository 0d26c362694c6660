/** Draft page: what the result will say, to agree to or to have changed. */
import type { Form, FormContext } from '../../../platform/forms/form.ts';
import { reviewForm } from '../../../platform/forms/review.ts';
import { ReviewList } from '../../../platform/forms/review-list.tsx';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { PaperPreview } from '../../../platform/web/components/paper-preview/paper-preview.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { LoadedDossier } from '../load-dossier.ts';
import type { HandedPaper } from '../dossier-view.ts';
import { ActPage } from './act-page.tsx';
import { fileLinks } from './dossier-papers.tsx';

export interface DraftPageProps {
  dossier: LoadedDossier;
  form: Form;
  context: FormContext;
  papers: readonly HandedPaper[];
  /** When silence becomes agreement. */
  until: Instant | undefined;
  objection: string;
  /** An objection was pressed without saying what. */
  isEmpty: boolean;
}

const texts = defineTexts({
  title: { vi: 'Xác nhận bản dự thảo', en: 'Confirm the draft' },
  about: {
    vi: 'Bản dự thảo được lập từ những nội dung dưới đây. Đọc kỹ tên, ngày sinh, số định danh.',
    en: 'The draft is made from what follows. Read names, dates and numbers with care.',
  },
  paper: { vi: 'Bản dự thảo kết quả', en: 'The draft of the result' },
  until: {
    vi: (time: string) => `Trả lời trước ${time}. Sau lúc đó, không trả lời thì coi như đồng ý.`,
    en: (time: string) => `Answer before ${time}. After that, no answer counts as agreement.`,
  },
  agree: { vi: 'Đồng ý, đúng rồi', en: 'Agree, it is right' },
  agreeEffect: { vi: 'Hồ sơ chuyển sang bước tiếp theo.', en: 'The dossier goes on to the next step.' },
  object: { vi: 'Đề nghị sửa', en: 'Ask for changes' },
  objectEffect: {
    vi: 'Hồ sơ trở lại bước lập dự thảo với nội dung bạn ghi.',
    en: 'The dossier goes back to where the draft was made, with what you write.',
  },
  objection: { vi: 'Chỗ nào cần sửa, sửa thế nào?', en: 'What should change, and how?' },
  missing: { vi: 'Hãy ghi chỗ cần sửa.', en: 'Say what should change.' },
});

export function DraftPage({ dossier, form, context, papers, until, objection, isEmpty }: DraftPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const path = `/ho-so/${dossier.code}/du-thao`;
  const errors = isEmpty ? [{ name: 'objection', message: words.missing }] : [];
  return (
    <ActPage dossier={dossier} title={words.title} above={<ErrorSummary errors={errors} />}>
      <p>{words.about}</p>
      <PaperPreview title={words.paper} name={words.paper} href={`${path}/ban-du-thao.pdf`} kind="pages" open />
      {until !== undefined && <p class="vc-quiet">{words.until(timeInSentence(until, locale))}</p>}
      <ReviewList sections={reviewForm(form, dossier.answers, { context, locale })} fileOf={fileLinks(papers)} />
      <CommandForm action={path} version={dossier.version}>
        <Consequence>{words.agreeEffect}</Consequence>
        <ButtonGroup>
          <Button name="answer" value="confirmed">
            {words.agree}
          </Button>
        </ButtonGroup>
      </CommandForm>
      <CommandForm action={path} version={dossier.version}>
        <Textarea
          name="objection"
          label={words.objection}
          value={objection}
          maxLength={2000}
          error={isEmpty ? words.missing : undefined}
        />
        <Consequence>{words.objectEffect}</Consequence>
        <ButtonGroup>
          <Button name="answer" value="objected" variant="secondary">
            {words.object}
          </Button>
        </ButtonGroup>
      </CommandForm>
    </ActPage>
  );
}
