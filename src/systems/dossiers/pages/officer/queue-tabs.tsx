/** Queue tabs: each queue with what it holds, and at the end of the row how new the page is and what has come since. */
import type { Queue } from '../../../../platform/cases/queues.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Icon } from '../../../../platform/web/components/icon/icon.tsx';
import { Tabs } from '../../../../platform/web/components/tabs/tabs.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { QUEUE_SLUGS, type QueueAsked, queueHref } from '../../queue-asked.ts';

export interface QueueTabsProps {
  readonly queue: Queue;
  readonly asked: QueueAsked;
  readonly counts: ReadonlyMap<Queue, number>;
  /** Time of day. */
  readonly updated: string;
  /** What waits behind the bar: rows that belong on this page and are not on it, and whether those on it would stand in another order. */
  readonly news?: { readonly fresh: number; readonly moved: boolean };
}

export const queueTexts = defineTexts({
  mine: { vi: 'Việc của tôi', en: 'Mine' },
  unit: { vi: 'Của đơn vị', en: 'My unit' },
  'to-receive': { vi: 'Chờ tiếp nhận', en: 'To receive' },
  soon: { vi: 'Sắp đến hạn', en: 'Soon due' },
  late: { vi: 'Quá hạn', en: 'Late' },
  waiting: { vi: 'Chờ người nộp', en: 'Waiting' },
  'to-return': { vi: 'Chờ trả kết quả', en: 'To return' },
  'for-others': { vi: 'Nhận cho nơi khác', en: 'Received for others' },
  'from-others': { vi: 'Nơi khác nhận', en: 'From other offices' },
  'return-here': { vi: 'Trả tại đây', en: 'Returned here' },
  done: { vi: 'Đã xong', en: 'Done' },
});

/** Shown where there is something in them: most offices have little of it. */
const BETWEEN_OFFICES: ReadonlySet<Queue> = new Set(['for-others', 'from-others', 'return-here']);

const texts = defineTexts({
  queues: { vi: 'Hàng đợi', en: 'Queues' },
  updated: { vi: 'Cập nhật', en: 'As of' },
  stale: { vi: 'Cũ từ', en: 'Old since' },
  fresh: {
    vi: (count: number) => `${count} hồ sơ mới`,
    en: (count: number) => (count === 1 ? '1 new dossier' : `${count} new dossiers`),
  },
  moved: { vi: 'Thứ tự đã đổi', en: 'The order has changed' },
  show: { vi: 'Hiện', en: 'Show' },
});

export function QueueTabs({ queue, counts, ...state }: QueueTabsProps) {
  const { locale } = useFrame();
  const names = queueTexts(locale);
  const shown = (Object.keys(QUEUE_SLUGS) as Queue[]).filter(
    (one) => !BETWEEN_OFFICES.has(one) || one === queue || (counts.get(one) ?? 0) > 0,
  );
  return (
    <Tabs
      label={texts(locale).queues}
      slot="queue-counts"
      tabs={shown.map((one) => {
        const count = counts.get(one);
        return {
          label: names[one],
          href: `/can-bo/ho-so?hang=${QUEUE_SLUGS[one]}`,
          ...(count === undefined ? {} : { count: count >= 1000 ? '999+' : String(count) }),
          current: one === queue,
          ...(one === 'late' && (count ?? 0) > 0 ? { late: true } : {}),
        };
      })}
    >
      <QueueState {...state} />
    </Tabs>
  );
}

/** Without script it says when the page was made. Its parts are found by name: a live page replaces what is in them. */
function QueueState({ asked, updated, news }: Omit<QueueTabsProps, 'queue' | 'counts'>) {
  const words = texts(useFrame().locale);
  return (
    <p class="vc-live-state">
      <span class="vc-live-updated" data-slot="queue-updated">
        {words.updated} <time>{updated}</time>
      </span>
      <span class="vc-live-stale" hidden>
        <Icon name="plug-off" size={14} /> {words.stale} <time />
      </span>
      <span role="status" data-slot="queue-news">
        {news && (news.fresh > 0 || news.moved) && (
          <>
            {' · '}
            {news.fresh > 0 ? words.fresh(news.fresh) : words.moved}{' '}
            <a class="ds-link" href={queueHref(asked, { sau: asked.sau, mo: asked.mo })} data-live-reload>
              {words.show}
            </a>
          </>
        )}
      </span>
    </p>
  );
}
