/** Ledger page: what was sent to whom by which channel, for the administrator; addresses are masked. */
import { defineTexts } from '../../i18n/texts.ts';
import { inLanguage, type LocalText } from '../../i18n/local-text.ts';
import { timeInTable } from '../../text/vietnamese-date.ts';
import { Button } from '../../web/components/button/button.tsx';
import { CommandForm } from '../../web/components/command-form/command-form.tsx';
import { DataTable } from '../../web/components/data-table/data-table.tsx';
import { EmptyState } from '../../web/components/empty-state/empty-state.tsx';
import { FilterBar } from '../../web/components/filter-bar/filter-bar.tsx';
import { Notice } from '../../web/components/notice/notice.tsx';
import { Pagination } from '../../web/components/pagination/pagination.tsx';
import { Tag } from '../../web/components/tag/tag.tsx';
import { useLocale } from '../../web/frame.tsx';
import { OfficerLayout } from '../../web/layouts/officer-layout.tsx';
import { CHANNEL_NAMES, STATE_NAMES, STATE_TONES } from '../channel-words.ts';
import { failureSentence } from '../failure-words.ts';
import type { LedgerQuery } from '../ledger.ts';
import { type Channel, CHANNELS, DELIVERY_STATES, type DeliveryState as DeliveryStateCode } from '../tables.ts';
import type { Instant } from '../../calendar/instant.ts';

export interface LedgerLine {
  readonly id: string;
  readonly at: Instant;
  readonly channel: Channel;
  /** Masked. */
  readonly address: string;
  readonly template: string;
  /** Of the case it is about. */
  readonly code: string | null;
  readonly state: DeliveryStateCode;
  readonly simulated: boolean;
  readonly attempts: number;
  readonly nextAt: Instant | null;
  readonly error: string | null;
  readonly canRetry: boolean;
}

export type LedgerFilters = Pick<LedgerQuery, 'state' | 'channel' | 'template' | 'day' | 'code'>;

export interface LedgerPageProps {
  readonly lines: readonly LedgerLine[];
  readonly filters: LedgerFilters;
  readonly templates: readonly string[];
  /** False on a page further down the list. */
  readonly first: boolean;
  readonly next?: string;
  /** Channels that are not set up: their messages are kept. */
  readonly missing: readonly Channel[];
}

export const LEDGER = '/quan-tri/thong-bao';

/** The ledger narrowed so, from below one delivery on. */
export function ledgerPath({ state, channel, template, day, code }: LedgerFilters, before?: string): string {
  const given = { 'trang-thai': state, kenh: channel, mau: template, ngay: day, 'ho-so': code, truoc: before };
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size === 0 ? LEDGER : `${LEDGER}?${query}`;
}

const texts = defineTexts({
  title: { vi: 'Sổ gửi thông báo', en: 'Notifications sent' },
  missing: {
    vi: (channels: string) => `Chưa cấu hình: ${channels}. Thông báo qua kênh này được giữ lại, không gửi.`,
    en: (channels: string) => `Not set up: ${channels}. Such notifications are kept, not sent.`,
  },
  state: { vi: 'Trạng thái', en: 'State' },
  all: { vi: 'Tất cả', en: 'All' },
  at: { vi: 'Lúc', en: 'At' },
  channel: { vi: 'Kênh', en: 'Channel' },
  to: { vi: 'Nơi nhận', en: 'To' },
  template: { vi: 'Mẫu', en: 'Template' },
  attempts: { vi: 'Lần', en: 'Tries' },
  error: { vi: 'Lý do', en: 'Reason' },
  act: { vi: 'Việc', en: 'Act' },
  retry: { vi: 'Gửi lại', en: 'Send again' },
  simulated: { vi: 'Mô phỏng', en: 'Simulated' },
  none: { vi: 'Không có thông báo nào khớp bộ lọc', en: 'None matches the filter' },
  day: { vi: 'Ngày', en: 'Day' },
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  open: { vi: 'Xem thông báo', en: 'See the notification' },
  nextTry: { vi: (at: string) => `gửi lúc ${at}`, en: (at: string) => `to be sent ${at}` },
  first: { vi: 'Về đầu danh sách', en: 'Back to the first page' },
  shown: { vi: (count: number) => `${count} dòng`, en: (count: number) => `${count} lines` },
});

