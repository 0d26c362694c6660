/** One part of a draft: its questions, what is wrong at each, and what others have saved meanwhile. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { Form, FormContext } from '../../../platform/forms/form.ts';
import { FormErrorSummary } from '../../../platform/forms/form-error-summary.tsx';
import { SectionQuestions } from '../../../platform/forms/section-questions.tsx';
import { inLanguage, type LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { DraftFault } from '../draft/check-draft.ts';
import type { Draft, DraftChange } from '../draft/draft.ts';
import type { DraftPart } from '../draft/draft-parts.ts';
import { ChangeList } from './draft-changed-page.tsx';
import { DraftHead } from './draft-head.tsx';
import { FaultPlace } from './fault-place.tsx';
import { draftPath, draftTexts } from './draft-words.ts';

export interface PartPageProps {
  readonly draft: Draft;
  readonly part: DraftPart;
  /** Where the form is sent. */
  readonly path: string;
  /** Of one entry of the part. */
  readonly title?: LocalText;
  readonly form: Form;
  readonly context: FormContext;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
  /** Of the draft as it is saved. */
  readonly faults: readonly DraftFault[];
  /** What who files is told of the entry as it is saved; of linked parts, in which order they are done. */
  readonly told?: readonly LocalText[] | undefined;
  /** The errors are of what was just sent. */
  readonly failed?: boolean;
  /** What was just sent brought up questions that the page had not shown; it is saved already where all of them may be left empty. */
  readonly asksMore?: 'unsaved' | 'saved' | undefined;
  /** Others have saved since the page was shown: pressing again saves what is here over the draft of now. */
  readonly changes?: readonly DraftChange[];
}

const texts = defineTexts({
  back: { vi: 'Về bản nháp', en: 'Back to the draft' },
  backTo: { vi: (part: string) => `Về ${part}`, en: (part: string) => `Back to ${part}` },
  leave: { vi: 'Bỏ qua, không lưu', en: 'Leave without saving' },
  save: { vi: 'Lưu', en: 'Save' },
  diagram: { vi: 'Xem sơ đồ quy trình của bản nháp đã lưu', en: 'See the diagram of the saved draft' },
  wrong: { vi: 'Cần sửa trước khi công bố', en: 'To be mended before it is published' },
  told: { vi: 'Người nộp thấy, theo bản đã lưu', en: 'What who files sees, as saved' },
  order: { vi: 'Thứ tự thực hiện, theo bản đã lưu', en: 'In which order, as saved' },
  more: { vi: 'Chưa lưu: còn câu hỏi mới', en: 'Not saved yet: there are new questions' },
  lookAgain: {
    vi: 'Điều bạn vừa chọn mở thêm câu hỏi trên trang này. Xem các câu đó rồi bấm Lưu lần nữa.',
    en: 'What you chose brings up more questions on this page. Look at them and press Save again.',
  },
  moreSaved: { vi: 'Đã lưu. Có thêm câu hỏi', en: 'Saved. There are further questions' },
  mayLook: {
    vi: 'Điều bạn vừa chọn mở thêm câu hỏi không bắt buộc trên trang này. Trả lời câu nào thì bấm Lưu lần nữa; không thì về bản nháp.',
    en: 'What you chose brings up more questions on this page, none of which must be answered. If you answer one, press Save again; if not, go back to the draft.',
  },
  changed: { vi: 'Người khác đã sửa bản nháp', en: 'Somebody else has changed the draft' },
  again: {
    vi: 'Chưa lưu gì. Nội dung bạn nhập còn nguyên dưới đây; lưu lại thì phần này thành như bạn nhập, các phần khác giữ như người kia đã sửa.',
    en: 'Nothing was saved. What you entered is still below; saving again makes this part as you entered it, other parts stay as the other person left them.',
  },
});

export function PartPage(props: PartPageProps) {
  const {
    draft,
    part,
    path,
    title: entry,
    form,
    context,
    answers,
    errors,
    typed,
    faults,
    told = [],
    failed,
    asksMore,
    changes,
  } = props;
  const locale = useLocale();
  const words = texts(locale);
  const title = inLanguage(entry ?? part.title, locale).text;
  const back = entry ? `${draftPath(draft.code)}/${part.path}` : draftPath(draft.code);
  return (
    <OfficerLayout title={`${title}: ${draftTexts(locale).draft} ${draft.code}`}>
      <div class="vc-reading vc-stack">
        {failed && <FormErrorSummary errors={errors} />}
        <DraftHead
          draft={draft}
          title={title}
          back={{ href: back, text: entry ? words.backTo(inLanguage(part.title, locale).text) : words.back }}
        />
        {part.key === 'process' && (
          <p>
            <a class="ds-link" href={`/quan-tri/quy-trinh/${draft.code}/nhap`}>
              {words.diagram}
            </a>
          </p>
        )}
        {changes && (
          <Notice kind="warning" title={words.changed}>
            <ChangeList changes={changes} />
            <p>{words.again}</p>
          </Notice>
        )}
        {asksMore && !failed && (
          <Notice
            kind={asksMore === 'saved' ? 'info' : 'warning'}
            title={asksMore === 'saved' ? words.moreSaved : words.more}
          >
            <p>{asksMore === 'saved' ? words.mayLook : words.lookAgain}</p>
          </Notice>
        )}
        {faults.length > 0 && (
          <Notice kind="warning" title={words.wrong}>
            <ul class="vc-list">
              {faults.map(({ at, message }, index) => (
                <li key={index}>
                  {message[locale]} <FaultPlace at={at} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {told.length > 0 && (
          <Notice kind="info" title={part.key === 'linked' ? words.order : words.told}>
            {told.map((sentence, index) => (
              <p key={index}>
                <Local text={sentence} />
              </p>
            ))}
          </Notice>
        )}
        <CommandForm action={path} version={draft.version}>
          <SectionQuestions
            form={form}
            section={part.key}
            answers={answers}
            context={context}
            errors={errors}
            typed={typed}
          />
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton href={back} variant="tertiary">
              {asksMore === 'saved' ? words.back : words.leave}
            </LinkButton>
          </ButtonGroup>
        </CommandForm>
      </div>
    </OfficerLayout>
  );
}
