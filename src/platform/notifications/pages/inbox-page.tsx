/** Inbox page: what the portal has told the person, newest first. */
import { defineTexts } from '../../i18n/texts.ts';
import { AccountLayout } from '../../identity/pages/account-layout.tsx';
import { timeInTable } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import type { InboxItem } from '../inbox.ts';

export interface InboxPageProps {
  readonly officer: boolean;
  readonly items: readonly InboxItem[];
  readonly unread: number;
  /** Path of the next page, when there is one. */
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Thông báo', en: 'Notifications' },
  unread: {
    vi: (count: number) => (count >= 100 ? 'Từ 100 thông báo chưa đọc.' : `${count} thông báo chưa đọc.`),
    en: (count: number) => (count >= 100 ? '100 or more unread.' : `${count} unread.`),
  },
  none: { vi: 'Chưa có thông báo nào', en: 'There are no notifications yet' },
  noneWhy: {
    vi: 'Khi hồ sơ của bạn có bước mới, thông báo sẽ hiện ở đây.',
    en: 'When something happens with your dossiers, it is shown here.',
  },
  fresh: { vi: 'Chưa đọc', en: 'Unread' },
  open: { vi: 'Xem chi tiết', en: 'See more' },
  markRead: { vi: 'Đánh dấu đã đọc', en: 'Mark as read' },
  markAll: { vi: 'Đánh dấu tất cả đã đọc', en: 'Mark all as read' },
  preferences: { vi: 'Chọn cách nhận thông báo', en: 'Choose how you are told' },
  shown: {
    vi: (count: number) => `${count} thông báo trên trang này`,
    en: (count: number) => `${count} on this page`,
  },
});

export function InboxPage({ officer, items, unread, next }: InboxPageProps) {
  const words = texts(useLocale());
  return (
    <AccountLayout officer={officer} title={words.title}>
      <h1>{words.title}</h1>
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <>
          {unread > 0 && (
            <CommandForm action="/thong-bao/da-doc">
              <p>{words.unread(unread)}</p>
              <Button variant="secondary">{words.markAll}</Button>
            </CommandForm>
          )}
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
          <Pagination summary={words.shown(items.length)} {...(next === undefined ? {} : { next })} />
        </>
      )}
      <p>
        <a class="ds-link" href="/thong-bao/tuy-chon">
          {words.preferences}
        </a>
      </p>
    </AccountLayout>
  );
}

function Item({ item }: { item: InboxItem }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <article class="vc-rows">
      <h2>{item.subject}</h2>
      <p class="vc-quiet vc-small">
        {timeInTable(item.at, locale)} {!item.read && <Tag tone="info">{words.fresh}</Tag>}
      </p>
      {item.body.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))}</p>
      ))}
      {item.link && (
        <p>
          <a class="ds-link" href={item.link}>
            {words.open}
            <span class="ds-sr-only">: {item.subject}</span>
          </a>
        </p>
      )}
      {!item.read && (
        <CommandForm action={`/thong-bao/${item.id}/da-doc`}>
          <Button variant="tertiary">
            {words.markRead}
            <span class="ds-sr-only">: {item.subject}</span>
          </Button>
        </CommandForm>
      )}
    </article>
  );
}
