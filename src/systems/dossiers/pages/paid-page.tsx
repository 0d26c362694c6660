/** Paid page: the money has arrived, with its receipts, or nothing is to be paid; and the way on. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { OwnRefund, PaymentRequest, Receipt } from '../../payments/index.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { ActPage } from './act-page.tsx';
import { FeeExplanation } from './fee-explanation.tsx';
import { receiptRows, refundRows } from './receipt-rows.tsx';

export interface PaidPageProps {
  dossier: LoadedDossier;
  request: PaymentRequest | undefined;
  receipts: readonly Receipt[];
  refunds: readonly OwnRefund[];
  title: string;
}

const texts = defineTexts({
  paid: { vi: 'Đã nhận đủ tiền', en: 'Paid in full' },
  goesOn: { vi: 'Hồ sơ được giải quyết tiếp, thời hạn chạy lại.', en: 'Work goes on and the clock runs again.' },
  soon: {
    vi: 'Ngân hàng đã báo nhận tiền. Hồ sơ được giải quyết tiếp trong giây lát.',
    en: 'The bank has reported the money. Work on the dossier goes on in a moment.',
  },
  nothing: { vi: 'Không có khoản nào phải nộp', en: 'Nothing is to be paid' },
  nothingAbout: {
    vi: 'Hồ sơ này hiện không chờ bạn nộp phí, lệ phí.',
    en: 'At present this dossier does not wait for you to pay anything.',
  },
  back: { vi: 'Về trang hồ sơ', en: 'Back to the dossier' },
});

export function PaidPage({ dossier, request, receipts, refunds, title }: PaidPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const isPaid = receipts.length > 0 || request?.state === 'paid' || dossier.feePaid > 0;
  const waits = dossier.waiting === 'financial-obligation';
  return (
    <ActPage dossier={dossier} title={title}>
      {isPaid ? (
        <Notice kind="success" title={words.paid}>
          <p>{moneyText(Math.max(dossier.feePaid, request?.paid ?? 0), locale)}</p>
          {waits && <p>{words.soon}</p>}
          {!waits && dossier.status === 'open' && <p>{words.goesOn}</p>}
        </Notice>
      ) : (
        <Notice title={words.nothing}>
          <p>{words.nothingAbout}</p>
        </Notice>
      )}
      {receipts.length + refunds.length > 0 && (
        <SummaryList rows={[...receiptRows(dossier.code, receipts, locale), ...refundRows(refunds, locale)]} />
      )}
      <FeeExplanation dossier={dossier} />
      <ButtonGroup>
        <LinkButton href={`/ho-so/${dossier.code}`}>{words.back}</LinkButton>
      </ButtonGroup>
    </ActPage>
  );
}
