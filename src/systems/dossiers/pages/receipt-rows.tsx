/** Receipt rows: the receipts and refunds of a dossier as its payer reads them, each receipt with its paper. */
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import type { SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { type OwnRefund, type Receipt, receiptName, refundStateTexts } from '../../payments/index.ts';

const texts = defineTexts({
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  voided: { vi: 'đã hủy', en: 'voided' },
  refund: { vi: 'Hoàn trả', en: 'Refund' },
});

export const receiptRows = (code: string, receipts: readonly Receipt[], locale: Locale): SummaryRow[] =>
  receipts.map((receipt) => {
    const words = texts(locale);
    const name = receiptName(receipt);
    const told = `${moneyText(receipt.amount, locale)}, ${timeInTable(receipt.issuedAt, locale)}`;
    return {
      label: words.receipt,
      value: (
        <>
          {receipt.checkCode === null ? (
            <span class="vc-whole">{name}</span>
          ) : (
            <a class="ds-link vc-whole" href={`/ho-so/${code}/bien-lai/${receipt.checkCode}.pdf`}>
              {name}
            </a>
          )}
          {receipt.voided ? ` (${words.voided})` : ''}, {told}
        </>
      ),
    };
  });

/** How far each refund has come: with the day of its latest step. */
export const refundRows = (refunds: readonly OwnRefund[], locale: Locale): SummaryRow[] =>
  refunds.map(({ amount, state, proposedAt, decidedAt, sentAt }) => ({
    label: texts(locale).refund,
    value: `${moneyText(amount, locale)}: ${refundStateTexts(locale)[state]}, ${timeInTable(sentAt ?? decidedAt ?? proposedAt, locale)}`,
  }));
