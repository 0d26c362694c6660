/** Transfers page: papers to send to other offices, those on their way, and those to take in. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { type Column, DataTable } from '../../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { Pagination } from '../../../../platform/web/components/pagination/pagination.tsx';
import { Tabs } from '../../../../platform/web/components/tabs/tabs.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { type ListedTransfer, type Side, SIDES } from '../../transfers.ts';
import { DeskLayout } from './desk-layout.tsx';

export const TRANSFERS = '/can-bo/luan-chuyen';

export const SIDE_SLUGS: Readonly<Record<Side, string>> = {
  'to-send': 'can-gui',
  sent: 'da-gui',
  'to-take': 'can-nhan',
};

export interface TransfersPageProps {
  readonly side: Side;
  readonly counts: Readonly<Record<Side, number>>;
  readonly lines: readonly ListedTransfer[];
  readonly next: string | undefined;
  /** How many were just sent or taken in. */
  readonly done: number | undefined;
  readonly refused: readonly { readonly code: string; readonly why: string }[];
  readonly nothingChosen: boolean;
}

const sideTexts = defineTexts({
  'to-send': { vi: 'Cần gửi đi', en: 'To send' },
  sent: { vi: 'Đã gửi, chờ nơi nhận', en: 'Sent, not taken in yet' },
  'to-take': { vi: 'Đang đến', en: 'Coming here' },
});

const texts = defineTexts({
  title: { vi: 'Luân chuyển giấy tờ', en: 'Transfers of papers' },
  about: {
    vi: 'Giấy tờ của hồ sơ nhận ở một nơi, giải quyết hoặc trả kết quả ở nơi khác.',
    en: 'Papers of dossiers that are received at one office and decided or returned at another.',
  },
  none: { vi: 'Không có giấy tờ nào', en: 'No papers' },
  noneAbout: {
    vi: 'Khi một hồ sơ được nhận cho nơi khác, hoặc kết quả trả ở nơi khác, bản giấy hiện ở đây.',
    en: 'When a dossier is received for another office, or returned elsewhere, its papers appear here.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  what: { vi: 'Giấy tờ', en: 'Papers' },
  papers: { vi: 'Bản giấy của hồ sơ', en: 'Papers of the dossier' },
  result: { vi: 'Bản giấy của kết quả', en: 'Paper of the result' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  person: { vi: 'Người nộp', en: 'Applicant' },
  to: { vi: 'Nơi đến', en: 'To' },
  from: { vi: 'Nơi gửi', en: 'From' },
  since: { vi: 'Có từ', en: 'Since' },
  sent: { vi: 'Gửi lúc', en: 'Sent' },
  notSent: { vi: 'Chưa ghi gửi', en: 'Not marked as sent' },
  how: { vi: 'Cách gửi', en: 'Sent by' },
  post: { vi: 'Bưu chính', en: 'Post' },
  courier: { vi: 'Cán bộ mang đi', en: 'An officer carries it' },
  reference: { vi: 'Số hiệu bưu gửi', en: 'Number of the parcel' },
  send: { vi: 'Ghi đã gửi các giấy tờ đã chọn', en: 'Mark the chosen papers as sent' },
  take: { vi: 'Xác nhận đã nhận các giấy tờ đã chọn', en: 'Take in the chosen papers' },
  choose: { vi: (code: string) => `Chọn giấy tờ của hồ sơ ${code}`, en: (code: string) => `Select papers of ${code}` },
  nothing: { vi: 'Chọn ít nhất một giấy tờ trong bảng.', en: 'Choose at least one line of the table.' },
  done: {
    vi: (count: number) => `Đã ghi ${count} lần luân chuyển.`,
    en: (count: number) => (count === 1 ? '1 transfer written down.' : `${count} transfers written down.`),
  },
  shown: { vi: (count: number) => `${count} dòng`, en: (count: number) => `${count} lines` },
});

const FORM = 'luan-chuyen';

export function TransfersPage(props: TransfersPageProps) {
  const { side, counts, lines, next, done, refused, nothingChosen } = props;
  const { locale } = useFrame();
  const words = texts(locale);
  const names = sideTexts(locale);
  return (
    <DeskLayout title={`${names[side]} – ${words.title}`}>
      {(nothingChosen || refused.length > 0) && (
        <ErrorSummary
          errors={
            nothingChosen
              ? [{ message: words.nothing }]
              : refused.map(({ code, why }) => ({ message: `${code}: ${why}` }))
          }
        />
      )}
      <h1>{words.title}</h1>
      <p class="vc-quiet">{words.about}</p>
      <Tabs
        label={words.title}
        tabs={SIDES.map((one) => ({
          label: names[one],
          href: `${TRANSFERS}?muc=${SIDE_SLUGS[one]}`,
          count: counts[one] >= 1000 ? '999+' : String(counts[one]),
          current: one === side,
        }))}
      />
      {done !== undefined && <p role="status">{words.done(done)}</p>}
      {lines.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : (
        <>
          <Lines {...props} />
          <Pagination summary={words.shown(lines.length)} {...(next === undefined ? {} : { next })} />
          {side !== 'sent' && <Act side={side} />}
        </>
      )}
    </DeskLayout>
  );
}

function Lines({ side, lines }: TransfersPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const columns: Column<ListedTransfer>[] = [
    { key: 'code', head: words.code, names: true, cell: ({ code }) => <span class="vc-whole">{code}</span> },
    { key: 'what', head: words.what, cell: ({ content }) => words[content] },
    { key: 'procedure', head: words.procedure, drops: 'first', cell: ({ title }) => <span lang="vi">{title}</span> },
    { key: 'person', head: words.person, cell: ({ person }) => person ?? '—' },
    {
      key: 'office',
      head: side === 'to-take' ? words.from : words.to,
      cell: ({ office }) => <Local text={office} />,
    },
    {
      key: 'when',
      head: side === 'to-send' ? words.since : words.sent,
      align: 'end',
      digits: true,
      cell: ({ openedAt, sentAt, reference }) =>
        side === 'to-send' ? (
          timeInTable(openedAt, locale)
        ) : (
          <>
            {sentAt === null ? words.notSent : timeInTable(sentAt, locale)}
            {reference && <span class="vc-quiet"> · {reference}</span>}
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={sideTexts(locale)[side]}
      captionHidden
      rows={lines}
      keyOf={({ id }) => id}
      columns={columns}
      {...(side === 'sent'
        ? {}
        : { choose: { name: 'chon', form: FORM, label: ({ code }: ListedTransfer) => words.choose(code) } })}
    />
  );
}

function Act({ side }: { side: Side }) {
  const words = texts(useFrame().locale);
  if (side === 'to-take')
    return (
      <CommandForm id={FORM} action={`${TRANSFERS}/nhan`}>
        <Button>{words.take}</Button>
      </CommandForm>
    );
  return (
    <CommandForm id={FORM} action={`${TRANSFERS}/gui`}>
      <div class="vc-stack">
        <Radios
          name="how"
          label={words.how}
          value="post"
          options={[
            { value: 'post', label: words.post },
            { value: 'courier', label: words.courier },
          ]}
        />
        <TextInput name="reference" label={words.reference} optional maxLength={60} />
      </div>
      <Button>{words.send}</Button>
    </CommandForm>
  );
}
