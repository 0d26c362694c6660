/** Changes page: drafts, what is published for a later day, and what has come into force. */
import type { Day } from '../../calendar/instant.ts';
import { defineTexts, type Locale } from '../../i18n/texts.ts';
import { dayText, timeInTable } from '../../text/vietnamese-date.ts';
import { LinkButton } from '../../web/components/button/button.tsx';
import { type Column, DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { Tag, type Tone } from '../../web/components/tag/tag.tsx';
import { BackLink } from '../../web/components/trail/trail.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { changePath, ITEMS, ORGANISATION } from '../changes/administrator.ts';
import type { ChangeState, ListedChange } from '../changes/change-set.ts';

export interface ChangesPageProps {
  readonly changes: readonly ListedChange[];
  readonly today: Day;
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Các bản thay đổi tổ chức', en: 'Changes of the organisation' },
  about: {
    vi: 'Mỗi bản gồm nhiều mục, lập nháp, so sánh với hiện tại, rồi công bố từ một ngày. Trước ngày đó rút lại được; sau ngày đó lập bản đảo ngược.',
    en: 'Each holds any number of items: drafted, compared with the present, published from a day. Before that day it can be taken back; afterwards turned round.',
  },
  back: { vi: 'Tổ chức bộ máy', en: 'Organisation' },
  merge: { vi: 'Sáp nhập đơn vị', en: 'Merge units' },
  add: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  name: { vi: 'Bản thay đổi', en: 'Change' },
  state: { vi: 'Tình trạng', en: 'State' },
  from: { vi: 'Áp dụng từ', en: 'From' },
  items: { vi: 'Số mục', en: 'Items' },
  changed: { vi: 'Sửa lần cuối', en: 'Last changed' },
  stuck: { vi: 'Chưa áp dụng được', en: 'Not possible' },
  none: { vi: 'Chưa có bản thay đổi nào', en: 'There are no changes yet' },
  noneAbout: {
    vi: 'Mở một đơn vị rồi chọn việc cần làm, hoặc bắt đầu từ nút ở trên.',
    en: 'Open a unit and choose what to do, or begin with a button above.',
  },
  count: {
    vi: (count: number) => `${count} bản`,
    en: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  },
});

export const stateTexts = defineTexts({
  draft: { vi: 'Bản nháp', en: 'Draft' },
  published: { vi: 'Chờ ngày áp dụng', en: 'Waiting for its day' },
  'in-force': { vi: 'Có hiệu lực', en: 'In force' },
});

export const STATE_TONES: Readonly<Record<ChangeState, Tone>> = {
  draft: 'neutral',
  published: 'info',
  'in-force': 'success',
};

export function ChangesPage({ changes, next }: ChangesPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <BackLink href={ORGANISATION}>{words.back}</BackLink>
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <div class="vc-buttons">
          <LinkButton href={`${ITEMS}/sap-nhap`} variant="secondary">
            {words.merge}
          </LinkButton>
          <LinkButton href={`${ITEMS}/don-vi-moi`} variant="secondary">
            {words.add}
          </LinkButton>
        </div>
        {changes.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              dense
              columns={columnsOf(locale)}
              rows={changes}
              keyOf={({ id }) => id}
            />
            <Pagination summary={words.count(changes.length)} {...(next && { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function columnsOf(locale: Locale): Column<ListedChange>[] {
  const words = texts(locale);
  return [
    {
      key: 'name',
      head: words.name,
      names: true,
      cell: ({ id, title }) => (
        <a class="ds-link" href={changePath(id)}>
          {title}
        </a>
      ),
    },
    {
      key: 'state',
      head: words.state,
      width: 'l',
      cell: ({ state, fault }) =>
        fault ? (
          <Tag tone="danger">{words.stuck}</Tag>
        ) : (
          <Tag tone={STATE_TONES[state]}>{stateTexts(locale)[state]}</Tag>
        ),
    },
    {
      key: 'from',
      head: words.from,
      width: 's',
      digits: true,
      cell: ({ from }) => (from === null ? '' : dayText(from, locale)),
    },
    {
      key: 'items',
      head: words.items,
      width: 'xs',
      align: 'end',
      digits: true,
      drops: 'second',
      cell: ({ count }) => count,
    },
    {
      key: 'changed',
      head: words.changed,
      width: 'l',
      digits: true,
      drops: 'first',
      cell: ({ changedAt, changedBy }) => (
        <>
          {timeInTable(changedAt, locale)}
          {changedBy && ` · ${changedBy}`}
        </>
      ),
    },
  ];
}
