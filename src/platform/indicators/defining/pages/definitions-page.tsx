/** Definitions page: every indicator with what it measures, and whether it counts, waits for its day or is being drafted. */
import { inLanguage } from '../../../i18n/local-text.ts';
import { defineTexts } from '../../../i18n/texts.ts';
import { LinkButton } from '../../../web/components/button/button.tsx';
import { DataTable } from '../../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../web/components/filter-bar/filter-bar.tsx';
import { Tag, type Tone } from '../../../web/components/tag/tag.tsx';
import { Unconfirmed } from '../../../web/components/tag/unconfirmed.tsx';
import { useLocale } from '../../../web/frame.tsx';
import { OfficerLayout } from '../../../web/layouts/officer-layout.tsx';
import { Local } from '../../../web/local.tsx';
import type { Measures } from '../../follow-journal.ts';
import { DEFINITIONS, definingTexts, fieldTexts, NEW, pathOf, PERIOD_WORDS } from '../defining-words.ts';
import type { Defined, DefinedState } from '../list-defined.ts';

const texts = defineTexts({
  about: {
    vi: 'Soạn bản nháp, so với bản đang áp dụng, đếm thử trên dữ liệu hiện có, rồi công bố từ một ngày theo quyết định; bản cũ dùng lại được.',
    en: 'Draft, compare with what is in force, try it on what is there, then publish it from a day by a decision; an older version can come back.',
  },
  search: { vi: 'Tìm theo mã, tên', en: 'Find by code or name' },
  write: { vi: 'Chỉ số mới', en: 'New indicator' },
  state: { vi: 'Tình trạng', en: 'State' },
  draftToo: { vi: 'có bản nháp', en: 'has a draft' },
  none: { vi: 'Không có chỉ số nào như vậy', en: 'There is no such indicator' },
  noneAbout: { vi: 'Thử mã hoặc từ khác, hoặc soạn chỉ số mới.', en: 'Try another code or word, or define a new one.' },
});

const STATES: Readonly<Record<DefinedState, { readonly vi: string; readonly en: string; readonly tone: Tone }>> = {
  'in-force': { vi: 'Đang áp dụng', en: 'In force', tone: 'success' },
  scheduled: { vi: 'Chờ đến ngày', en: 'Scheduled', tone: 'info' },
  draft: { vi: 'Bản nháp', en: 'Draft', tone: 'neutral' },
  broken: { vi: 'Định nghĩa hỏng, không được đếm', en: 'Broken, not counted', tone: 'danger' },
  withdrawn: { vi: 'Không còn trong gói dữ liệu', en: 'No longer in the pack', tone: 'neutral' },
};

export interface DefinitionsPageProps {
  readonly search: string;
  readonly defined: readonly Defined[];
  readonly measures: Measures;
}

export function DefinitionsPage({ search, defined, measures }: DefinitionsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = definingTexts(locale);
  const fields = fieldTexts(locale);
  const sectors = [...Map.groupBy(defined, ({ body }) => body.sector.sector).values()];
  return (
    <OfficerLayout title={shared.definitions}>
      <div class="vc-stack">
        <div>
          <h1>{shared.definitions}</h1>
          <p class="vc-quiet">{words.about}</p>
        </div>
        <FilterBar
          action={DEFINITIONS}
          filters={[]}
          typed={[{ name: 'q', label: words.search, value: search, type: 'search' }]}
        >
          <LinkButton href={`${DEFINITIONS}/${NEW}`} variant="secondary" icon="plus">
            {words.write}
          </LinkButton>
        </FilterBar>
        {defined.length === 0 && (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        )}
        {sectors.map((members) => (
          <DataTable
            key={members[0]?.body.sector.sector}
            caption={inLanguage(members[0]?.body.sector.name ?? { vi: '' }, locale).text}
            rows={members}
            keyOf={({ code }) => code}
            columns={[
              {
                key: 'name',
                head: fields.code,
                names: true,
                cell: ({ code, body: { name, confirm, measure } }) => (
                  <>
                    {/* without its measure there is no form of it */}
                    {measures.has(measure) ? (
                      <a class="ds-link" href={pathOf(code)}>
                        <Local text={name} />
                      </a>
                    ) : (
                      <Local text={name} />
                    )}{' '}
                    {confirm && <Unconfirmed />}
                    <p class="vc-caption">{code}</p>
                  </>
                ),
              },
              {
                key: 'measure',
                head: fields.measure,
                labelled: true,
                cell: ({ body: { measure } }) => <Local text={measures.get(measure)?.title ?? { vi: measure }} />,
              },
              {
                key: 'period',
                head: fields.period,
                labelled: true,
                cell: ({ body: { period } }) => PERIOD_WORDS[period][locale],
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
        ))}
      </div>
    </OfficerLayout>
  );
}
