/** Queue page: a dense list of dossiers with counts, filters and keys, and beside it the one that is open. */
import { type ComponentChildren, h } from 'preact';
import type { Queue, QueueRow } from '../../../../platform/cases/queues.ts';
import type { LocalText } from '../../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { type Column, DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../../../platform/web/components/filter-bar/filter-bar.tsx';
import { KeyHints } from '../../../../platform/web/components/key-hints/key-hints.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { SplitPane } from '../../../../platform/web/components/split-pane/split-pane.tsx';
import { Tabs } from '../../../../platform/web/components/tabs/tabs.tsx';
import { SlaChip } from '../../../../platform/web/components/tag/sla-chip.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { type DueChip, shortTime } from '../../due-chip.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface QueueLine extends QueueRow {
  readonly stepName: LocalText | undefined;
  readonly chip: DueChip;
}

export interface QueuePageProps {
  readonly queue: Queue;
  readonly counts: ReadonlyMap<Queue, number>;
  readonly lines: readonly QueueLine[];
  /** What the URL says: queue, words, filters, page, open dossier. */
  readonly asked: Readonly<Record<'hang' | 'q' | 'kenh' | 'sau' | 'mo', string>>;
  readonly next: string | undefined;
  readonly open: ComponentChildren;
  /** Case id of the open dossier. */
  readonly openId: string | undefined;
  /** Code of the dossier that was just passed into other hands. */
  readonly passedOn: string | undefined;
  /** Whether several may be given to somebody at once. */
  readonly assigns: boolean;
  readonly updated: string;
}

export const QUEUE_SLUGS: Readonly<Record<Queue, string>> = {
  mine: 'cua-toi',
  unit: 'don-vi',
  'to-receive': 'cho-tiep-nhan',
  soon: 'sap-den-han',
  late: 'qua-han',
  waiting: 'cho-nguoi-nop',
  'to-return': 'cho-tra',
  done: 'da-xong',
};

export const queueTexts = defineTexts({
  mine: { vi: 'Việc của tôi', en: 'Mine' },
  unit: { vi: 'Của đơn vị', en: 'My unit' },
  'to-receive': { vi: 'Chờ tiếp nhận', en: 'To receive' },
  soon: { vi: 'Sắp đến hạn', en: 'Soon due' },
  late: { vi: 'Quá hạn', en: 'Late' },
  waiting: { vi: 'Chờ người nộp', en: 'Waiting' },
  'to-return': { vi: 'Chờ trả kết quả', en: 'To return' },
  done: { vi: 'Đã xong', en: 'Done' },
});

const texts = defineTexts({
  title: { vi: 'Hồ sơ', en: 'Dossiers' },
  queues: { vi: 'Hàng đợi', en: 'Queues' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  person: { vi: 'Người nộp', en: 'Applicant' },
  step: { vi: 'Bước', en: 'Step' },
  channel: { vi: 'Nộp qua', en: 'Through' },
  due: { vi: 'Hạn', en: 'Due' },
  time: { vi: 'Thời gian', en: 'Time' },
  all: { vi: 'tất cả', en: 'all' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Quầy', en: 'Counter' },
  post: { vi: 'Bưu chính', en: 'Post' },
  assign: { vi: 'Phân công…', en: 'Assign…' },
  choose: { vi: (code: string) => `Chọn hồ sơ ${code}`, en: (code: string) => `Select ${code}` },
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
  updated: { vi: (at: string) => `Cập nhật ${at}`, en: (at: string) => `As of ${at}` },
  shown: { vi: (n: number) => `${n} hồ sơ`, en: (n: number) => `${n} dossiers` },
  up: { vi: 'lên xuống', en: 'up and down' },
  enter: { vi: 'mở', en: 'open' },
  mark: { vi: 'chọn', en: 'select' },
  find: { vi: 'tìm', en: 'find' },
});

export const PANE_FRAME = 'ho-so';

/** The address of the page with something changed; page and open dossier fall away unless given. */
export function queueHref(asked: QueuePageProps['asked'], change: Partial<QueuePageProps['asked']>): string {
  const { sau: _, mo: __, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return `/can-bo/ho-so?${query}`;
}

export function QueuePage(props: QueuePageProps) {
  const { asked, lines, next, open, openId, assigns, queue } = props;
  const { locale } = useFrame();
  const words = texts(locale);
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
          { id: PANE_FRAME, target: '_top' },
          open ?? <p class="vc-pane-part vc-quiet">{words.nothingOpen}</p>,
        )}
      >
        {props.passedOn && (
          <p class="vc-pane-part" role="status">
            {words.passedOn(props.passedOn)}
          </p>
        )}
        <Filters {...props} />
        {lines.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{asked.q ? words.emptySearch : words.emptyAbout}</p>
          </EmptyState>
        ) : (
          <DataTable
            dense
            caption={queueTexts(locale)[queue]}
            captionHidden
            columns={columnsOf(asked, locale)}
            rows={lines}
            keyOf={(line) => line.id}
            {...(openId === undefined ? {} : { selected: openId })}
            {...(assigns
              ? { choose: { name: 'chon', form: 'phan-cong', label: (line: QueueLine) => words.choose(line.code) } }
              : {})}
          />
        )}
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
            summary={words.shown(lines.length)}
            {...(next === undefined ? {} : { next: queueHref(asked, { sau: next }) })}
          />
        </div>
      </SplitPane>
    </DeskLayout>
  );
}

