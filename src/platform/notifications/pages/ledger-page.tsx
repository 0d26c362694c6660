/** Ledger page: what was sent to whom by which channel, for the administrator; addresses are masked. */
import { defineTexts } from '../../i18n/texts.ts';
import { inLanguage } from '../../i18n/local-text.ts';
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
import { type Channel, DELIVERY_STATES, type DeliveryState } from '../tables.ts';
import type { Instant } from '../../calendar/instant.ts';

export interface LedgerLine {
  readonly id: string;
  readonly at: Instant;
  readonly channel: Channel;
  /** Masked. */
  readonly address: string;
  readonly template: string;
  readonly state: DeliveryState;
  readonly simulated: boolean;
  readonly attempts: number;
  readonly error: string | null;
  readonly canRetry: boolean;
}

export interface LedgerPageProps {
  readonly lines: readonly LedgerLine[];
  readonly state: DeliveryState | undefined;
  readonly next?: string;
  /** Channels that are not set up: their messages are kept. */
  readonly missing: readonly Channel[];
}

export const LEDGER = '/quan-tri/thong-bao';

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
  none: { vi: 'Không có thông báo nào ở trạng thái này', en: 'There are none in this state' },
  shown: { vi: (count: number) => `${count} dòng`, en: (count: number) => `${count} lines` },
});

export function LedgerPage({ lines, state, next, missing }: LedgerPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const named = (text: (typeof STATE_NAMES)[DeliveryState]): string => inLanguage(text, locale).text;
  const states = DELIVERY_STATES.map((value) => ({ value, label: named(STATE_NAMES[value]) }));
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        {missing.length > 0 && (
          <Notice
            kind="warning"
            title={words.missing(missing.map((channel) => named(CHANNEL_NAMES[channel])).join(', '))}
          />
        )}
        <FilterBar
          action={LEDGER}
          filters={[
            {
              name: 'trang-thai',
              label: words.state,
              value: state ?? '',
              options: [{ value: '', label: words.all }, ...states],
            },
          ]}
        />
        {lines.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <DataTable
              caption={words.title}
              captionHidden
              rows={lines}
              keyOf={(line) => line.id}
              columns={[
                { key: 'at', head: words.at, cell: (line) => timeInTable(line.at, locale), digits: true },
                { key: 'channel', head: words.channel, cell: (line) => named(CHANNEL_NAMES[line.channel]) },
                { key: 'to', head: words.to, cell: (line) => line.address },
                { key: 'template', head: words.template, cell: (line) => line.template, names: true },
                { key: 'state', head: words.state, cell: (line) => <State line={line} /> },
                {
                  key: 'attempts',
                  head: words.attempts,
                  cell: (line) => line.attempts,
                  align: 'end',
                  digits: true,
                },
                { key: 'error', head: words.error, cell: (line) => line.error ?? '' },
                { key: 'act', head: words.act, cell: (line) => <Retry line={line} /> },
              ]}
            />
            <Pagination summary={words.shown(lines.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function State({ line }: { line: LedgerLine }) {
  const locale = useLocale();
  return (
    <>
      <Tag tone={STATE_TONES[line.state] ?? 'neutral'}>{inLanguage(STATE_NAMES[line.state], locale).text}</Tag>
      {line.simulated && ' '}
      {line.simulated && <Tag>{texts(locale).simulated}</Tag>}
    </>
  );
}

function Retry({ line }: { line: LedgerLine }) {
  const words = texts(useLocale());
  if (!line.canRetry) return null;
  return (
    <CommandForm action={`${LEDGER}/${line.id}/gui-lai`}>
      <Button variant="secondary">
        {words.retry}
        <span class="ds-sr-only">
          : {line.template}, {line.address}
        </span>
      </Button>
    </CommandForm>
  );
}
