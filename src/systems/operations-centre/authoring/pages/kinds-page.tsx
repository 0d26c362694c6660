/** Kinds of incidents for the administrator: how signals of each are grouped, by when somebody must take one, how much is to be done. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { Kinds } from '../../rules.ts';
import { groupingText } from '../kinds-setting.ts';
import { KINDS, KindsTabs, kindsTexts } from './kinds-tabs.tsx';

export interface KindsPageProps {
  readonly kinds: Kinds['kinds'];
  readonly isDraft: boolean;
  /** What the pack brought is our own proposal. */
  readonly isProposed: boolean;
}

const texts = defineTexts({
  grouping: { vi: 'Tín hiệu là một sự cố khi', en: 'Signals are one incident when' },
  take: { vi: 'Nhận trong', en: 'Taken within' },
  minutes: { vi: (m: number) => `${m} phút`, en: (m: number) => `${m} min` },
  steps: { vi: 'Việc phải làm', en: 'Steps' },
  add: { vi: 'Thêm loại sự cố', en: 'Add a kind' },
  proposed: {
    vi: 'Khoảng cách, thời gian và việc phải làm ban đầu là đề xuất của phần mềm, chờ tỉnh xác nhận.',
    en: 'The first distances, times and steps are a proposal of the program, to be confirmed by the province.',
  },
});

export function KindsPage({ kinds, isDraft, isProposed }: KindsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = kindsTexts(locale);
  return (
    <OfficerLayout title={shared.title} tabs={<KindsTabs here={KINDS} />}>
      <div class="vc-stack">
        <h1>{shared.title}</h1>
        {isDraft && <Notice kind="info" title={shared.fromDraft} />}
        {isProposed && <p class="vc-quiet">{words.proposed}</p>}
        <DataTable
          caption={shared.title}
          captionHidden
          cards
          rows={kinds}
          keyOf={({ key }) => key}
          columns={[
            {
              key: 'name',
              head: shared.title,
              names: true,
              cell: ({ key, name }) => (
                <a class="ds-link" href={`${KINDS}/loai/${key}`}>
                  <Local text={name} />
                </a>
              ),
            },
            { key: 'grouping', head: words.grouping, cell: (kind) => groupingText(kind)[locale] },
            { key: 'take', head: words.take, align: 'end', cell: ({ take_minutes: m }) => words.minutes(m) },
            { key: 'steps', head: words.steps, align: 'end', digits: true, cell: ({ steps }) => steps.length },
          ]}
        />
        <p>
          <LinkButton href={`${KINDS}/loai/moi`} icon="plus" variant="secondary">
            {words.add}
          </LinkButton>
        </p>
      </div>
    </OfficerLayout>
  );
}
