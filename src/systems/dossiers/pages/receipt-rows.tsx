/** Receipt rows: the receipts of a dossier as its payer reads them, each with its paper, those that were voided among them. */
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import type { SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { type Receipt, receiptName } from '../../payments/index.ts';

const texts = defineTexts({
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  voided: { vi: 'đã hủy', en: 'voided' },
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
