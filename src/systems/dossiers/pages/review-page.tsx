/** Review page: everything that is about to be handed in, what it costs, and what follows. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import { summaryMessage } from '../../../platform/forms/field-error.ts';
import type { SectionProgress } from '../../../platform/forms/progress.ts';
import { reviewForm } from '../../../platform/forms/review.ts';
import { ReviewList } from '../../../platform/forms/review-list.tsx';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import type { HandedIn } from '../../../platform/web/components/field/file-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Unconfirmed } from '../../../platform/web/components/tag/unconfirmed.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { PlannedFee } from '../../procedures/index.ts';
import type { Application } from '../application.ts';
import type { RegisterAnswer } from '../register-answers.ts';
import { RegisterAnswerText } from './register-answer.tsx';
import { REGISTER_PAPERS } from './register-papers-page.tsx';

export interface ReviewPageProps {
  application: Application;
  sections: readonly SectionProgress[];
  warnings: readonly FieldError[];
  files: readonly HandedIn[];
  /** Papers that a register answers. */
  lookedUp: readonly RegisterAnswer[];
  answerBy: Instant;
  pathOf: (section: string) => string;
}

const texts = defineTexts({
  title: { vi: 'Kiểm tra lại trước khi nộp hồ sơ', en: 'Check before you hand it in' },
  list: { vi: 'Các phần của hồ sơ', en: 'All parts' },
  notDone: { vi: 'Còn phần chưa xong', en: 'Some parts are not done' },
  warnings: { vi: 'Xem lại những chỗ này', en: 'Look at these again' },
  warningsAbout: { vi: 'Bạn vẫn nộp được nếu thông tin đúng.', en: 'You may still hand it in if this is right.' },
  lookedUp: { vi: 'Giấy tờ cơ quan tra cứu thay bạn', en: 'Papers that are looked up for you' },
  bring: { vi: 'Xem hoặc nộp giấy', en: 'See, or bring the paper' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFees: { vi: 'Không phải nộp phí, lệ phí.', en: 'There is nothing to pay.' },
  total: { vi: 'Cộng', en: 'Total' },
  feesAbout: {
    vi: 'Chưa thu bây giờ. Cơ quan gửi yêu cầu nộp tiền khi tiếp nhận hồ sơ.',
    en: 'Not charged now. The office asks for payment when it accepts the dossier.',
  },
  submit: { vi: 'Nộp hồ sơ', en: 'Hand in' },
  corrections: {
    vi: 'Nội dung sửa chưa được gửi. Quay lại trang bổ sung để gửi cùng giấy tờ.',
    en: 'The corrections are not sent yet. Go back to send them with the papers.',
  },
  toSupplement: { vi: 'Quay lại trang bổ sung', en: 'Back to the supplement' },
  change: { vi: 'Sửa tiếp', en: 'Change something' },
  consequence: {
    vi: (time: string) =>
      `Hồ sơ được gửi ngay và có mã để theo dõi. Cơ quan trả lời trước ${time}. Sau khi nộp, chỉ sửa được khi cơ quan yêu cầu bổ sung; bạn có thể rút hồ sơ.`,
    en: (time: string) =>
      `The dossier is sent at once and gets a code. The office answers before ${time}. Afterwards it can be changed only when the office asks for more; you may withdraw it.`,
  },
});

export function ReviewPage({ application, sections, warnings, files, lookedUp, answerBy, pathOf }: ReviewPageProps) {
  const { draft, version, context, plan, particulars } = application;
  const { locale } = useFrame();
  const words = texts(locale);
  const open = sections.filter((section) => section.state !== 'done');
  const reviewed = reviewForm(version.form, draft.answers, { context, locale, provenance: draft.provenance });
  return (
    <CitizenLayout title={`${words.title}: ${inLanguage(version.definition.name, locale).text}`}>
      <div class="vc-reading vc-stack">
        <div>
          <BackLink href={pathOf('')}>{words.list}</BackLink>
          <p class="vc-quiet vc-small">
            <Local text={version.definition.name} />
          </p>
          <h1>{words.title}</h1>
        </div>
        {open.length > 0 && (
          <Notice kind="danger" title={words.notDone}>
            <ul class="vc-list">
              {open.map((section) => (
                <li key={section.key}>
                  <a class="ds-link" href={pathOf(section.key)}>
                    <Local text={section.title} />
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {warnings.length > 0 && (
          <Notice kind="warning" title={words.warnings}>
            <ul class="vc-list">
              {warnings.map((warning) => (
                <li key={`${warning.path}-${warning.code}`}>
                  <Local text={summaryMessage(warning)} />
                </li>
              ))}
            </ul>
            <p class="vc-small">{words.warningsAbout}</p>
          </Notice>
        )}
        <ReviewList
          sections={reviewed}
          changePath={pathOf}
          fileOf={(id) => {
            const file = files.find((one) => one.id === id);
            return file ? (
              <a class="ds-link" href={file.href}>
                {file.name}
              </a>
            ) : null;
          }}
        />
        <LookedUp answers={lookedUp} href={pathOf(REGISTER_PAPERS)} />
        <Fees plan={plan} />
        {open.length === 0 && particulars.dossier && (
          <div class="vc-stack">
            <p>{words.corrections}</p>
            <ButtonGroup>
              <LinkButton href={`/ho-so/${particulars.dossier}/bo-sung`}>{words.toSupplement}</LinkButton>
            </ButtonGroup>
          </div>
        )}
        {open.length === 0 && !particulars.dossier && (
          <CommandForm action={pathOf('nop')}>
            <Consequence>{words.consequence(timeInSentence(answerBy, locale))}</Consequence>
            <ButtonGroup>
              <Button>{words.submit}</Button>
              <LinkButton href={pathOf('')} variant="secondary">
                {words.change}
              </LinkButton>
            </ButtonGroup>
          </CommandForm>
        )}
      </div>
    </CitizenLayout>
  );
}

function LookedUp({ answers, href }: { answers: readonly RegisterAnswer[]; href: string }) {
  const words = texts(useFrame().locale);
  if (answers.length === 0) return null;
  return (
    <section>
      <h2>{words.lookedUp}</h2>
      <SummaryList
        rows={answers.map((answer) => ({
          label: <Local text={answer.component.name} />,
          value: <RegisterAnswerText answer={answer} />,
        }))}
      />
      <p>
        <a class="ds-link" href={href}>
          {words.bring}
        </a>
      </p>
    </section>
  );
}

/** `3 bản × 8.000 đồng` */
function countedText({ count, each, unit }: NonNullable<PlannedFee['counted']>, locale: Locale): string {
  const counted = unit ? `${count} ${inLanguage(unit, locale).text}` : String(count);
  return ` (${counted} × ${moneyText(each, locale)})`;
}

function Fees({ plan }: Pick<Application, 'plan'>) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (plan.fees.length === 0) {
    return (
      <section>
        <h2>{words.fees}</h2>
        <p>{words.noFees}</p>
      </section>
    );
  }
  const total = plan.fees.reduce((sum, fee) => sum + fee.amount, 0);
  return (
    <section>
      <h2>{words.fees}</h2>
      <SummaryList
        rows={[
          ...plan.fees.map((fee) => ({
            label: <Local text={fee.name} />,
            value: (
              <>
                {moneyText(fee.amount, locale)} {fee.confirm && <Unconfirmed />}
                {fee.counted && <span class="vc-quiet vc-small">{countedText(fee.counted, locale)}</span>}
              </>
            ),
          })),
          { label: words.total, value: <strong>{moneyText(total, locale)}</strong> },
        ]}
      />
      <p class="vc-quiet vc-small">{words.feesAbout}</p>
    </section>
  );
}
