/** Target page: one target of the plan for everybody. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { Score } from '../read-score.ts';
import type { TargetScore } from '../score/score-target.ts';
import { TargetPart } from './target-part.tsx';

const texts = defineTexts({
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  how: { vi: 'Cách xếp trạng thái', en: 'How the status is given' },
});

export function TargetPage({ score, of }: { readonly score: Score; readonly of: TargetScore }) {
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(of.target.name, locale).text;
  return (
    <CitizenLayout title={`${of.target.id}: ${name}`}>
      <div class="vc-reading vc-stack">
        <div>
          <BackLink href="/de-an">{words.back}</BackLink>
          <p class="vc-quiet">{of.target.id}</p>
          <h1>{name}</h1>
        </div>
        <TargetPart score={score} of={of} />
        <p>
          <a class="ds-link" href="/de-an/cach-tinh">
            {words.how}
          </a>
        </p>
      </div>
    </CitizenLayout>
  );
}
