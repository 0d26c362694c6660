/** Payment page: the QR that any bank's app pays, the same as text, and what has been paid. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyInWords, moneyText } from '../../../platform/text/money.ts';
import { LinkButton, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { PaymentRequest } from '../../payments/index.ts';
import type { LoadedDossier } from '../load-dossier.ts';
import { ActPage } from './act-page.tsx';
import { Qr } from './qr.tsx';

export interface PaymentPageProps {
  dossier: LoadedDossier;
  request: PaymentRequest | undefined;
}

const texts = defineTexts({
  title: { vi: 'Nộp phí, lệ phí', en: 'Pay the fees' },
  fee: { vi: 'Các khoản', en: 'Items' },
  total: { vi: 'Phải nộp', en: 'To pay' },
  scan: { vi: 'Quét mã bằng ứng dụng ngân hàng', en: 'Scan with a banking app' },
  scanAbout: {
    vi: 'Số tiền và nội dung đã có sẵn trong mã. Đừng sửa nội dung chuyển khoản.',
    en: 'Amount and text are in the code. Do not change the transfer text.',
  },
  qr: {
    vi: (amount: string) => `Mã VietQR chuyển ${amount}`,
    en: (amount: string) => `VietQR for a transfer of ${amount}`,
  },
  byHand: { vi: 'Hoặc chuyển khoản với thông tin sau', en: 'Or transfer with these details' },
  bank: { vi: 'Ngân hàng (BIN)', en: 'Bank (BIN)' },
  account: { vi: 'Số tài khoản', en: 'Account number' },
  holder: { vi: 'Chủ tài khoản', en: 'Account holder' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  inWords: { vi: 'Bằng chữ', en: 'In Vietnamese words' },
  text: { vi: 'Nội dung', en: 'Transfer text' },
  stands: {
    vi: 'Khi ngân hàng báo đã nhận tiền, hồ sơ được giải quyết tiếp và thời hạn chạy lại.',
    en: 'Once the bank reports the money, work goes on and the clock runs again.',
  },
  platform: { vi: 'Mở trang thanh toán', en: 'Open the payment page' },
  check: { vi: 'Tôi đã chuyển, xem lại', en: 'I have paid, look again' },
  preparing: { vi: 'Đang lập yêu cầu nộp tiền', en: 'The request is being made' },
  preparingAbout: { vi: 'Tải lại trang sau vài giây.', en: 'Reload the page in a few seconds.' },
  paid: { vi: 'Đã nhận đủ tiền', en: 'Paid in full' },
  mismatch: { vi: 'Số tiền đã chuyển không khớp', en: 'The amount does not match' },
  mismatchAbout: {
    vi: 'Ngân hàng đã báo một số tiền khác với số phải nộp. Cán bộ đang đối chiếu; đừng chuyển thêm.',
    en: 'The bank reported another amount than the one asked for. An officer is looking into it; do not pay again.',
  },
});

export function PaymentPage({ dossier, request }: PaymentPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const path = `/ho-so/${dossier.code}`;
  if (dossier.waiting !== 'financial-obligation' || request?.state === 'paid') {
    return (
      <ActPage dossier={dossier} title={words.title}>
        <Notice kind="success" title={words.paid}>
          <p>{moneyText(dossier.feePaid, locale)}</p>
        </Notice>
      </ActPage>
    );
  }
  if (request?.state === 'mismatch') {
    return (
      <ActPage dossier={dossier} title={words.title}>
        <Notice kind="warning" title={words.mismatch}>
          <p>{words.mismatchAbout}</p>
        </Notice>
      </ActPage>
    );
  }
  return (
    <ActPage dossier={dossier} title={words.title}>
      <div>
        <SummaryList
          rows={[
            ...dossier.fees.map((fee) => ({ label: <Local text={fee.name} />, value: moneyText(fee.amount, locale) })),
            { label: words.total, value: <strong>{moneyText(dossier.feeDue - dossier.feePaid, locale)}</strong> },
          ]}
        />
      </div>
      {request ? (
        <Request request={request} words={words} locale={locale} />
      ) : (
        <Notice title={words.preparing}>
          <p>{words.preparingAbout}</p>
        </Notice>
      )}
      <p>{words.stands}</p>
      <ButtonGroup>
        {request?.payUrl && <LinkButton href={request.payUrl}>{words.platform}</LinkButton>}
        <LinkButton href={`${path}/nop-tien`} variant={request?.payUrl ? 'secondary' : 'primary'}>
          {words.check}
        </LinkButton>
      </ButtonGroup>
    </ActPage>
  );
}

interface RequestProps {
  request: PaymentRequest;
  words: ReturnType<typeof texts>;
  locale: 'vi' | 'en';
}

function Request({ request, words, locale }: RequestProps) {
  const amount = moneyText(request.amount, locale);
  return (
    <>
      <section>
        <h2 class="vc-section-title">{words.scan}</h2>
        <p class="vc-quiet vc-small">{words.scanAbout}</p>
        <div class="vc-qr vc-below">
          <Qr text={request.qrText} label={words.qr(amount)} />
        </div>
      </section>
      <section>
        <h2 class="vc-section-title">{words.byHand}</h2>
        <SummaryList
          rows={[
            { label: words.account, value: request.account },
            { label: words.holder, value: request.holder },
            { label: words.bank, value: request.bin },
            { label: words.amount, value: amount },
            { label: words.inWords, value: <span lang="vi">{moneyInWords(request.amount)}</span> },
            { label: words.text, value: <span class="vc-whole">{request.reference}</span> },
          ]}
        />
      </section>
    </>
  );
}
