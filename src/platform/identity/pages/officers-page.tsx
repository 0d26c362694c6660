/** Officers page of the administrator: who has an account, and making one. */
import { defineTexts } from '../../i18n/texts.ts';
import { Button, LinkButton } from '../../web/components/button/button.tsx';
import { type Column, DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { TextInput } from '../../web/components/field/text-input.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { Local } from '../../web/local.tsx';
import type { ListedOfficer } from '../list-officers.ts';

export interface OfficersPageProps {
  readonly query: string;
  readonly officers: readonly ListedOfficer[];
  /** Path of the next page. */
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Tài khoản cán bộ', en: 'Officers’ accounts' },
  search: { vi: 'Tìm theo tên hoặc tên đăng nhập', en: 'Find by name or login' },
  find: { vi: 'Tìm', en: 'Find' },
  create: { vi: 'Tạo tài khoản', en: 'Make an account' },
  name: { vi: 'Họ và tên', en: 'Name' },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  positions: { vi: 'Vị trí công tác', en: 'Positions' },
  administrator: { vi: 'Người quản trị', en: 'Administrator' },
  disabled: { vi: 'Ngừng sử dụng', en: 'Disabled' },
  seatless: { vi: 'Không giữ vị trí nào.', en: 'No position.' },
  invented: { vi: 'Người không có thật.', en: 'Invented.' },
  count: { vi: (count: number) => `${count} tài khoản`, en: (count: number) => `${count} accounts` },
  none: { vi: 'Không có tài khoản nào như vậy.', en: 'There is no such account.' },
});

export function OfficersPage({ query, officers, next }: OfficersPageProps) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <div class="vc-toolbar">
          <form action="/quan-tri/tai-khoan">
            <TextInput name="q" label={words.search} value={query} width={24} optional />
            <Button variant="secondary" icon="search">
              {words.find}
            </Button>
          </form>
          <LinkButton href="/quan-tri/tai-khoan/tao">{words.create}</LinkButton>
        </div>
        {officers.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              dense
              columns={columnsOf(words)}
              rows={officers}
              keyOf={(officer) => officer.id}
            />
            <Pagination summary={words.count(officers.length)} next={next} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

const columnsOf = (words: ReturnType<typeof texts>): Column<ListedOfficer>[] => [
  {
    key: 'name',
    head: words.name,
    names: true,
    width: 'l',
    cell: (officer) => (
      <a class="ds-link" href={`/quan-tri/tai-khoan/${officer.id}`}>
        {officer.name}
      </a>
    ),
  },
  { key: 'login', head: words.login, width: 'l', wraps: true, cell: (officer) => officer.login },
  {
    key: 'positions',
    head: words.positions,
    wraps: true,
    cell: (officer) => (
      <>
        {officer.administrator && <Tag tone="info">{words.administrator}</Tag>}{' '}
        {officer.disabled_at !== null && <Tag tone="warning">{words.disabled}</Tag>}{' '}
        {officer.positions.map((position) => (
          <span key={position.id}>
            <Local text={position.title} />, <Local text={position.unit} />.{' '}
          </span>
        ))}
        {officer.positions.length === 0 && !officer.administrator && <span class="vc-quiet">{words.seatless} </span>}
        {officer.demo && <span class="vc-quiet">{words.invented}</span>}
      </>
    ),
  },
];
