/** Unmatched page: money that came in and fits nothing that was asked, oldest first, each to be allotted or sent back. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { EmptyState } from '../../../platform/web/components/empty-state/empty-state.tsx';
import { Pagination } from '../../../platform/web/components/pagination/pagination.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { FoundMoney } from '../refunds/list-money.ts';
import { puzzleTexts } from '../refunds/money-words.ts';

export interface UnmatchedPageProps {
  readonly path: string;
  readonly money: readonly FoundMoney[];
  readonly next?: string;
}

const texts = defineTexts({
  title: { vi: 'Khoản thu chưa khớp', en: 'Unmatched payments' },
  about: {
    vi: 'Tiền đã vào tài khoản nhưng không khớp với yêu cầu nào đang chờ. Mở từng khoản để phân bổ cho hồ sơ hoặc đề nghị trả lại.',
    en: 'Money that came in and fits no request that waits. Open each to allot it to a dossier or to propose sending it back.',
  },
  none: { vi: 'Mọi khoản thu đã khớp', en: 'Every payment is matched' },
  transaction: { vi: 'Giao dịch', en: 'Transaction' },
  at: { vi: 'Nhận lúc', en: 'Received' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  why: { vi: 'Vì sao chưa khớp', en: 'Why it does not match' },
  asked: { vi: (money: string) => `Yêu cầu: ${money}`, en: (money: string) => `Asked: ${money}` },
  dossier: { vi: 'Nội dung chuyển khoản chỉ đến', en: 'Its text points to' },
  shown: { vi: (count: number) => `${count} khoản`, en: (count: number) => `${count} payments` },
});

export function UnmatchedPage({ path, money, next }: UnmatchedPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        {money.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <>
            <DataTable
              cards
              caption={words.title}
              captionHidden
              rows={money}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'transaction',
                  head: words.transaction,
                  names: true,
                  cell: ({ id, transaction }) => (
                    <a class="ds-link vc-whole" href={`${path}/${id}`}>
                      {transaction ?? id.slice(-12)}
                    </a>
                  ),
                },
                { key: 'at', head: words.at, digits: true, cell: ({ receivedAt }) => timeInTable(receivedAt, locale) },
                {
                  key: 'amount',
                  head: words.amount,
                  align: 'end',
                  digits: true,
                  cell: ({ amount, asked }) => (
                    <>
                      {moneyText(amount, locale)}
                      {asked !== null && <div class="vc-caption">{words.asked(moneyText(asked, locale))}</div>}
                    </>
                  ),
                },
                { key: 'why', head: words.why, cell: ({ puzzle }) => puzzleTexts(locale)[puzzle ?? 'unknown'] },
                {
                  key: 'dossier',
                  head: words.dossier,
                  cell: ({ caseCode, payer, reference }) => (
                    <>
                      <span class="vc-whole">{caseCode ?? reference ?? '—'}</span>
                      {payer && <div class="vc-caption">{payer}</div>}
                    </>
                  ),
                },
              ]}
            />
            <Pagination summary={words.shown(money.length)} {...(next === undefined ? {} : { next })} />
          </>
        )}
      </div>
    </OfficerLayout>
  );
}
