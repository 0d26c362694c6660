/** Repeats page: who is found again and again for what, for every hundred acts. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Tabs } from '../../../platform/web/components/tabs/tabs.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FINDINGS } from '../findings/findings-asked.ts';
import { type Repeat, REPEATED_BY, type RepeatedBy } from '../repeats.ts';
import { keeperTabs, REPEATS } from './findings-tabs.tsx';

export interface RepeatsPageProps {
  readonly by: RepeatedBy;
  readonly from: string;
  readonly to: string;
  readonly repeats: readonly Repeat[];
  readonly keeps: boolean;
}

const texts = defineTexts({
  title: { vi: 'Phát hiện lặp lại', en: 'Repeated findings' },
  about: {
    vi: (from: string, to: string) =>
      `Từ ${from} đến ${to}, hai lần trở lên cùng một kịch bản. Không tính phát hiện đã rút, đã có lý do chính đáng hoặc do kịch bản sai. Xếp theo số phát hiện trên 100 việc đã làm với hồ sơ.`,
    en: (from: string, to: string) =>
      `From ${from} to ${to}, twice or more by the same rule. Withdrawn, excused and wrong ones are not counted. In the order of findings for every 100 acts on dossiers.`,
  },
  label: { vi: 'Giám sát', en: 'Supervision' },
  list: { vi: 'Phát hiện', en: 'Findings' },
  by: { vi: 'Theo', en: 'By' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  scenario: { vi: 'Kịch bản', en: 'Scenario' },
  findings: { vi: 'Phát hiện', en: 'Findings' },
  acts: { vi: 'Việc đã làm', en: 'Acts' },
  rate: { vi: 'Trên 100 việc', en: 'Per 100 acts' },
  noRate: { vi: 'Chưa có số liệu', en: 'No data' },
  none: { vi: 'Không có phát hiện lặp lại', en: 'Nothing is repeated' },
  noneAbout: {
    vi: 'Trong những ngày này không ai bị phát hiện hai lần vì cùng một việc.',
    en: 'Nobody was found twice for the same thing on these days.',
  },
});

const FILTER: Readonly<Record<RepeatedBy, string>> = { officer: 'canbo', unit: 'donvi', procedure: 'thutuc' };

export function RepeatsPage({ by, from, to, repeats, keeps }: RepeatsPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <OfficerLayout
      title={words.title}
      tabs={
        <Tabs
          label={words.label}
          tabs={[{ label: words.list, href: FINDINGS }, ...keeperTabs(locale, { sees: true, keeps, current: REPEATS })]}
        />
      }
    >
      <div class="vc-stack vc-findings">
        <h1>{words.title}</h1>
        <p class="vc-quiet">{words.about(dayText(from, locale), dayText(to, locale))}</p>
        <FilterBar
          action={REPEATS}
          filters={[
            {
              name: 'theo',
              label: words.by,
              value: by,
              options: REPEATED_BY.map((value) => ({ value, label: words[value] })),
            },
          ]}
          typed={[
            { name: 'tu', label: words.from, value: from, type: 'date' },
            { name: 'den', label: words.to, value: to, type: 'date' },
          ]}
        />
        {repeats.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            rows={repeats}
            keyOf={({ key, scenario }) => `${key} ${scenario}`}
            columns={[
              { key: 'who', head: words[by], names: true, cell: ({ name }) => <Local text={name} /> },
              {
                key: 'scenario',
                head: words.scenario,
                cell: ({ scenario, title }) => (
                  <>
                    {scenario} <Local text={title} />
                  </>
                ),
              },
              {
                key: 'findings',
                head: words.findings,
                align: 'end',
                digits: true,
                labelled: true,
                cell: ({ findings, key, scenario }) => (
                  <a
                    class="ds-link"
                    href={`${FINDINGS}?cua=don-vi&${FILTER[by]}=${key}&kichban=${scenario}&tu=${from}&den=${to}`}
                  >
                    {groupedNumber(findings, locale)}
                  </a>
                ),
              },
              {
                key: 'acts',
                head: words.acts,
                align: 'end',
                digits: true,
                labelled: true,
                cell: ({ acts }) => groupedNumber(acts, locale),
              },
              {
                key: 'rate',
                head: words.rate,
                align: 'end',
                digits: true,
                labelled: true,
                cell: ({ findings, acts }) =>
                  acts === 0 ? words.noRate : groupedNumber(Math.round((findings * 1000) / acts) / 10, locale),
              },
            ]}
          />
        )}
      </div>
    </OfficerLayout>
  );
}
