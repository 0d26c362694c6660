/** Facts of a dossier at the desk: who decides, the result, what is owed and paid, who has looked. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { moneyText } from '../../../../platform/text/money.ts';
import { timeInTable } from '../../../../platform/text/vietnamese-date.ts';
import { SummaryList, type SummaryRow } from '../../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import { receiptName } from '../../../payments/index.ts';
import type { LoadedDossier } from '../../load-dossier.ts';
import { FeeExplanation } from '../fee-explanation.tsx';
import type { OfficerView } from '../../officer-view.ts';
import { hasParts, LinkedParts } from '../linked-parts.tsx';

const texts = defineTexts({
  due: { vi: 'Phải nộp', en: 'Due' },
  paid: { vi: 'Đã nộp', en: 'Paid' },
  receipt: { vi: 'Biên lai', en: 'Receipt' },
  voided: { vi: 'đã hủy', en: 'voided' },
  facts: { vi: 'Thông tin', en: 'Facts' },
  competent: { vi: 'Cơ quan giải quyết', en: 'Decided by' },
  receiving: { vi: 'Nơi tiếp nhận', en: 'Received at' },
  returning: { vi: 'Nơi trả kết quả', en: 'Returned at' },
  result: { vi: 'Kết quả số', en: 'Result number' },
  seen: { vi: 'Đã xem', en: 'Seen by' },
  parts: { vi: 'Phần việc liên thông', en: 'Parts of other bodies' },
});

export function DossierFacts({ dossier, view }: { dossier: LoadedDossier; view: OfficerView }) {
  const { locale } = useFrame();
  const words = texts(locale);
  const facts: SummaryRow[] = [
    { label: words.receiving, value: view.receiving ? <Local text={view.receiving} /> : '—' },
    { label: words.competent, value: view.competent ? <Local text={view.competent} /> : '—' },
    { label: words.returning, value: view.returning ? <Local text={view.returning} /> : '—' },
    ...(dossier.resultNumber && dossier.resultFile
      ? [
          {
            label: words.result,
            value: (
              <a class="ds-link" href={`/tep/${dossier.resultFile}`}>
                {dossier.resultNumber}
              </a>
            ),
          },
        ]
      : []),
    { label: words.due, value: moneyText(dossier.feeDue, locale) },
    { label: words.paid, value: moneyText(dossier.feePaid, locale) },
    ...view.receipts.map((receipt) => ({
      label: `${words.receipt} ${receiptName(receipt)}`,
      value: `${moneyText(receipt.amount, locale)} · ${timeInTable(receipt.issuedAt, locale)}${receipt.voided ? ` · ${words.voided}` : ''}`,
    })),
    {
      label: words.seen,
      value: view.seen.map((seen) => (
        <p key={seen.name}>
          {seen.name} <span class="vc-quiet">{timeInTable(seen.at, locale)}</span>
        </p>
      )),
    },
  ];
  return (
    <div class="vc-pane-part">
      <h2>{words.facts}</h2>
      <SummaryList rows={facts} />
      <FeeExplanation dossier={dossier} />
      {hasParts(dossier) && (
        <>
          <h2>{words.parts}</h2>
          <LinkedParts dossier={dossier} />
        </>
      )}
    </div>
  );
}
