/** Own transfer: the QR that any bank's app pays, to scan, to keep or as text, and the same for who types it. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { moneyInWords, moneyText } from '../../../platform/text/money.ts';
import { Icon } from '../../../platform/web/components/icon/icon.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import type { PaymentRequest } from '../../payments/index.ts';
import { Qr } from './qr.tsx';

const texts = defineTexts({
  scan: { vi: 'Quét mã bằng ứng dụng ngân hàng', en: 'Scan with a banking app' },
  scanAbout: {
    vi: 'Số tiền và nội dung đã có sẵn trong mã. Đừng sửa nội dung chuyển khoản.',
    en: 'Amount and text are in the code. Do not change the transfer text.',
  },
  keep: { vi: 'Lưu ảnh mã QR', en: 'Save the QR code as a picture' },
  keepAbout: {
    vi: 'Đang xem trên chính điện thoại có ứng dụng ngân hàng: lưu ảnh mã, rồi chọn ảnh đó trong ứng dụng.',
    en: 'On the phone that has the banking app: save the picture, then choose it in the app.',
  },
  qr: {
    vi: (amount: string) => `Mã VietQR chuyển ${amount}`,
    en: (amount: string) => `VietQR for a transfer of ${amount}`,
  },
  qrText: { vi: 'Nội dung mã VietQR bằng chữ', en: 'The VietQR as text' },
  byHand: { vi: 'Hoặc chuyển khoản với thông tin sau', en: 'Or transfer with these details' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account number' },
  holder: { vi: 'Chủ tài khoản', en: 'Account holder' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  inWords: { vi: 'Bằng chữ', en: 'In Vietnamese words' },
  text: { vi: 'Nội dung', en: 'Transfer text' },
});

export interface OwnTransferProps {
  request: PaymentRequest;
  /** Of the dossier. */
  code: string;
}

export function OwnTransfer({ request, code }: OwnTransferProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const amount = moneyText(request.amount, locale);
  return (
    <>
      <section class="vc-rows">
        <h2 class="vc-section-title">{words.scan}</h2>
        <p class="vc-quiet vc-small">{words.scanAbout}</p>
        <div class="vc-qr vc-qr-pay">
          <Qr text={request.qrText} label={words.qr(amount)} />
        </div>
        <div>
          <p>
            <a class="ds-link" href={`/ho-so/${code}/nop-tien/ma-qr.png`}>
              <Icon name="download" /> {words.keep}
            </a>
          </p>
          <p class="vc-quiet vc-small">{words.keepAbout}</p>
        </div>
        <details class="vc-details">
          <summary>{words.qrText}</summary>
          <p class="vc-small">
            <code>{request.qrText}</code>
          </p>
        </details>
      </section>
      <section>
        <h2 class="vc-section-title">{words.byHand}</h2>
        <SummaryList
          rows={[
            { label: words.bank, value: request.bank ? `${request.bank} (BIN ${request.bin})` : `BIN ${request.bin}` },
            { label: words.account, value: <span class="vc-whole">{request.account}</span> },
            { label: words.holder, value: request.holder },
            { label: words.amount, value: amount },
            { label: words.inWords, value: <span lang="vi">{moneyInWords(request.amount)}</span> },
            { label: words.text, value: <span class="vc-breaks">{request.reference}</span> },
          ]}
        />
      </section>
    </>
  );
}
