/** Answers page for officers: what people say of the unit's work, those that wait for an answer first. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { Rating } from '../rating.ts';
import { isReason, REASONS } from '../reasons.ts';
import { scoreTexts } from './rate-page.tsx';

const texts = defineTexts({
  title: { vi: 'Đánh giá của người dân', en: 'What people say' },
  none: { vi: 'Chưa có đánh giá nào', en: 'No ratings yet' },
  noneAbout: { vi: 'Đánh giá về hồ sơ của đơn vị hiện ở đây.', en: 'Ratings of your unit’s dossiers appear here.' },
  answer: { vi: 'Câu trả lời', en: 'Answer' },
  hint: {
    vi: 'Người nộp đọc được. Không sửa được sau khi gửi.',
    en: 'The applicant reads it. It is not changed once sent.',
  },
  send: { vi: 'Trả lời', en: 'Answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
});

export function AnswerPage({ ratings }: { ratings: readonly Rating[] }) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <h1>{words.title}</h1>
        {ratings.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        {ratings.map((rating) => (
          <section key={rating.caseId} class="vc-rating">
            <h2>
              {scoreTexts(locale)[rating.score]} ({rating.score}/5)
            </h2>
            <p class="vc-caption">
              <a class="ds-link vc-whole" href={`/can-bo/ho-so/${rating.code}`}>
                {rating.code}
              </a>{' '}
              · {rating.procedure} · {timeInTable(rating.ratedAt, locale)}
            </p>
            {rating.reasons.length > 0 && (
              <p>
                {rating.reasons
                  .filter(isReason)
                  .map((key) => inLanguage(REASONS[key], locale).text)
                  .join(', ')}
              </p>
            )}
            {rating.comment && <p>{rating.comment}</p>}
            {rating.answer === null ? (
              <CommandForm action="/can-bo/danh-gia">
                <input type="hidden" name="case" value={rating.caseId} />
                <Textarea
                  name={`text.${rating.caseId}`}
                  label={words.answer}
                  hint={words.hint}
                  rows={3}
                  maxLength={2000}
                />
                <Button variant="secondary">{words.send}</Button>
              </CommandForm>
            ) : (
              <p class="vc-quiet">
                {words.answered}: {rating.answer}
              </p>
            )}
          </section>
        ))}
      </div>
    </OfficerLayout>
  );
}
