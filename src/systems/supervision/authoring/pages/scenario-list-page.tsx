/** All scenarios: what each watches for, how grave it is, whether it is in force, and when it last looked. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { Tag, type Tone } from '../../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import type { ListedScenario, ScenarioState } from '../list-scenarios.ts';
import { EFFECT_WORDS, NEW, pathOf, scenarioTexts, SCENARIOS, SEVERITY_WORDS } from '../scenario-words.ts';

export interface ScenarioListPageProps {
  readonly search: string;
  readonly scenarios: readonly ListedScenario[];
  readonly from: number;
  readonly total: number;
  readonly next: number | undefined;
}

const texts = defineTexts({
  search: { vi: 'Tìm theo mã, tên', en: 'Find by code or title' },
  write: { vi: 'Viết kịch bản mới', en: 'Write a new scenario' },
  state: { vi: 'Tình trạng', en: 'State' },
  last: { vi: 'Xét lần cuối', en: 'Last looked' },
  never: { vi: 'chưa xét lần nào', en: 'not yet' },
  draftToo: { vi: 'có bản nháp', en: 'has a draft' },
  none: { vi: 'Không có kịch bản nào như vậy', en: 'There is no such scenario' },
  noneAbout: {
    vi: 'Thử mã hoặc từ khác, hoặc viết kịch bản mới.',
    en: 'Try another code or word, or write a new one.',
  },
  summary: {
    vi: (from: number, to: number, total: number) => `${from}–${to} trên ${total}`,
    en: (from: number, to: number, total: number) => `${from}–${to} of ${total}`,
  },
});

const STATES: Readonly<Record<ScenarioState, { readonly vi: string; readonly en: string; readonly tone: Tone }>> = {
  'in-force': { vi: 'Đang áp dụng', en: 'In force', tone: 'success' },
  scheduled: { vi: 'Chờ đến ngày', en: 'Scheduled', tone: 'info' },
  draft: { vi: 'Bản nháp', en: 'Draft', tone: 'neutral' },
  'switched-off': { vi: 'Đã tắt vì lỗi', en: 'Switched off', tone: 'danger' },
  broken: { vi: 'Không chạy được', en: 'Broken', tone: 'danger' },
  ended: { vi: 'Ngoài thời gian xét', en: 'Out of its time', tone: 'neutral' },
};

export function ScenarioListPage({ search, scenarios, from, total, next }: ScenarioListPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = scenarioTexts(locale);
  const at = (start: number) => `${SCENARIOS}?q=${encodeURIComponent(search)}&tu=${start}`;
  return (
    <OfficerLayout title={shared.scenarios}>
      <div class="vc-stack">
        <h1>{shared.scenarios}</h1>
        <FilterBar
          action={SCENARIOS}
          filters={[]}
          typed={[{ name: 'q', label: words.search, value: search, type: 'search' }]}
        >
          <LinkButton href={`${SCENARIOS}/${NEW}`} variant="secondary" icon="plus">
            {words.write}
          </LinkButton>
        </FilterBar>
        {scenarios.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={shared.scenarios}
            captionHidden
            rows={scenarios}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'code',
                head: shared.title,
                names: true,
                cell: ({ code, scenario }) => (
                  <a class="ds-link" href={pathOf(code)}>
                    {code} {scenario.title[locale]}
                  </a>
                ),
              },
              {
                key: 'severity',
                head: shared.severity,
                labelled: true,
                cell: ({ scenario: { severity, effect } }) =>
                  `${SEVERITY_WORDS[severity][locale]}${effect === 'block' ? `, ${EFFECT_WORDS.block[locale]}` : ''}`,
              },
              {
                key: 'last',
                head: words.last,
                labelled: true,
                cell: ({ evaluatedAt }) => (evaluatedAt === null ? words.never : timeInTable(evaluatedAt, locale)),
              },
              {
                key: 'state',
                head: words.state,
                cell: ({ state, hasDraft }) => (
                  <>
                    <Tag tone={STATES[state].tone}>{STATES[state][locale]}</Tag>
                    {hasDraft && state !== 'draft' && <span class="vc-quiet"> {words.draftToo}</span>}
                  </>
                ),
              },
            ]}
          />
        )}
        {total > 0 && (
          <Pagination
            summary={words.summary(from + 1, from + scenarios.length, total)}
            {...(from > 0 && { previous: at(Math.max(0, from - 50)) })}
            {...(next !== undefined && { next: at(next) })}
          />
        )}
      </div>
    </OfficerLayout>
  );
}
