/** Check page: what anyone who has a receipt's code may know of it, without the payer's name. */
import { findInstant } from '../../../platform/calendar/instant.ts';
import type { IssuedDocument } from '../../../platform/documents/issued-document.ts';
import { defineTexts, type Locale } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { receiptName } from '../receipts/receipt-name.ts';
import { paidByTexts, voidReasonTexts } from '../receipts/receipt-words.ts';
import type { RegisteredReceipt } from '../receipts/register.ts';

const texts = defineTexts({
  title: { vi: 'Kiểm tra biên lai', en: 'Check a receipt' },
  back: { vi: 'Xác minh văn bản khác', en: 'Verify another paper' },
  unknown: { vi: 'Không có biên lai nào mang mã này', en: 'No receipt has this code' },
  unknownAbout: { vi: 'Xin kiểm tra lại từng ký tự.', en: 'Please check each sign.' },
  inForce: { vi: 'Biên lai do hệ thống lập và còn giá trị', en: 'The receipt was issued here and is in force' },
  voided: { vi: 'Biên lai này đã hủy, không còn giá trị', en: 'This receipt was voided' },
  replacedBy: { vi: (name: string) => `Thay bằng ${name}.`, en: (name: string) => `Replaced by ${name}.` },
  name: { vi: 'Ký hiệu, số', en: 'Series and number' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  at: { vi: 'Lập lúc', en: 'Issued' },
  how: { vi: 'Hình thức nộp', en: 'How' },
  unit: { vi: 'Đơn vị thu', en: 'Unit' },
  dossier: { vi: 'Mã hồ sơ', en: 'Dossier' },
  signed: { vi: 'Chữ ký số của cơ quan', en: 'Signature of the agency' },
  unsigned: { vi: 'Chưa có', en: 'Not yet' },
  test: { vi: 'khóa thử nghiệm, không có giá trị pháp lý', en: 'test key, no legal value' },
  compare: { vi: 'Đối chiếu tệp biên lai bạn có', en: 'Compare the file you have' },
});

export interface CheckPageProps {
  readonly receipt: RegisteredReceipt | undefined;
  /** The paper with the agency's signature, once it has it. */
  readonly sealed: IssuedDocument | undefined;
}

export function CheckPage({ receipt, sealed }: CheckPageProps) {
  const words = texts(useLocale());
  return (
    <CitizenLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <div>
          <BackLink href="/xac-minh">{words.back}</BackLink>
          <h1>{words.title}</h1>
        </div>
        {receipt ? (
          <Found receipt={receipt} sealed={sealed} />
        ) : (
          <Notice kind="danger" title={words.unknown}>
            <p>{words.unknownAbout}</p>
          </Notice>
        )}
      </div>
    </CitizenLayout>
  );
}

function Found({ receipt, sealed }: CheckPageProps & { receipt: RegisteredReceipt }) {
  const locale = useLocale();
  const words = texts(locale);
  const { voidReason, replacedBy, series } = receipt;
  return (
    <>
      {voidReason === null ? (
        <Notice kind="success" title={words.inForce} />
      ) : (
        <Notice kind="danger" title={words.voided}>
          <p>
            {voidReasonTexts(locale)[voidReason]}.{' '}
            {replacedBy !== null && words.replacedBy(receiptName({ series, number: replacedBy }))}
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { label: words.name, value: <span class="vc-whole">{receiptName(receipt)}</span> },
          { label: words.amount, value: moneyText(receipt.amount, locale) },
          { label: words.at, value: timeInTable(receipt.issuedAt, locale) },
          { label: words.how, value: paidByTexts(locale)[receipt.by] },
          ...(receipt.unit ? [{ label: words.unit, value: <Local text={receipt.unit} /> }] : []),
          { label: words.dossier, value: <span class="vc-whole">{receipt.caseCode}</span> },
          { label: words.signed, value: signersOf(sealed, locale) ?? words.unsigned },
        ]}
      />
      {sealed && (
        <p>
          <a class="ds-link" href={`/xac-minh/${sealed.code}`}>
            {words.compare}
          </a>
        </p>
      )}
    </>
  );
}

function signersOf(sealed: IssuedDocument | undefined, locale: Locale): string | undefined {
  const [signer] = sealed?.signers ?? [];
  const at = signer && findInstant(signer.at);
  if (!signer || at === undefined) return undefined;
  const said = `${signer.holder}, ${timeInTable(at, locale)}`;
  return signer.test ? `${said} (${texts(locale).test})` : said;
}
