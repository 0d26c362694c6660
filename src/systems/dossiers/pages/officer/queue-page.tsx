/** Queue page: a dense list of dossiers with counts, filters and keys, and beside it the one that is open. */
import { type ComponentChildren, h, type VNode } from 'preact';
import type { QueueColumn } from '../../../../platform/cases/queue-order.ts';
import { COUNTED, type Queue } from '../../../../platform/cases/queues.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { type Filter, FilterBar } from '../../../../platform/web/components/filter-bar/filter-bar.tsx';
import { KeyHints } from '../../../../platform/web/components/key-hints/key-hints.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { SplitPane } from '../../../../platform/web/components/split-pane/split-pane.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { liveHref, type QueueAsked, queueHref, sortSlug } from '../../queue-asked.ts';
import type { QueueLine } from '../../queue-lines.ts';
import { DeskLayout } from './desk-layout.tsx';
import { QueueBulk, type QueueBulkAct } from './queue-bulk.tsx';
import { type QueuePeople, QueuePeopleLines } from './queue-people.tsx';
import { PANE_FRAME, QueueTable } from './queue-table.tsx';
import { QueueTabs, queueTexts } from './queue-tabs.tsx';

export interface QueuePageProps {
  readonly queue: Queue;
  readonly counts: ReadonlyMap<Queue, number>;
  readonly lines: readonly QueueLine[];
  /** What the URL says: queue, words, filters, page, open dossier. */
  readonly asked: QueueAsked;
  /** Too long to be sorted by anything but its due times. */
  readonly long: boolean;
  readonly next: string | undefined;
  readonly open: ComponentChildren;
  /** Case id of the open dossier. */
  readonly openId: string | undefined;
  /** Code of the dossier that was just passed into other hands. */
  readonly passedOn: { readonly code: string; readonly beside: readonly VNode[] } | undefined;
  /** What may be done to several at once. */
  readonly bulk: readonly QueueBulkAct[];
  /** Whose dossiers alone are shown: null for those of nobody. */
  readonly heldBy: string | null | undefined;
  readonly people: QueuePeople;
  readonly updated: string;
}

const sortTexts = defineTexts({
  own: { vi: 'hạn, sớm trước', en: 'due, soonest first' },
  done: { vi: 'mới xong trước', en: 'newest first' },
  due: { vi: 'hạn', en: 'due' },
  latest: { vi: 'hạn, muộn trước', en: 'due, latest first' },
  received: { vi: 'nhận, cũ trước', en: 'received, oldest first' },
  newest: { vi: 'nhận, mới trước', en: 'received, newest first' },
  code: { vi: 'mã hồ sơ', en: 'code' },
  title: { vi: 'thủ tục', en: 'procedure' },
  person: { vi: 'tên người nộp', en: 'applicant' },
  step: { vi: 'bước', en: 'step' },
  channel: { vi: 'nơi nộp', en: 'channel' },
});

