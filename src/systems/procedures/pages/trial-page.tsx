/** The drafted form as people see it, all sections on one page, to be filled in and checked without making a dossier. */
import type { Form, FormContext } from '../../../platform/forms/form.ts';
import { FormErrorSummary } from '../../../platform/forms/form-error-summary.tsx';
import { liveForm } from '../../../platform/forms/live-form.ts';
import { summaryMessage } from '../../../platform/forms/field-error.ts';
import { SectionQuestions } from '../../../platform/forms/section-questions.tsx';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { PreviewLayout } from '../../../platform/web/layouts/preview-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { METHODS } from '../definition-atoms.ts';
import { valueWords } from '../draft/fact-words.ts';
import type { Trial } from '../edit/try-form.ts';
import type { Plan } from '../plan.ts';

export const CHANNEL_FIELD = '_kenh';

export interface TrialPageProps {
  readonly form: Form;
  readonly context: FormContext;
  readonly trial: Trial;
  readonly action: string;
  /** It was sent, so what is missing is told. */
  readonly sent: boolean;
}

const texts = defineTexts({
  about: {
    vi: 'Nhập thử: kiểm tra như khi nộp thật, không lập hồ sơ, không giữ tệp.',
    en: 'A trial: checked as when filed, no dossier is made, no file is kept.',
  },
  channel: { vi: 'Nhập thử như khi nộp', en: 'Try it as filed' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  more: { vi: 'Câu trả lời làm hiện thêm câu hỏi', en: 'The answers bring up further questions' },
  good: { vi: 'Hồ sơ như thế này nộp được', en: 'A dossier like this could be filed' },
  warnings: { vi: 'Lưu ý', en: 'Take note' },
  term: { vi: 'Thời hạn', en: 'Term' },
  words: { vi: 'theo lời văn của thời hạn', en: 'as the term says in words' },
  papers: { vi: 'Thành phần hồ sơ', en: 'Papers' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  none: { vi: 'Không có', en: 'None' },
  steps: { vi: 'Các bước giải quyết', en: 'Steps' },
  dong: { vi: 'đồng', en: 'VND' },
});

export function TrialPage({ form, context, trial, action, sent }: TrialPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { answers, typed, errors, warnings, more, plan } = trial;
  const { sections } = liveForm(form, answers, context);
  return (
    <PreviewLayout title={inLanguage(form.definition.title, locale).text}>
      <div class="vc-reading vc-stack">
        {sent && errors.length > 0 && <FormErrorSummary errors={errors} />}
        <h1>
          <Local text={form.definition.title} />
        </h1>
        <p class="vc-quiet">{words.about}</p>
        {sent && more && <Notice kind="info" title={words.more} />}
        {plan && <Planned plan={plan} />}
        {sent && warnings.length > 0 && (
          <Notice kind="warning" title={words.warnings}>
            <ul class="vc-list">
              {warnings.map((one) => (
                <li key={`${one.path} ${one.code}`}>
                  <Local text={summaryMessage(one)} />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <CommandForm action={action}>
          <Select
            name={CHANNEL_FIELD}
            label={words.channel}
            value={context.channel}
            options={METHODS.map((value) => ({ value, label: inLanguage(valueWords('method', value), locale).text }))}
          />
          {sections.map(({ section: { key, title, hint } }) => (
            <section key={key} class="vc-stack">
              <h2>
                <Local text={title} />
              </h2>
              {hint && (
                <p class="vc-quiet">
                  <Local text={hint} />
                </p>
              )}
              <SectionQuestions
                form={form}
                section={key}
                heading={title}
                answers={answers}
                context={context}
                errors={errors}
                typed={typed}
                suggestions={false}
              />
            </section>
          ))}
          <Button>{words.check}</Button>
        </CommandForm>
      </div>
    </PreviewLayout>
  );
}

function Planned({ plan }: { plan: Plan }) {
  const locale = useLocale();
  const words = texts(locale);
  const term = plan.term === null ? words.words : inLanguage(valueWords('term', plan.term), locale).text;
  const lines = (items: readonly string[]) =>
    items.length === 0 ? words.none : items.map((item, index) => <p key={index}>{item}</p>);
  return (
    <Notice kind="success" title={words.good}>
      <SummaryList
        rows={[
          { label: words.term, value: term },
          { label: words.papers, value: lines(plan.components.map(({ name }) => inLanguage(name, locale).text)) },
          {
            label: words.fees,
            value: lines(
              plan.fees.map(
                ({ name, amount }) => `${inLanguage(name, locale).text}: ${groupedNumber(amount)} ${words.dong}`,
              ),
            ),
          },
          { label: words.steps, value: lines(plan.steps.map(({ name }) => inLanguage(name, locale).text)) },
        ]}
      />
    </Notice>
  );
}
