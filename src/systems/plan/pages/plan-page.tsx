/** Plan page: the score of the province's plan for everybody, with its files. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import type { Score } from '../read-score.ts';
import type { ScoreFilter } from '../score-lines.ts';
import { ScoreboardPart } from './scoreboard-part.tsx';

const texts = defineTexts({
  title: { vi: 'Chỉ tiêu kế hoạch', en: 'Targets of the plan' },
  projects: { vi: 'Nhiệm vụ, dự án, kinh phí', en: 'Tasks, projects, money' },
  readiness: { vi: 'Bộ chỉ số, kiến trúc', en: 'Indices, architecture' },
  how: { vi: 'Cách tính', en: 'How it is reckoned' },
  csv: { vi: 'Tải CSV', en: 'Download CSV' },
  json: { vi: 'Tải JSON', en: 'Download JSON' },
  xlsx: { vi: 'Tải bảng tính', en: 'Download the workbook' },
  invented: { vi: 'Có số liệu bịa để trình diễn', en: 'Some values are invented for the demonstration' },
  inventedAbout: {
    vi: 'Số liệu nhập tay ở đây không phải của tỉnh. Trang của từng chỉ tiêu ghi rõ số nào là bịa.',
    en: 'Values entered here are not the province’s. The page of each target says which are invented.',
  },
});

export function PlanPage({ score, filter }: { readonly score: Score; readonly filter: ScoreFilter }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-stack">
        <div>
          <p class="vc-quiet">{inLanguage(score.plan.name, locale).text}</p>
          <h1>{words.title}</h1>
        </div>
        {score.invented && (
          <Notice kind="warning" title={words.invented}>
            <p>{words.inventedAbout}</p>
          </Notice>
        )}
        <ScoreboardPart score={score} filter={filter} page="/de-an" path="/de-an/chi-tieu" />
        <div class="vc-buttons">
          {[
            ['/de-an/du-an', words.projects],
            ['/de-an/bo-chi-so', words.readiness],
            ['/de-an/cach-tinh', words.how],
            ['/de-an.csv', words.csv],
            ['/de-an.json', words.json],
            ['/de-an.xlsx', words.xlsx],
          ].map(([href, label]) => (
            <a key={href} class="ds-link" href={href}>
              {label}
            </a>
          ))}
        </div>
      </div>
    </CitizenLayout>
  );
}
