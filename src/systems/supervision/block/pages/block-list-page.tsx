/** Drafts of scenarios that would block an act: which wait for somebody to authorise it. */
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { Tag } from '../../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import type { BlockApproval } from '../block-approval.ts';
import { BLOCKS, blockTexts } from '../block-words.ts';

export interface BlockListPageProps {
  readonly drafts: readonly {
    readonly code: string;
    readonly title: Required<LocalText>;
    readonly approval: BlockApproval | undefined;
  }[];
}

const texts = defineTexts({
  scenario: { vi: 'Kịch bản', en: 'Scenario' },
  state: { vi: 'Tình trạng', en: 'State' },
  waits: { vi: 'Chờ phê duyệt', en: 'Waits' },
  approved: { vi: 'Đã phê duyệt, chờ công bố', en: 'Approved, not yet published' },
  none: { vi: 'Không có bản nháp nào chặn hành vi', en: 'No draft would block an act' },
  noneAbout: {
    vi: 'Khi một kịch bản được soạn để chặn hành vi, nó chờ ở đây cho đến khi được phép.',
    en: 'A scenario written to block an act waits here until that is authorised.',
  },
});

export function BlockListPage({ drafts }: BlockListPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const { title } = blockTexts(locale);
  return (
    <OfficerLayout title={title}>
      <div class="vc-stack">
        <h1>{title}</h1>
        {drafts.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={title}
            captionHidden
            rows={drafts}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'scenario',
                head: words.scenario,
                names: true,
                cell: (draft) => (
                  <a class="ds-link" href={`${BLOCKS}/${draft.code}`}>
                    {draft.code} {draft.title[locale]}
                  </a>
                ),
              },
              {
                key: 'state',
                head: words.state,
                cell: ({ approval }) => (
                  <Tag tone={approval ? 'success' : 'warning'}>{approval ? words.approved : words.waits}</Tag>
                ),
              },
            ]}
          />
        )}
      </div>
    </OfficerLayout>
  );
}
