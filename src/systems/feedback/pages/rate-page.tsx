/** Rating page: one question, the reasons when something was wrong, and room for words; afterwards what was said and answered. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { ErrorSummary } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { Checkboxes, Radios } from '../../../platform/web/components/field/radios.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { Rating } from '../rating.ts';
import { isReason, REASONS } from '../reasons.ts';
import type { Score } from '../tables.ts';

export interface RatePageProps {
  code: string;
  procedure: string;
  given: Rating | undefined;
  sent: { readonly score: string; readonly reasons: readonly string[]; readonly comment: string };
  /** The field that is wrong, with its sentence. */
  error?: { readonly name: 'score' | 'reasons'; readonly message: string };
}

const texts = defineTexts({
  title: { vi: 'Đánh giá việc giải quyết hồ sơ', en: 'Rate how it was handled' },
  back: { vi: 'Về trang hồ sơ', en: 'Back to the dossier' },
  question: { vi: 'Bạn hài lòng đến mức nào?', en: 'How satisfied are you?' },
  reasons: { vi: 'Điều gì chưa tốt?', en: 'What was not right?' },
  reasonsHint: {
    vi: 'Chọn ít nhất một điều nếu bạn chưa hài lòng.',
    en: 'Choose at least one when you are not satisfied.',
  },
  comment: { vi: 'Nhận xét', en: 'Comment' },
  effect: {
    vi: 'Cơ quan giải quyết thấy đánh giá cùng mã hồ sơ và có thể trả lời. Đánh giá không sửa được sau khi gửi.',
    en: 'The office sees the rating with the dossier’s code and may answer. A rating is not changed once it is sent.',
  },
  send: { vi: 'Gửi đánh giá', en: 'Send' },
  thanks: { vi: 'Bạn đã đánh giá hồ sơ này', en: 'You have rated this dossier' },
  score: { vi: 'Mức hài lòng', en: 'Satisfaction' },
  at: { vi: 'Gửi lúc', en: 'Sent at' },
  answer: { vi: 'Cơ quan trả lời', en: 'The office’s answer' },
  noAnswer: { vi: 'Chưa có', en: 'None yet' },
  numbers: { vi: 'Xem số liệu đánh giá của các cơ quan', en: 'See the numbers of all offices' },
});

export const scoreTexts = defineTexts({
  5: { vi: 'Rất hài lòng', en: 'Very satisfied' },
  4: { vi: 'Hài lòng', en: 'Satisfied' },
  3: { vi: 'Bình thường', en: 'Neither' },
  2: { vi: 'Chưa hài lòng', en: 'Not satisfied' },
  1: { vi: 'Rất không hài lòng', en: 'Not satisfied at all' },
});

const SCORES: readonly Score[] = [5, 4, 3, 2, 1];

export function RatePage({ code, procedure, given, sent, error }: RatePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <CitizenLayout title={`${words.title}: ${code}`}>
      <div class="vc-reading vc-stack">
        {error && <ErrorSummary errors={[error]} />}
        <div>
          <BackLink href={`/ho-so/${code}`}>{words.back}</BackLink>
          <p class="vc-quiet vc-small">
            <span class="vc-whole">{code}</span> · {procedure}
          </p>
          <h1>{given ? words.thanks : words.title}</h1>
        </div>
        {given ? (
          <div>
            <Given rating={given} />
          </div>
        ) : (
          <Ask code={code} sent={sent} error={error} />
        )}
        <p>
          <a class="ds-link" href="/danh-gia">
            {words.numbers}
          </a>
        </p>
      </div>
    </CitizenLayout>
  );
}

function Ask({ code, sent, error }: Pick<RatePageProps, 'code' | 'sent' | 'error'>) {
  const { locale } = useFrame();
  const words = texts(locale);
  const scores = scoreTexts(locale);
  return (
    <CommandForm action={`/ho-so/${code}/danh-gia`}>
      <Radios
        name="score"
        label={words.question}
        options={SCORES.map((score) => ({ value: String(score), label: scores[score] }))}
        value={sent.score}
        error={error?.name === 'score' ? error.message : undefined}
      />
      <Checkboxes
        name="reasons"
        label={words.reasons}
        hint={words.reasonsHint}
        options={Object.entries(REASONS).map(([value, label]) => ({ value, label: <Local text={label} /> }))}
        values={sent.reasons}
        error={error?.name === 'reasons' ? error.message : undefined}
        optional
      />
      <Textarea name="comment" label={words.comment} value={sent.comment} maxLength={2000} optional />
      <Consequence>{words.effect}</Consequence>
      <ButtonGroup>
        <Button>{words.send}</Button>
      </ButtonGroup>
    </CommandForm>
  );
}

function Given({ rating }: { rating: Rating }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const reasons = rating.reasons.filter(isReason).map((key) => inLanguage(REASONS[key], locale).text);
  return (
    <SummaryList
      rows={[
        { label: words.score, value: `${scoreTexts(locale)[rating.score]} (${rating.score}/5)` },
        ...(reasons.length > 0 ? [{ label: words.reasons, value: reasons.join(', ') }] : []),
        ...(rating.comment ? [{ label: words.comment, value: rating.comment }] : []),
        { label: words.at, value: timeInSentence(rating.ratedAt, locale) },
        { label: words.answer, value: rating.answer ?? <span class="vc-quiet">{words.noAnswer}</span> },
      ]}
    />
  );
}
