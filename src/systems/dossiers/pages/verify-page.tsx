/** Verification page: what a paper is, whether it holds, who signed it, and the place to compare a file with it. */
import {
  type FileCheck,
  type IssuedRecord,
  paperState,
  verificationTexts,
} from '../../../platform/documents/verification.ts';
import type { Day } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { dayText, timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { FileInput } from '../../../platform/web/components/field/file-input.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';

export interface VerifiedPaper extends IssuedRecord {
  readonly title: string;
  readonly unit: LocalText;
  readonly replacedByNumber: string | null;
  readonly corrects: { readonly code: string; readonly number: string | null } | null;
  readonly signers: readonly { readonly holder?: string; readonly test?: boolean }[];
}

export interface VerifyPageProps {
  typed: string;
  paper: VerifiedPaper | undefined;
  checked?: FileCheck | undefined;
  today: Day;
}

const texts = defineTexts({
  title: { vi: 'Xác minh văn bản', en: 'Verify a paper' },
  code: { vi: 'Mã kiểm tra', en: 'Verification code' },
  hint: {
    vi: 'In cạnh mã QR trên giấy, ví dụ 7K3M-9QXD-2FHA. Có tệp PDF thì so được ở trang hiện ra.',
    en: 'Printed beside the QR code, for example 7K3M-9QXD-2FHA. A PDF file can be compared on the page that opens.',
  },
  find: { vi: 'Xác minh', en: 'Verify' },
  number: { vi: 'Số', en: 'Number' },
  unit: { vi: 'Cơ quan cấp', en: 'Issued by' },
  issued: { vi: 'Cấp lúc', en: 'Issued at' },
  signers: { vi: 'Người ký, cơ quan đóng dấu', en: 'Signed and sealed by' },
  validUntil: { vi: 'Có giá trị đến hết ngày', en: 'Valid to the end of' },
  revoked: { vi: 'Thu hồi, hủy bỏ lúc', en: 'Withdrawn at' },
  replaced: { vi: 'Được đính chính bằng', en: 'Corrected by' },
  corrects: { vi: 'Đính chính văn bản', en: 'Corrects' },
  compare: { vi: 'So tệp bạn có với văn bản đã cấp', en: 'Compare your file with the issued paper' },
  file: { vi: 'Tệp PDF', en: 'PDF file' },
  fileHint: { vi: 'Tệp chỉ được so sánh, không được lưu lại.', en: 'The file is compared only and not kept.' },
  check: { vi: 'So sánh', en: 'Compare' },
  intact: { vi: 'nguyên vẹn', en: 'intact' },
  broken: { vi: 'không nguyên vẹn', en: 'broken' },
  unread: { vi: 'Không đọc được người ký', en: 'Signer cannot be read' },
  signatures: { vi: 'Chữ ký trong tệp', en: 'Signatures in the file' },
});

const KIND = { 'in-force': 'success', expired: 'warning', replaced: 'warning', revoked: 'danger' } as const;
const FILE_KIND = { genuine: 'success', different: 'danger', 'signature-broken': 'danger' } as const;

export function VerifyPage({ typed, paper, checked, today }: VerifyPageProps) {
  const words = texts(useLocale());
  return (
    <CitizenLayout title={paper ? `${words.title}: ${paper.code}` : words.title}>
      <div class="vc-reading vc-sections">
        {paper ? <Paper paper={paper} checked={checked} today={today} /> : <Ask typed={typed} />}
      </div>
    </CitizenLayout>
  );
}

function Ask({ typed }: { typed: string }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <div class="vc-rows">
      <h1>{words.title}</h1>
      {typed !== '' && <Notice kind="danger">{verificationTexts(locale)['unknown-code']}</Notice>}
      <form class="vc-field-row" action="/xac-minh">
        <TextInput name="ma" label={words.code} hint={words.hint} value={typed} autocomplete="off" />
        <Button>{words.find}</Button>
      </form>
    </div>
  );
}

function Paper({ paper, checked, today }: { paper: VerifiedPaper; checked: FileCheck | undefined; today: Day }) {
  const locale = useLocale();
  const words = texts(locale);
  const said = verificationTexts(locale);
  const state = paperState(paper, today);
  return (
    <>
      <div class="vc-rows">
        <p class="vc-quiet vc-small">
          {words.code} <span class="vc-whole">{paper.code}</span>
        </p>
        <h1 lang="vi">{paper.title}</h1>
        <Notice kind={KIND[state]}>
          <p>{said[state]}</p>
          {paper.signers.some((signer) => signer.test) && <p>{said['test-signature']}</p>}
        </Notice>
        <div>
          <SummaryList
            rows={[
              ...(paper.number ? [{ label: words.number, value: paper.number }] : []),
              { label: words.unit, value: <Local text={paper.unit} /> },
              { label: words.issued, value: timeInSentence(paper.issuedAt, locale) },
              ...(paper.validUntil === null
                ? []
                : [{ label: words.validUntil, value: dayText(paper.validUntil, locale) }]),
              ...(paper.revokedAt === null
                ? []
                : [{ label: words.revoked, value: timeInSentence(paper.revokedAt, locale) }]),
              ...(paper.signers.length > 0
                ? [
                    {
                      label: words.signers,
                      value: paper.signers.map((signer) => <p key={signer.holder}>{signer.holder}</p>),
                    },
                  ]
                : []),
              ...(paper.replacedBy
                ? [
                    {
                      label: words.replaced,
                      value: <OtherPaper code={paper.replacedBy} number={paper.replacedByNumber} />,
                    },
                  ]
                : []),
              ...(paper.corrects ? [{ label: words.corrects, value: <OtherPaper {...paper.corrects} /> }] : []),
            ]}
          />
        </div>
      </div>
      <section>
        <h2 class="vc-section-title">{words.compare}</h2>
        {checked && <Checked checked={checked} />}
        <CommandForm action={`/xac-minh/${paper.code}`} multipart>
          <FileInput name="file" label={words.file} hint={words.fileHint} accept="application/pdf" />
          <Button variant="secondary">{words.check}</Button>
        </CommandForm>
      </section>
    </>
  );
}

function OtherPaper({ code, number }: { code: string; number: string | null }) {
  return (
    <>
      {number && `${number}, `}
      <a class="ds-link" href={`/xac-minh/${code}`}>
        {code}
      </a>
    </>
  );
}

function Checked({ checked }: { checked: FileCheck }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <Notice kind={FILE_KIND[checked.state]}>
      <p>{verificationTexts(locale)[checked.state]}</p>
      {checked.signatures.length > 0 && (
        <>
          <p>{words.signatures}:</p>
          <ul class="vc-list">
            {checked.signatures.map((signature, index) => (
              <li key={index}>
                {signature.holder ?? words.unread}, {signature.intact ? words.intact : words.broken}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
