/** Refunds page: what waits for approval, what is to be sent, what was sent, what was not approved. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { Tabs } from '../../../platform/web/components/tabs/tabs.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { FoundRefund } from '../refunds/list-money.ts';
import { refundStateTexts } from '../refunds/money-words.ts';
import type { RefundReason } from '../refunds/refund-rules.ts';
import type { RefundState } from '../tables.ts';

export interface RefundsPageProps {
  readonly path: string;
  readonly slugs: Readonly<Record<string, RefundState>>;
  readonly slug: string;
  readonly refunds: readonly FoundRefund[];
  readonly reasons: readonly RefundReason[];
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Hoàn trả phí, lệ phí', en: 'Refunds' },
  states: { vi: 'Tình trạng', en: 'States' },
  none: { vi: 'Không có khoản nào', en: 'Nothing here' },
  noneAbout: {
    vi: 'Đề nghị hoàn trả được lập từ trang của từng khoản thu.',
    en: 'A refund is proposed on the page of the payment.',
  },
  dossier: { vi: 'Hồ sơ, người nộp', en: 'Dossier, payer' },
  unknown: { vi: 'Không rõ hồ sơ', en: 'No known dossier' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  reason: { vi: 'Lý do', en: 'Reason' },
  proposed: { vi: 'Đề nghị', en: 'Proposed' },
  decided: { vi: 'Duyệt', en: 'Decided' },
  shown: { vi: (count: number) => `${count} khoản`, en: (count: number) => `${count} refunds` },
});

export function RefundsPage({ path, slugs, slug, refunds, reasons, next }: RefundsPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const reasonOf = (key: string): string => {
    const name = reasons.find((reason) => reason.key === key)?.name;
    return name ? inLanguage(name, locale).text : key;
  };
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <Tabs
          label={words.states}
          tabs={Object.entries(slugs).map(([key, state]) => ({
            label: refundStateTexts(locale)[state],
            href: `${path}?${new URLSearchParams({ 'tinh-trang': key })}`,
            current: key === slug,
          }))}
        />
        {refunds.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneAbout}</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              cards
              caption={words.title}
              captionHidden
              rows={refunds}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'dossier',
                  head: words.dossier,
                  names: true,
                  cell: ({ id, caseCode, payer }) => (
                    <>
                      <a class="ds-link vc-whole" href={`${path}/${id}`}>
                        {caseCode ?? words.unknown}
                      </a>
                      {payer && <div class="vc-caption">{payer}</div>}
                    </>
                  ),
                },
                {
                  key: 'amount',
                  head: words.amount,
                  align: 'end',
                  digits: true,
                  cell: ({ amount }) => moneyText(amount, locale),
                },
                { key: 'reason', head: words.reason, cell: ({ reason }) => reasonOf(reason) },
                {
                  key: 'proposed',
                  head: words.proposed,
                  cell: ({ proposedBy, proposedAt }) => <Who name={proposedBy} at={timeInTable(proposedAt, locale)} />,
                },
                {
                  key: 'decided',
                  head: words.decided,
                  cell: ({ decidedBy, decidedAt }) =>
                    decidedAt === null ? '—' : <Who name={decidedBy} at={timeInTable(decidedAt, locale)} />,
                },
              ]}
            />
            <Pagination summary={words.shown(refunds.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}

function Who({ name, at }: { name: string | null; at: string }) {
  return (
    <>
      {name}
      <div class="vc-caption">{at}</div>
    </>
  );
}
