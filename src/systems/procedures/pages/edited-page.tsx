/** List of procedures to edit: what is in force, what waits for its day, what is being drafted and by whom. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../platform/web/components/filter-bar/filter-bar.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { EditedFilter, EditedProcedure } from '../draft/list-edited.ts';
import { draftPath, draftTexts, EDITED, editedPath } from './draft-words.ts';

export const SHOWN_ONLY: readonly EditedFilter['only'][] = ['all', 'drafts', 'scheduled'];

export interface EditedPageProps {
  readonly showing: EditedFilter['only'];
  readonly words: string;
  readonly procedures: readonly EditedProcedure[];
  readonly next?: string;
}

const texts = defineTexts({
  about: {
    vi: 'Mỗi thủ tục có các phiên bản không sửa được và nhiều nhất một bản nháp. Bản nháp chỉ có hiệu lực khi công bố; hồ sơ đã nộp giữ phiên bản lúc nộp.',
    en: 'A procedure has versions that are never edited and at most one draft. A draft counts only once it is published; dossiers keep the version they were filed on.',
  },
  new: { vi: 'Lập thủ tục mới', en: 'Set up a new procedure' },
  find: { vi: 'Mã hoặc tên', en: 'Code or name' },
  state: { vi: 'Hiện', en: 'Show' },
  all: { vi: 'Tất cả', en: 'All' },
  drafts: { vi: 'Có bản nháp', en: 'With a draft' },
  scheduled: { vi: 'Có phiên bản chờ áp dụng', en: 'With a version scheduled' },
  none: { vi: 'Không có thủ tục nào', en: 'There are none' },
  shown: { vi: (count: number) => `${count} thủ tục`, en: (count: number) => `${count} procedures` },
  notYet: { vi: 'Chưa công bố', en: 'Not published' },
});

export function EditedPage({ showing, words: typed, procedures, next }: EditedPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = draftTexts(locale);
  return (
    <OfficerLayout title={shared.list}>
      <div class="vc-stack">
        <h1>{shared.list}</h1>
        <p>{words.about}</p>
        <p>
          <LinkButton href={`${EDITED}/moi`} variant="secondary">
            {words.new}
          </LinkButton>
        </p>
        <FilterBar
          action={EDITED}
          filters={[
            {
              name: 'hien',
              label: words.state,
              value: showing === 'all' ? '' : showing,
              options: SHOWN_ONLY.map((one) => ({ value: one === 'all' ? '' : one, label: words[one] })),
            },
          ]}
          typed={[{ name: 'tim', label: words.find, value: typed, type: 'search' }]}
        />
        {procedures.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <Rows procedures={procedures} />
            <Pagination summary={words.shown(procedures.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Rows({ procedures }: Pick<EditedPageProps, 'procedures'>) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = draftTexts(locale);
  return (
    <DataTable
      caption={shared.list}
      captionHidden
      rows={procedures}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'code',
          head: shared.code,
          names: true,
          cell: ({ code }) => (
            <a class="ds-link vc-whole" href={editedPath(code)}>
              {code}
            </a>
          ),
        },
        { key: 'name', head: shared.procedure, cell: ({ name }) => <Local text={name} /> },
        {
          key: 'in-force',
          head: shared.inForce,
          cell: ({ inForce, since, scheduled }) => (
            <>
              {inForce ? (since === null ? shared.always : shared.since(dayText(since, locale))) : words.notYet}
              {scheduled !== null && (
                <>
                  {' '}
                  <Tag tone="info">{`${shared.scheduled} ${shared.since(dayText(scheduled, locale))}`}</Tag>
                </>
              )}
            </>
          ),
        },
        {
          key: 'draft',
          head: shared.draft,
          cell: ({ code, draftChangedAt, draftBy }) =>
            draftChangedAt === null ? (
              <span class="vc-quiet">–</span>
            ) : (
              <a class="ds-link" href={draftPath(code)}>
                {shared.changedBy(draftBy ?? shared.somebody, timeInTable(draftChangedAt, locale))}
              </a>
            ),
        },
      ]}
    />
  );
}
