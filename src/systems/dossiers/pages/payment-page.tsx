/** Payment page: the ways to pay what is asked, and what has become of it, before, during and after. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { OwnRefund, PaymentRequest, Receipt } from '../../payments/index.ts';
import type { FeeLine } from '../fee-lines.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { ActPage } from './act-page.tsx';
import { FeeExplanation } from './fee-explanation.tsx';
import { OwnTransfer } from './own-transfer.tsx';
import { PaidPage } from './paid-page.tsx';
import { refundRows } from './receipt-rows.tsx';

export interface PaymentPageProps {
  dossier: LoadedDossier;
  request: PaymentRequest | undefined;
  receipts: readonly Receipt[];
  refunds: readonly OwnRefund[];
  /** What is asked for, item by item. */
  items: readonly FeeLine[];
  /** The bank's own page is being opened and will be there in a moment. */
  payPageComes: boolean;
  /** The person has just come back from the bank. */
  isBack: boolean;
}

const texts = defineTexts({
  title: { vi: 'Nộp phí, lệ phí', en: 'Pay the fees' },
  paidBefore: { vi: 'Đã nộp', en: 'Paid before' },
  total: { vi: 'Phải nộp', en: 'To pay' },
  bankPage: { vi: 'Trả qua trang của ngân hàng', en: 'Pay on the bank’s page' },
  bankPageSimulated: { vi: 'Trả qua trang của ngân hàng (mô phỏng)', en: 'Pay on the bank’s page (simulated)' },
  bankPageAbout: {
    vi: 'Số tiền và nội dung đã có sẵn. Trả xong, bấm trở lại để xem tình trạng ở đây.',
    en: 'Amount and text are filled in. When it is paid, follow the way back to see the state here.',
  },
  bankPageComes: {
    vi: 'Trang của ngân hàng đang được mở. Bấm “Xem lại” sau vài giây, hoặc trả bằng mã QR dưới đây.',
    en: 'The bank’s page is being opened. Press “Look again” in a few seconds, or pay with the QR code below.',
  },
  open: { vi: 'Mở trang thanh toán', en: 'Open the payment page' },
  after: { vi: 'Sau khi nộp', en: 'Once it is paid' },
  stands: {
    vi: 'Ngân hàng báo đã nhận tiền, thường trong vài phút. Hồ sơ được giải quyết tiếp, thời hạn chạy lại.',
    en: 'The bank reports the money, mostly within minutes. Work on the dossier goes on and the clock runs again.',
  },
  receipt: {
    vi: 'Biên lai có ở trang này và trang hồ sơ; bạn cũng nhận được thông báo.',
    en: 'The receipt is on this page and on the dossier’s; you are notified too.',
  },
  check: { vi: 'Xem lại', en: 'Look again' },
  preparing: { vi: 'Đang lập yêu cầu nộp tiền', en: 'The request is being made' },
  preparingAbout: { vi: 'Bấm “Xem lại” sau vài giây.', en: 'Press “Look again” in a few seconds.' },
  back: { vi: 'Đang chờ ngân hàng báo', en: 'Waiting for the bank’s report' },
  backAbout: {
    vi: 'Nếu bạn đã trả, đừng trả lần nữa: bấm “Xem lại” sau vài phút. Nếu chưa trả, các cách trả vẫn ở dưới đây.',
    en: 'If you have paid, do not pay again: press “Look again” in a few minutes. If not, the ways to pay are still below.',
  },
  failed: { vi: 'Lần trả trước không thành công', en: 'The last payment failed' },
  failedAbout: {
    vi: 'Ngân hàng báo chưa chuyển được tiền. Bạn có thể trả lại bằng một trong các cách dưới đây.',
    en: 'The bank reports that no money was moved. You can try again in any of the ways below.',
  },
  mismatch: { vi: 'Số tiền đã chuyển không khớp', en: 'The amount does not match' },
  mismatchAbout: {
    vi: (paid: string, due: string) =>
      `Ngân hàng báo đã nhận ${paid}, số phải nộp là ${due}. Cơ quan tiếp nhận phải đối chiếu; đừng chuyển thêm.`,
    en: (paid: string, due: string) =>
      `The bank reports ${paid}, the amount due is ${due}. The office has to look into it; do not pay again.`,
  },
});

export function PaymentPage({ dossier, request, receipts, refunds, items, payPageComes, isBack }: PaymentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (dossier.waiting !== 'financial-obligation' || request?.state === 'paid')
    return <PaidPage dossier={dossier} request={request} receipts={receipts} refunds={refunds} title={words.title} />;
  if (request?.state === 'mismatch') {
    const told = words.mismatchAbout(moneyText(request.paid, locale), moneyText(request.amount, locale));
    return (
      <ActPage dossier={dossier} title={words.title}>
        <Notice kind="warning" title={words.mismatch}>
          <p>{told}</p>
        </Notice>
        {refunds.length > 0 && <SummaryList rows={refundRows(refunds, locale)} />}
      </ActPage>
    );
  }
  return (
    <ActPage dossier={dossier} title={words.title}>
      {request?.state === 'failed' && (
        <Notice kind="danger" title={words.failed}>
          <p>{words.failedAbout}</p>
        </Notice>
      )}
      {isBack && request?.state === 'waiting' && (
        <Notice title={words.back}>
          <p>{words.backAbout}</p>
          <ButtonGroup>
            <LinkButton href={`/ho-so/${dossier.code}/nop-tien?tu=ngan-hang`}>{words.check}</LinkButton>
          </ButtonGroup>
        </Notice>
      )}
      <div>
        <SummaryList
          rows={[
            ...items.map(({ name, amount }) => ({ label: <Local text={name} />, value: moneyText(amount, locale) })),
            ...(dossier.feePaid > 0
              ? [{ label: words.paidBefore, value: `−${moneyText(dossier.feePaid, locale)}` }]
              : []),
            { label: words.total, value: <strong>{moneyText(dossier.feeDue - dossier.feePaid, locale)}</strong> },
          ]}
        />
      </div>
      <FeeExplanation dossier={dossier} />
      {request ? (
        <>
          <BankPage request={request} payPageComes={payPageComes} isBack={isBack} />
          <OwnTransfer request={request} code={dossier.code} />
        </>
      ) : (
        <Notice title={words.preparing}>
          <p>{words.preparingAbout}</p>
        </Notice>
      )}
      <section>
        <h2 class="vc-section-title">{words.after}</h2>
        <ul class="vc-list">
          <li>{words.stands}</li>
          <li>{words.receipt}</li>
        </ul>
      </section>
      <ButtonGroup>
        <LinkButton
          href={`/ho-so/${dossier.code}/nop-tien`}
          variant={isBack || request?.payUrl ? 'secondary' : 'primary'}
        >
          {words.check}
        </LinkButton>
      </ButtonGroup>
    </ActPage>
  );
}

function BankPage({
  request,
  payPageComes,
  isBack,
}: Pick<PaymentPageProps, 'payPageComes' | 'isBack'> & { request: PaymentRequest }) {
  const { locale, simulated } = useFrame();
  const words = texts(locale);
  if (!request.payUrl && !payPageComes) return null;
  return (
    <section class="vc-rows">
      <h2 class="vc-section-title">{simulated ? words.bankPageSimulated : words.bankPage}</h2>
      <p>{request.payUrl ? words.bankPageAbout : words.bankPageComes}</p>
      {request.payUrl && (
        <ButtonGroup>
          <LinkButton href={request.payUrl} variant={isBack ? 'secondary' : 'primary'}>
            {words.open}
          </LinkButton>
        </ButtonGroup>
      )}
    </section>
  );
}
