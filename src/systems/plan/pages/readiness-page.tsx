/** Readiness page: the ICT Index and DTI sheets with the evidence of each criterion, and the architecture with how its systems conform; for everybody. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { Score } from '../read-score.ts';
import { SheetTable } from './sheet-table.tsx';

const texts = defineTexts({
  title: { vi: 'Bộ chỉ số và kiến trúc', en: 'Indices and architecture' },
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  evidence: {
    vi: (have: number, all: number) => `${have} / ${all} tiêu chí có minh chứng.`,
    en: (have: number, all: number) => `${have} of ${all} criteria have evidence.`,
  },
  conforms: {
    vi: (have: number, all: number) => `${have} / ${all} hệ thống tuân thủ kiến trúc.`,
    en: (have: number, all: number) => `${have} of ${all} systems conform.`,
  },
});

export function ReadinessPage({ score: { records } }: { readonly score: Score }) {
  const words = texts(useLocale());
  const criteria = records.filter(({ sheet }) => sheet === 'criterion');
  const systems = records.filter(({ sheet }) => sheet === 'system');
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-sections">
        <div>
          <BackLink href="/de-an">{words.back}</BackLink>
          <h1>{words.title}</h1>
          {criteria.length > 0 && (
            <p>
              {words.evidence(criteria.filter(({ cells }) => cells.evidence !== undefined).length, criteria.length)}
            </p>
          )}
          {systems.length > 0 && (
            <p>{words.conforms(systems.filter(({ cells }) => cells.conformance === 'yes').length, systems.length)}</p>
          )}
        </div>
        {['criterion', 'system', 'interface', 'counter'].map((key) => (
          <SheetTable key={key} sheet={key} records={records} />
        ))}
      </div>
    </CitizenLayout>
  );
}
