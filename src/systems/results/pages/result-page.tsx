/** One result of the register: what is known of it, whether it counts, and its withdrawal by who may sign for the body. */
import type { Day } from '../../../platform/calendar/instant.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { Button } from '../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../platform/web/components/command-form/command-form.tsx';
import { Textarea } from '../../../platform/web/components/field/textarea.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { BackLink } from '../../../platform/web/components/trail/trail.tsx';
import { useFrame } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ListedResult } from '../list-results.ts';
import { heldState, validityWords } from '../validity.ts';
import { RESULTS } from './results-page.tsx';

export interface ResultPageProps {
  readonly result: ListedResult;
  readonly day: Day;
  readonly mayRevoke: boolean;
  readonly error?: string;
}

const texts = defineTexts({
  back: { vi: 'Kho kết quả điện tử', en: 'Register of results' },
  number: { vi: 'Số', en: 'Number' },
  unit: { vi: 'Cơ quan cấp', en: 'Issued by' },
  issued: { vi: 'Cấp lúc', en: 'Issued' },
  person: { vi: 'Của ai', en: 'Whose' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  validity: { vi: 'Hiệu lực', en: 'Validity' },
  replaced: { vi: 'Thay bằng', en: 'Replaced by' },
  check: { vi: 'Trang xác minh', en: 'Public page' },
  onPaper: { vi: 'Chỉ cấp bản giấy', en: 'On paper only' },
  file: { vi: 'Tệp', en: 'File' },
  open: { vi: 'Mở tệp kết quả', en: 'Open the result' },
  hash: { vi: 'SHA-256 của tệp', en: 'SHA-256 of the file' },
  revoke: { vi: 'Thu hồi, hủy bỏ kết quả này', en: 'Withdraw this result' },
  revokeAbout: {
    vi: 'Trang xác minh ghi ngay là đã thu hồi; người được cấp không dùng lại được nữa. Việc này không hoàn lại được: muốn cấp lại phải ra kết quả mới.',
    en: 'The public page says so at once and the paper cannot be used again. This is not undone: to issue it again takes a new result.',
  },
  reason: { vi: 'Lý do và căn cứ', en: 'Reasons and legal basis' },
});

export function ResultPage({ result, day, mayRevoke, error }: ResultPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  const state = heldState(result, day);
  return (
    <OfficerLayout title={`${result.number} – ${result.title.vi}`}>
      <div class="vc-stack">
        <div>
          <BackLink href={RESULTS}>{words.back}</BackLink>
          <h1>
            <Local text={result.title} />
          </h1>
        </div>
        <Notice kind={state === 'in-force' ? 'success' : 'warning'}>
          <p>{validityWords(result, day, locale)}</p>
        </Notice>
        <SummaryList
          rows={[
            { label: words.number, value: result.number },
            { label: words.unit, value: <Local text={result.unit} /> },
            { label: words.issued, value: timeInSentence(result.issuedAt, locale) },
            { label: words.person, value: result.person ?? '–' },
            { label: words.procedure, value: result.procedure },
            {
              label: words.dossier,
              value: (
                <a class="ds-link" href={`/can-bo/ho-so/${result.caseCode}`}>
                  {result.caseCode}
                </a>
              ),
            },
            ...(result.replacedBy === null
              ? []
              : [
                  {
                    label: words.replaced,
                    value: (
                      <a class="ds-link" href={`${RESULTS}/${result.replacedBy}`}>
                        {result.replacedByNumber ?? result.replacedBy}
                      </a>
                    ),
                  },
                ]),
            {
              label: words.check,
              value:
                result.checkCode === null ? (
                  words.onPaper
                ) : (
                  <a class="ds-link" href={`/xac-minh/${result.checkCode}`}>
                    {result.checkCode}
                  </a>
                ),
            },
            ...(result.checkCode === null
              ? []
              : [
                  {
                    label: words.file,
                    value: (
                      <a class="ds-link" href={`/tep/${result.fileId}`}>
                        {words.open}
                      </a>
                    ),
                  },
                ]),
            { label: words.hash, value: <span class="vc-digits">{result.sha256}</span> },
          ]}
        />
        {mayRevoke && result.revokedAt === null && result.replacedBy === null && (
          <details class="vc-act" open={error !== undefined}>
            <summary>{words.revoke}</summary>
            <p>{words.revokeAbout}</p>
            <CommandForm action={`${RESULTS}/${result.id}/thu-hoi`}>
              <Textarea name="reason" label={words.reason} error={error} maxLength={2000} />
              <Button variant="secondary" danger>
                {words.revoke}
              </Button>
            </CommandForm>
          </details>
        )}
      </div>
    </OfficerLayout>
  );
}