const texts = defineTexts({
  title: { vi: 'Hồ sơ', en: 'Dossiers' },
  channel: { vi: 'Nộp qua', en: 'Through' },
  all: { vi: 'tất cả', en: 'all' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Quầy', en: 'Counter' },
  post: { vi: 'Bưu chính', en: 'Post' },
  empty: { vi: 'Không có hồ sơ nào ở đây', en: 'No dossier here' },
  emptyAbout: {
    vi: 'Khi có hồ sơ mới hoặc chuyển đến, hồ sơ hiện ở hàng đợi này.',
    en: 'New dossiers and those passed on to you appear in this queue.',
  },
  emptySearch: { vi: 'Không hồ sơ nào khớp với từ tìm.', en: 'No dossier matches the words.' },
  passedOn: {
    vi: (code: string) => `Hồ sơ ${code} đã được chuyển sang bước sau, ở đơn vị khác.`,
    en: (code: string) => `Dossier ${code} was passed on to another unit.`,
  },
  pane: { vi: 'Hồ sơ đang mở', en: 'Open dossier' },
  nothingOpen: { vi: 'Chọn một hồ sơ để xem ở đây.', en: 'Choose a dossier to see it here.' },
  shown: { vi: (n: number) => `${n} hồ sơ`, en: (n: number) => `${n} dossiers` },
  sort: { vi: 'Xếp theo', en: 'Sort by' },
  long: {
    vi: `từ ${COUNTED} hồ sơ trở lên chỉ xếp theo hạn, hãy lọc hoặc tìm`,
    en: `${COUNTED} or more are sorted by due time only: filter or search`,
  },
  up: { vi: 'lên xuống', en: 'up and down' },
  enter: { vi: 'mở', en: 'open' },
  mark: { vi: 'chọn', en: 'select' },
  find: { vi: 'tìm', en: 'find' },
});

export function QueuePage(props: QueuePageProps) {
  const { asked, lines, next, open, openId, queue } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const list =
    lines.length === 0 ? (
      <EmptyState title={words.empty}>
        <p>{asked.q ? words.emptySearch : words.emptyAbout}</p>
      </EmptyState>
    ) : (
      <QueueTable
        caption={queueTexts(locale)[queue]}
        asked={asked}
        lines={lines}
        openId={openId}
        sorts={(column) => !props.long || (column === 'due' && queue !== 'done')}
      />
    );
  return (
    <DeskLayout
      title={`${queueTexts(locale)[queue]} – ${words.title}`}
      search={asked.q}
      tabs={<QueueTabs {...props} />}
      full
    >
      <h1 class="ds-sr-only">
        {words.title}: {queueTexts(locale)[queue]}
      </h1>
      <SplitPane
        paneLabel={words.pane}
        pane={h(
          'turbo-frame',
          { id: PANE_FRAME, target: '_top', 'data-turbo': 'false' },
          open ?? <p class="vc-pane-part vc-quiet">{words.nothingOpen}</p>,
        )}
      >
        {props.passedOn && (
          <div class="vc-pane-part vc-stack">
            <p role="status">{words.passedOn(props.passedOn.code)}</p>
            {props.passedOn.beside}
          </div>
        )}
        <QueuePeopleLines {...props} />
        <Filters {...props} />
        {h('live-list', { src: liveHref(asked, lines) }, list)}
        <div class="vc-key-row">
          <KeyHints
            hints={[
              { keys: ['j', 'k'], does: words.up },
              { keys: ['Enter'], does: words.enter },
              { keys: ['x'], does: words.mark },
              { keys: ['/'], does: words.find },
            ]}
          />
          <Pagination
            summary={props.long ? `${words.shown(lines.length)} · ${words.long}` : words.shown(lines.length)}
            {...(next === undefined ? {} : { next: queueHref(asked, { sau: next }) })}
          />
        </div>
      </SplitPane>
    </DeskLayout>
  );
}

function Filters({ asked, bulk, queue, long }: QueuePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <>
      <FilterBar
        action="/can-bo/ho-so"
        keep={{
          hang: asked.hang,
          q: asked.q,
          ...(asked.nguoi && { nguoi: asked.nguoi, 'don-vi': asked['don-vi'], 'vai-tro': asked['vai-tro'] }),
        }}
        filters={[
          {
            name: 'kenh',
            label: words.channel,
            value: asked.kenh,
            options: [
              { value: '', label: words.all },
              { value: 'online', label: words.online },
              { value: 'counter', label: words.counter },
              { value: 'post', label: words.post },
            ],
          },
          { name: 'xep', label: words.sort, value: asked.xep, options: sortOptions(queue, long, locale) },
        ]}
      >
        <QueueBulk acts={bulk} />
      </FilterBar>
    </>
  );
}

/** The same as the headers offer, and by when they were received, which no column shows. */
function sortOptions(queue: Queue, long: boolean, locale: Locale): Filter['options'] {
  const words = sortTexts(locale);
  const by = (column: QueueColumn, label: string, descending = false) => ({
    value: sortSlug({ column, descending }),
    label,
  });
  const own = { value: '', label: queue === 'done' ? words.done : words.own };
  const due = queue === 'done' ? by('due', words.due) : by('due', words.latest, true);
  if (long) return queue === 'done' ? [own] : [own, due];
  const others = (['code', 'title', 'person', 'step', 'channel'] as const).map((column) => by(column, words[column]));
  return [own, due, by('received', words.received), by('received', words.newest, true), ...others];
}