export function LedgerPage({ lines, filters, templates, first, next, missing }: LedgerPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        {missing.length > 0 && (
          <Notice
            kind="warning"
            title={words.missing(missing.map((one) => inLanguage(CHANNEL_NAMES[one], locale).text).join(', '))}
          />
        )}
        <Filters filters={filters} templates={templates} />
        {lines.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <Lines lines={lines} />
            <Pagination
              summary={words.shown(lines.length)}
              {...(first ? {} : { previous: ledgerPath(filters) })}
              {...(next === undefined ? {} : { next })}
            />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Filters({ filters, templates }: Pick<LedgerPageProps, 'filters' | 'templates'>) {
  const locale = useLocale();
  const words = texts(locale);
  const all = { value: '', label: words.all };
  const named = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, LocalText>>) => [
    all,
    ...keys.map((value) => ({ value, label: inLanguage(names[value], locale).text })),
  ];
  const { state = '', channel = '', template = '', day = '', code = '' } = filters;
  return (
    <FilterBar
      action={LEDGER}
      filters={[
        { name: 'trang-thai', label: words.state, value: state, options: named(DELIVERY_STATES, STATE_NAMES) },
        { name: 'kenh', label: words.channel, value: channel, options: named(CHANNELS, CHANNEL_NAMES) },
        {
          name: 'mau',
          label: words.template,
          value: template,
          options: [all, ...templates.map((value) => ({ value, label: value }))],
        },
      ]}
      typed={[
        { name: 'ngay', label: words.day, value: day, type: 'date' },
        { name: 'ho-so', label: words.code, value: code, type: 'search' },
      ]}
    />
  );
}

function Lines({ lines }: Pick<LedgerPageProps, 'lines'>) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        { key: 'at', head: words.at, cell: (line) => <Opened line={line} />, digits: true, names: true },
        { key: 'state', head: words.state, cell: (line) => <DeliveryState line={line} /> },
        { key: 'code', head: words.code, cell: (line) => <span class="vc-whole">{line.code}</span>, digits: true },
        { key: 'channel', head: words.channel, cell: (line) => inLanguage(CHANNEL_NAMES[line.channel], locale).text },
        { key: 'to', head: words.to, cell: (line) => line.address },
        { key: 'template', head: words.template, cell: (line) => line.template },
        { key: 'attempts', head: words.attempts, cell: (line) => line.attempts, align: 'end', digits: true },
        { key: 'error', head: words.error, cell: (line) => line.error && <Reason error={line.error} /> },
        { key: 'act', head: words.act, cell: (line) => <Retry line={line} /> },
      ]}
    />
  );
}

function Opened({ line }: { line: LedgerLine }) {
  const locale = useLocale();
  return (
    <a class="ds-link vc-whole" href={`${LEDGER}/${line.id}`}>
      <span class="ds-sr-only">{texts(locale).open} </span>
      {timeInTable(line.at, locale)}
    </a>
  );
}

export function DeliveryState({ line }: { line: LedgerLine }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <>
      <Tag tone={STATE_TONES[line.state] ?? 'neutral'}>{inLanguage(STATE_NAMES[line.state], locale).text}</Tag>
      {line.simulated && ' '}
      {line.simulated && <Tag>{words.simulated}</Tag>}
      {line.state === 'queued' && line.nextAt !== null && (
        <div class="vc-quiet vc-small">{words.nextTry(timeInTable(line.nextAt, locale))}</div>
      )}
    </>
  );
}

/** A sentence, and what the peer said behind the code. */
export function Reason({ error }: { error: string }) {
  const locale = useLocale();
  const sentence = failureSentence(error);
  if (!sentence) return <>{error}</>;
  return (
    <>
      {inLanguage(sentence, locale).text}
      <div class="vc-quiet vc-small">{error}</div>
    </>
  );
}

export function Retry({ line, primary }: { line: LedgerLine; primary?: boolean }) {
  const words = texts(useLocale());
  if (!line.canRetry) return null;
  return (
    <CommandForm action={`${LEDGER}/${line.id}/gui-lai`}>
      <Button variant={primary ? 'primary' : 'secondary'}>
        {words.retry}
        <span class="ds-sr-only">
          : {line.template}, {line.address}
        </span>
      </Button>
    </CommandForm>
  );
}
