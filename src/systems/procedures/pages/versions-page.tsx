/** One procedure for its administrator: every version there ever was, the draft beside them, and the way back to an older one. */
import type { Day } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Button, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Consequence } from '../../../platform/web/components/consequence/consequence.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ListedVersion } from '../draft/versions.ts';
import { draftPath, draftTexts, EDITED, editedPath } from './draft-words.ts';

export interface VersionsPageProps {
  readonly code: string;
  readonly name: LocalText;
  readonly versions: readonly ListedVersion[];
  readonly hasDraft: boolean;
  readonly today: Day;
}

const texts = defineTexts({
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  draftFrom: { vi: 'Lập bản nháp từ phiên bản mới nhất', en: 'Draft from the newest version' },
  openDraft: { vi: 'Mở bản nháp', en: 'Open the draft' },
  effect: {
    vi: 'Bản nháp không thay đổi gì cho người dân và hồ sơ cho đến khi được công bố.',
    en: 'A draft changes nothing for people or dossiers until it is published.',
  },
  asPeople: { vi: 'Xem trang người dân thấy', en: 'See the page people see' },
  versions: { vi: 'Các phiên bản', en: 'Versions' },
  none: { vi: 'Chưa có phiên bản nào được công bố', en: 'No version has been published' },
  days: { vi: 'Hiệu lực', en: 'In force' },
  state: { vi: 'Tình trạng', en: 'State' },
  published: { vi: 'Công bố', en: 'Published' },
  pack: { vi: 'Gói dữ liệu của tỉnh', en: 'Province pack' },
  again: { vi: 'dùng lại phiên bản cũ', en: 'an older version again' },
  compare: { vi: 'So sánh', en: 'Compare' },
  see: { vi: 'Xem khác biệt', en: 'See what differs' },
});

export function VersionsPage({ code, name, versions, hasDraft, today }: VersionsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={`${code} ${name.vi}`}>
      <div class="vc-stack">
        <p>
          <a class="ds-link" href={EDITED}>
            {words.back}
          </a>
        </p>
        <h1>
          <Local text={name} />
        </h1>
        <p class="vc-quiet">{code}</p>
        {versions.some((version) => stateOf(version, today) === 'inForce') && (
          <p>
            <a class="ds-link" href={`/thu-tuc/${code}`}>
              {words.asPeople}
            </a>
          </p>
        )}
        {hasDraft ? (
          <p>
            <LinkButton href={draftPath(code)}>{words.openDraft}</LinkButton>
          </p>
        ) : (
          <CommandForm action={`${editedPath(code)}/lap-nhap`}>
            <Consequence>{words.effect}</Consequence>
            <Button>{words.draftFrom}</Button>
          </CommandForm>
        )}
        <h2>{words.versions}</h2>
        {versions.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <Versions code={code} versions={versions} today={today} />
        )}
      </div>
    </OfficerLayout>
  );
}

function Versions({ code, versions, today }: Pick<VersionsPageProps, 'code' | 'versions' | 'today'>) {
  const locale = useLocale();
  const words = texts(locale);
  const shared = draftTexts(locale);
  return (
    <DataTable
      caption={words.versions}
      captionHidden
      rows={versions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'days',
          head: words.days,
          names: true,
          cell: ({ from, to }) =>
            [
              from === null ? shared.always : shared.since(dayText(from, locale)),
              ...(to === null ? [] : [shared.until(dayText(to, locale))]),
            ].join(' '),
        },
        { key: 'state', head: words.state, cell: (version) => <State version={version} today={today} /> },
        {
          key: 'published',
          head: words.published,
          cell: ({ publishedAt, publishedBy, origin, copiedFrom }) =>
            [
              timeInTable(publishedAt, locale),
              origin === 'pack' ? words.pack : (publishedBy ?? shared.somebody),
              ...(copiedFrom === null ? [] : [words.again]),
            ].join(', '),
        },
        {
          key: 'see',
          head: words.compare,
          cell: ({ id }) => (
            <a class="ds-link" href={`${editedPath(code)}/phien-ban/${id}`}>
              {words.see}
            </a>
          ),
        },
      ]}
    />
  );
}

function State({ version, today }: { version: ListedVersion; today: Day }) {
  const state = stateOf(version, today);
  const said = draftTexts(useLocale())[state];
  if (state === 'scheduled') return <Tag tone="info">{said}</Tag>;
  if (state === 'inForce') return <Tag tone="success">{said}</Tag>;
  return <span class="vc-quiet">{said}</span>;
}

function stateOf({ from, to, superseded }: ListedVersion, today: Day) {
  if (superseded) return 'replaced';
  if (from !== null && from > today) return 'scheduled';
  return to !== null && to < today ? 'ended' : 'inForce';
}
