/** Queue table: the lines of a queue under headers that sort it. */
import type { QueueColumn, QueueSort } from '../../../../platform/cases/queue-order.ts';
import type { Queue } from '../../../../platform/cases/queues.ts';
import { inLanguage } from '../../../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../../../platform/i18n/texts.ts';
import { type Column, DataTable, TableRows } from '../../../../platform/web/components/data-table/data-table.tsx';
import { SlaChip } from '../../../../platform/web/components/tag/sla-chip.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { shortTime } from '../../due-chip.ts';
import { type QueueAsked, queueHref, queueOf, sortOf, sortSlug } from '../../queue-asked.ts';
import type { QueueLine } from '../../queue-lines.ts';

export interface QueueTableProps {
  readonly caption: string;
  readonly asked: QueueAsked;
  readonly lines: readonly QueueLine[];
  /** Case id of the open dossier. */
  readonly openId: string | undefined;
  /** Which columns sort it: all, or while it is too long only those that its index serves. */
  readonly sorts: (column: QueueColumn) => boolean;
}

const texts = defineTexts({
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  person: { vi: 'Người nộp', en: 'Applicant' },
  step: { vi: 'Bước', en: 'Step' },
  channel: { vi: 'Nộp qua', en: 'Through' },
  due: { vi: 'Hạn', en: 'Due' },
  time: { vi: 'Thời gian', en: 'Time' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Quầy', en: 'Counter' },
  post: { vi: 'Bưu chính', en: 'Post' },
  choose: { vi: (code: string) => `Chọn hồ sơ ${code}`, en: (code: string) => `Select ${code}` },
});

export const PANE_FRAME = 'ho-so';
/** Of the form whose boxes stand in the rows. */
export const BULK_FORM = 'nhieu-ho-so';

export function QueueTable({ caption, openId, ...props }: QueueTableProps) {
  const { locale } = useFrame();
  return (
    <DataTable
      dense
      caption={caption}
      captionHidden
      {...rowsOf(props, locale)}
      {...(openId === undefined ? {} : { selected: openId })}
    />
  );
}

/** Lines that have changed, each of which takes the place of the one that stands on the page. */
export function QueueRows(props: Pick<QueueTableProps, 'asked' | 'lines'>) {
  const { locale } = useFrame();
  return <TableRows {...rowsOf({ ...props, sorts: () => false }, locale)} />;
}

function rowsOf(props: Omit<QueueTableProps, 'caption' | 'openId'>, locale: Locale) {
  const choose = { name: 'chon', form: BULK_FORM, label: (line: QueueLine) => texts(locale).choose(line.code) };
  return {
    columns: columnsOf(props, locale),
    rows: props.lines,
    keyOf: (line: QueueLine) => line.id,
    choose,
  };
}

/** How a queue is sorted when nothing is asked for, as far as a column shows it. */
const ownSort = (queue: Queue): QueueSort | undefined =>
  queue === 'done' ? undefined : { column: 'due', descending: false };

/** Following a header sorts by it; following it again, from the other end. */
function sortOfHeader(column: QueueColumn, { asked, sorts }: Pick<QueueTableProps, 'asked' | 'sorts'>) {
  if (!sorts(column)) return {};
  const now = sortOf(asked) ?? ownSort(queueOf(asked));
  const isNow = now?.column === column;
  const href = queueHref(asked, { xep: sortSlug({ column, descending: isNow && !now.descending }) });
  return { sort: { href, ...(isNow && { now: now.descending ? ('descending' as const) : ('ascending' as const) }) } };
}

/** Without the unit's prefix, which is the same down the column: `261118-0207`. */
const shortCode = (code: string): string => code.slice(code.indexOf('-') + 1);

function columnsOf(props: Pick<QueueTableProps, 'asked' | 'sorts'>, locale: Locale): Column<QueueLine>[] {
  const words = texts(locale);
  const { asked } = props;
  return [
    {
      key: 'code',
      head: words.code,
      width: 's',
      digits: true,
      names: true,
      ...sortOfHeader('code', props),
      cell: (line) => (
        <a
          class="ds-link"
          href={queueHref(asked, { sau: asked.sau, mo: line.code })}
          data-turbo="true"
          data-turbo-frame={PANE_FRAME}
          data-turbo-action="advance"
        >
          {shortCode(line.code)}
        </a>
      ),
    },
    {
      key: 'procedure',
      head: words.procedure,
      drops: 'second',
      ...sortOfHeader('title', props),
      cell: (line) => <span title={line.title}>{line.title}</span>,
    },
    {
      key: 'person',
      head: words.person,
      width: 'l',
      ...sortOfHeader('person', props),
      cell: (line) => <span title={line.person_name ?? ''}>{line.person_name}</span>,
    },
    {
      key: 'step',
      head: words.step,
      width: 'm',
      drops: 'second',
      ...sortOfHeader('step', props),
      cell: ({ stepName }) =>
        stepName ? (
          <span title={inLanguage(stepName, locale).text}>
            <Local text={stepName} />
          </span>
        ) : (
          '—'
        ),
    },
    {
      key: 'channel',
      head: words.channel,
      width: 'xs',
      drops: 'first',
      ...sortOfHeader('channel', props),
      cell: (line) => (line.channel ? words[line.channel as 'online' | 'counter' | 'post'] : '—'),
    },
    {
      key: 'due',
      head: words.due,
      width: 's',
      drops: 'second',
      labelled: true,
      align: 'end',
      digits: true,
      ...sortOfHeader('due', props),
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
