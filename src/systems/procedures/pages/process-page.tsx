/** Process page of the administrator: the internal process of a procedure as a diagram and a table. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { LinkList } from '../../../platform/web/components/link-list/link-list.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ProcedureDefinition } from '../definition.ts';
import type { ProcessFlow } from '../process-flow.ts';
import { minutesWords } from '../process-words.ts';
import { ProcessDiagram } from './process-diagram.tsx';
import { termText } from './processes-page.tsx';

export interface ProcessPageProps {
  readonly definition: ProcedureDefinition;
  readonly flow: ProcessFlow;
  readonly minutes: number;
  /** Cases with a term of their own; the one whose hours are shown. */
  readonly shownCase: string | undefined;
  readonly path: string;
  /** It is a draft: where its steps are edited. */
  readonly draft?: string;
}

const texts = defineTexts({
  title: { vi: 'Quy trình nội bộ', en: 'Internal process' },
  diagram: { vi: 'Sơ đồ quy trình', en: 'Diagram of the process' },
  term: { vi: 'Thời hạn giải quyết', en: 'Term' },
  total: { vi: 'Tổng giờ các bước', en: 'Hours of all steps' },
  longest: { vi: 'theo đường đi dài nhất', en: 'along the longest way' },
  cases: { vi: 'Trường hợp có thời hạn riêng', en: 'Cases with a term of their own' },
  general: { vi: 'Thời hạn chung', en: 'General term' },
  draft: { vi: 'Đây là bản nháp, chưa áp dụng cho hồ sơ nào.', en: 'This is a draft; no dossier goes by it.' },
  edit: { vi: 'Sửa các bước', en: 'Edit the steps' },
  whatIf: { vi: 'Tính thử với hồ sơ tháng trước', en: 'Try it on last month’s dossiers' },
  impact: { vi: 'Hồ sơ đang mở bị ảnh hưởng', en: 'Open dossiers concerned' },
  proposed: {
    vi: 'Thủ tục này chưa có quy trình riêng: đây là quy trình chung, chờ quyết định phê duyệt quy trình nội bộ.',
    en: 'This procedure has no process of its own: this is the general one, until a decision approves another.',
  },
  how: {
    vi: 'Đường liền là đường đi tiếp. Khung nét đứt là bước chỉ làm khi điều kiện đúng. Mũi tên nét đứt là việc trả lại bước trước.',
    en: 'Whole lines lead on. A box with a broken edge is a step taken only when its condition holds. Broken arrows send back to the step before.',
  },
  beside: {
    vi: 'Cột cuối là phần việc của cơ quan khác: đường chấm đi ra từ bước bắt đầu phần việc và trở về bước phải chờ phần việc xong mới qua được.',
    en: 'The last column holds the parts of other bodies: a dotted line leaves the step that begins a part and comes back to the step that is not completed before it has ended.',
  },
});

export function ProcessPage({ definition, flow, minutes, shownCase, path, draft }: ProcessPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const name = inLanguage(definition.name, locale).text;
  const cases = definition.cases ?? [];
  const term = cases.find(({ key }) => key === shownCase)?.term ?? definition.term;
  return (
    <OfficerLayout title={`${words.title}: ${name}`}>
      <div class="vc-stack">
        <div>
          <p class="vc-quiet">
            {words.title} · <span class="vc-whole">{definition.code}</span>
          </p>
          <h1>
            <Local text={definition.name} />
          </h1>
        </div>
        {draft && (
          <Notice>
            {words.draft}{' '}
            <a class="ds-link" href={draft}>
              {words.edit}
            </a>
          </Notice>
        )}
        {flow.proposed && <Notice>{words.proposed}</Notice>}
        <SummaryList
          rows={[
            { label: words.term, value: termText(term, locale) },
            { label: words.total, value: `${minutesWords(minutes)[locale]} (${words.longest})` },
          ]}
        />
        {cases.length > 0 && (
          <section aria-labelledby="cases">
            <h2 id="cases">{words.cases}</h2>
            <LinkList
              rows={[{ key: '', name: { vi: texts('vi').general, en: texts('en').general } }, ...cases].map(
                ({ key, name: of }) => ({
                  title: inLanguage(of, locale).text,
                  href: key === '' ? path : `${path}?truong-hop=${key}`,
                }),
              )}
            />
          </section>
        )}
        <p>
          <a
            class="ds-link"
            href={`/quan-tri/tinh-thu-thoi-han?thutuc=${definition.code}&theo=${draft ? 'nhap' : 'thoihan'}`}
          >
            {words.whatIf}
          </a>
          {' · '}
          <a class="ds-link" href={`/quan-tri/anh-huong?loai=thu-tuc&ma=${definition.code}`}>
            {words.impact}
          </a>
        </p>
        <section aria-labelledby="diagram" class="vc-rows">
          <h2 id="diagram">{words.diagram}</h2>
          <p class="vc-quiet">
            {words.how} {flow.parts.length > 0 && words.beside}
          </p>
          <ProcessDiagram flow={flow} label={`${words.diagram}: ${name}`} />
        </section>
      </div>
    </OfficerLayout>
  );
}
