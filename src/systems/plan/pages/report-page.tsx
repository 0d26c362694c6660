/** Report page: what stands around the quarterly report, and its two files. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { TypedDay } from '../../../platform/text/typed-day.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import { Button, ButtonGroup } from '../../../platform/web/components/button/button.tsx';
import { ErrorSummary, type FieldError } from '../../../platform/web/components/error-summary/error-summary.tsx';
import { DateInput } from '../../../platform/web/components/field/date-input.tsx';
import { Select } from '../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../platform/web/components/field/text-input.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import type { ReportPeriod } from '../report/report-period.ts';

export interface ReportPageProps {
  readonly path: string;
  readonly back: string;
  readonly periods: readonly ReportPeriod[];
  readonly isProposed: boolean;
  readonly outlinePath: string;
  /** Of the paper, part by part. */
  readonly day: TypedDay;
  /** What was sent before, where something of it was wrong. */
  readonly typed: (name: string) => string | undefined;
  readonly errors: readonly FieldError[];
}

const texts = defineTexts({
  title: { vi: 'Báo cáo quý về đề án', en: 'Quarterly report of the plan' },
  back: { vi: 'Về bảng chỉ tiêu', en: 'Back to the targets' },
  about: {
    vi: 'Báo cáo lấy số liệu đã duyệt đến ngày chốt của kỳ, theo thể thức văn bản hành chính. Tệp DOCX sửa được trước khi trình ký; tệp PDF để xem và in.',
    en: 'The report takes what is approved up to the last day of the period, in the form of official papers. The DOCX can be edited before it is signed; the PDF is for reading and printing.',
  },
  proposed: { vi: 'Chưa nhập đề cương', en: 'No outline has been entered' },
  proposedAbout: {
    vi: 'Báo cáo dùng đề cương đề xuất. Nhập đề cương của cơ quan nhận báo cáo ở bảng Đề cương báo cáo.',
    en: 'A proposed outline is used. Enter that of the body which receives the report.',
  },
  outline: { vi: 'Mở bảng Đề cương báo cáo', en: 'Open the outline' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  quarter: {
    vi: (quarter: number, year: number, from: string, to: string) => `Quý ${quarter}/${year} (${from} đến ${to})`,
    en: (quarter: number, year: number, from: string, to: string) => `Quarter ${quarter} of ${year} (${from} to ${to})`,
  },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  numberHint: { vi: 'Văn thư cho số; để trống thì chừa chỗ.', en: 'The clerk gives it; left empty, room is kept.' },
  day: { vi: 'Ngày của báo cáo', en: 'Date of the report' },
  dayHint: {
    vi: 'Để trống thì chừa chỗ cho ngày ký.',
    en: 'Left empty, room is kept for the day it is signed.',
  },
  addressee: { vi: 'Kính gửi', en: 'To' },
  signerTitle: { vi: 'Chức vụ người ký', en: 'Title of the signer' },
  titleHint: { vi: 'Mỗi dòng một phần, như TM. ỦY BAN NHÂN DÂN.', en: 'One part a line.' },
  signer: { vi: 'Họ tên người ký', en: 'Name of the signer' },
  recipients: { vi: 'Nơi nhận', en: 'Sent to' },
  recipientsHint: { vi: 'Mỗi dòng một nơi.', en: 'One a line.' },
  docx: { vi: 'Tải DOCX', en: 'Download DOCX' },
  pdf: { vi: 'Tải PDF', en: 'Download PDF' },
});

export function ReportPage(props: ReportPageProps) {
  const { back, isProposed, outlinePath, errors } = props;
  const locale = useLocale();
  const words = texts(locale);
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-reading vc-stack">
        <ErrorSummary errors={errors} />
        <div>
          <BackLink href={back}>{words.back}</BackLink>
          <h1>{words.title}</h1>
          <p>{words.about}</p>
        </div>
        {isProposed && (
          <Notice title={words.proposed}>
            <p>{words.proposedAbout}</p>
            <p>
              <a class="ds-link" href={outlinePath}>
                {words.outline}
              </a>
            </p>
          </Notice>
        )}
        <ReportForm {...props} />
      </div>
    </OfficerLayout>
  );
}

function ReportForm({ path, periods, day, typed, errors }: ReportPageProps) {
  const locale = useLocale();
  const words = texts(locale);
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <form action={`${path}/tai-ve`} class="vc-stack">
      <Select
        name="ky"
        label={words.period}
        value={typed('ky') ?? periods[0]?.key ?? ''}
        options={periods.map(({ key, quarter, year, from, to }) => ({
          value: key,
          label: words.quarter(quarter, year, dayText(from, locale), dayText(to, locale)),
        }))}
      />
      <TextInput
        name="so"
        label={words.number}
        hint={words.numberHint}
        optional
        value={typed('so') ?? ''}
        width={24}
        maxLength={60}
      />
      <DateInput name="ngay" label={words.day} hint={words.dayHint} optional value={day} error={errorOf('ngay')} />
      <TextInput name="kinh-gui" label={words.addressee} optional value={typed('kinh-gui') ?? ''} maxLength={200} />
      <Textarea
        name="chuc-vu"
        label={words.signerTitle}
        hint={words.titleHint}
        value={typed('chuc-vu') ?? 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'}
        rows={2}
        maxLength={200}
      />
      <TextInput name="nguoi-ky" label={words.signer} optional value={typed('nguoi-ky') ?? ''} maxLength={100} />
      <Textarea
        name="noi-nhan"
        label={words.recipients}
        hint={words.recipientsHint}
        value={typed('noi-nhan') ?? 'Như trên;\nLưu: VT.'}
        rows={3}
        maxLength={500}
      />
      <ButtonGroup>
        <Button name="tep" value="docx">
          {words.docx}
        </Button>
        <Button name="tep" value="pdf" variant="secondary">
          {words.pdf}
        </Button>
      </ButtonGroup>
    </form>
  );
}