function QueueTabs({ queue, counts, updated }: QueuePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const names = queueTexts(locale);
  return (
    <Tabs
      label={words.queues}
      tabs={(Object.keys(QUEUE_SLUGS) as Queue[]).map((one) => {
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
      <span class="vc-quiet">{words.updated(updated)}</span>{' '}
    </Tabs>
  );
}

function Filters({ asked, assigns }: QueuePageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <>
      <FilterBar
        action="/can-bo/ho-so"
        keep={{ hang: asked.hang, q: asked.q }}
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
        ]}
      >
        {assigns && (
          <form id="phan-cong" action="/can-bo/phan-cong">
            <Button variant="secondary" keyHint="g">
              {words.assign}
            </Button>
          </form>
        )}
      </FilterBar>
    </>
  );
}

/** Without the unit's prefix, which is the same down the column: `261118-0207`. */
const shortCode = (code: string): string => code.slice(code.indexOf('-') + 1);

function columnsOf(asked: QueuePageProps['asked'], locale: Locale): Column<QueueLine>[] {
  const words = texts(locale);
  return [
    {
      key: 'code',
      head: words.code,
      width: 's',
      digits: true,
      names: true,
      cell: (line) => (
        <a
          class="ds-link"
          href={queueHref(asked, { sau: asked.sau, mo: line.code })}
          data-turbo-frame={PANE_FRAME}
          data-turbo-action="advance"
        >
          {shortCode(line.code)}
        </a>
      ),
    },
    { key: 'procedure', head: words.procedure, cell: (line) => <span title={line.title}>{line.title}</span> },
    {
      key: 'person',
      head: words.person,
      width: 'l',
      cell: (line) => <span title={line.person_name ?? ''}>{line.person_name}</span>,
    },
    {
      key: 'step',
      head: words.step,
      width: 'l',
      cell: (line) => (line.stepName ? <Local text={line.stepName} /> : '—'),
    },
    {
      key: 'channel',
      head: words.channel,
      width: 'xs',
      cell: (line) => (line.channel ? words[line.channel as 'online' | 'counter' | 'post'] : '—'),
    },
    {
      key: 'due',
      head: words.due,
      width: 's',
      align: 'end',
      digits: true,
      cell: (line) => {
        const due = line.due_at ?? (line.waiting === null ? line.answer_due_at : null);
        return due === null ? '—' : shortTime(due);
      },
    },
    {
      key: 'time',
      head: words.time,
      width: 'm',
      align: 'end',
      cell: (line) => <SlaChip state={line.chip.state}>{line.chip.words}</SlaChip>,
    },
  ];
}
