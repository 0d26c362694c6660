/** Office plan page: the score for those who keep the plan, with the values that wait for approval above it. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { amountWithUnit, planTexts } from '../plan-words.ts';
import { measureOf, type Score } from '../read-score.ts';
import type { ScoreFilter } from '../score-lines.ts';
import type { PlanValue } from '../values.ts';
import type { WaitingRecord } from '../sheets/approve-record.ts';
import { ScoreboardPart } from './scoreboard-part.tsx';
import { WaitingSheets } from './waiting-records.tsx';

export interface OfficePlanPageProps {
  readonly score: Score;
  readonly filter: ScoreFilter;
  readonly drafts: readonly PlanValue[];
  /** Lines of sheets. */
  readonly waiting: readonly WaitingRecord[];
  /** Path of this page. */
  readonly path: string;
}

const texts = defineTexts({
  title: { vi: 'Đề án: chỉ tiêu kế hoạch', en: 'The plan: its targets' },
  waiting: { vi: 'Số liệu chờ duyệt', en: 'Values that wait for approval' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  kind: { vi: 'Loại', en: 'Kind' },
  value: { vi: 'Giá trị', en: 'Value' },
  day: { vi: 'Ngày', en: 'Day' },
  document: { vi: 'Văn bản', en: 'Document' },
  by: { vi: 'Người nhập', en: 'Entered by' },
  at: { vi: 'Lúc', en: 'At' },
  sheets: { vi: 'Dữ liệu của đề án', en: 'Data of the plan' },
  report: { vi: 'Báo cáo quý', en: 'Quarterly report' },
  how: {
    vi: 'Mở một chỉ tiêu để nhập số liệu theo văn bản. Người khác duyệt thì số liệu mới được tính.',
    en: 'Open a target to enter a value from a document. It counts once another person has approved it.',
  },
});

export function OfficePlanPage({ score, filter, drafts, waiting, path }: OfficePlanPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <div>
          <h1>{words.title}</h1>
          <p>{words.how}</p>
          <div class="vc-buttons">
            <a class="ds-link" href={`${path}/bang`}>
              {words.sheets}
            </a>
            <a class="ds-link" href={`${path}/bao-cao`}>
              {words.report}
            </a>
          </div>
        </div>
        <WaitingSheets waiting={waiting} path={path} />
        {drafts.length > 0 && (
          <DataTable
            caption={words.waiting}
            rows={drafts}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'target',
                head: words.target,
                names: true,
                cell: ({ target }) => (
                  <a class="ds-link" href={`${path}/chi-tieu/${target}`}>
                    {target}
                  </a>
                ),
              },
              { key: 'kind', head: words.kind, cell: ({ kind }) => planTexts(locale)[kind] },
              {
                key: 'value',
                head: words.value,
                align: 'end',
                digits: true,
                cell: (value) => {
                  const measure = measureOf(score.plan, value);
                  return measure ? amountWithUnit(value.amount, measure, locale) : '–';
                },
              },
              { key: 'day', head: words.day, align: 'end', digits: true, cell: ({ day }) => dayText(day, locale) },
              { key: 'document', head: words.document, cell: ({ documentNumber }) => documentNumber },
              { key: 'by', head: words.by, cell: ({ enteredBy }) => enteredBy ?? '–' },
              {
                key: 'at',
                head: words.at,
                align: 'end',
                digits: true,
                cell: ({ enteredAt }) => timeInTable(enteredAt, locale),
              },
            ]}
          />
        )}
        <ScoreboardPart score={score} filter={filter} page={path} path={`${path}/chi-tieu`} />
      </div>
    </OfficerLayout>
  );
}
