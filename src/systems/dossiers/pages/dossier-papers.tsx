/** Papers of a dossier: what was handed in, to look at; and the slips the office gave, at the entry that made each. */
import type { SlipMeaning } from '../../../platform/documents/slips/slip-forms.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { fileSizeText } from '../../../platform/text/file-size.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { PaperPreview } from '../../../platform/web/components/paper-preview/paper-preview.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { TimelineEntry } from '../dossier-timeline.ts';
import type { HandedPaper } from '../dossier-view.ts';
import { FilePreview } from './file-preview.tsx';

const texts = defineTexts({
  paper: { vi: 'Bản giấy, nộp tại quầy', en: 'On paper, handed in at the counter' },
  receipt: { vi: 'Giấy tiếp nhận và hẹn trả kết quả', en: 'Receipt' },
  'supplement-request': { vi: 'Phiếu yêu cầu bổ sung', en: 'Request for more papers' },
  refusal: { vi: 'Phiếu từ chối', en: 'Refusal' },
  apology: { vi: 'Phiếu xin lỗi', en: 'Apology' },
  'stop-notice': { vi: 'Thông báo dừng giải quyết', en: 'Notice of the end' },
  'control-slip': { vi: 'Phiếu kiểm soát', en: 'Control slip' },
});

/** Which slip an entry of the journal gives the applicant. */
export const SLIP_OF_ENTRY: Readonly<Record<string, SlipMeaning>> = {
  'dossiers.dossier-accepted': 'receipt',
  'dossiers.supplement-asked': 'supplement-request',
  'dossiers.dossier-refused': 'refusal',
  'dossiers.processing-refused': 'refusal',
  'dossiers.apology-sent': 'apology',
  'dossiers.dossier-stopped': 'stop-notice',
};

export function SlipOfEntry({ entry, path }: { entry: TimelineEntry; path: string }) {
  const slip = SLIP_OF_ENTRY[entry.type];
  if (!slip) return null;
  return <SlipPreview slip={slip} path={path} />;
}

/** `path` of the dossier on the reader's side. */
export function SlipPreview({ slip, path }: { slip: SlipMeaning; path: string }) {
  const words = texts(useLocale());
  return <PaperPreview title={words[slip]} name={words[slip]} href={`${path}/giay-to/${slip}.pdf`} kind="pages" />;
}

export function HandedPapers({ papers }: { papers: readonly HandedPaper[] }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <ul class="vc-ruled">
      {papers.map(({ key, name, file }, index) => (
        <li key={`${key}-${index}`}>
          <p>
            <Local text={name} />
          </p>
          {file ? (
            <FilePreview
              file={file}
              title={`${file.name}, ${fileSizeText(file.size, locale)}, ${timeInTable(file.uploadedAt, locale)}`}
            />
          ) : (
            <p class="vc-caption">{words.paper}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What stands for a file among the answers: its name, to open. One that was replaced since is not named again. */
export const fileLinks = (papers: readonly HandedPaper[]) => (id: string) => {
  const file = papers.find((paper) => paper.file?.id === id)?.file;
  return file ? (
    <a class="ds-link" href={`/tep/${file.id}`}>
      {file.name}
    </a>
  ) : (
    <></>
  );
};
