/** Papers of a dossier: what was handed in, to open; and the slips the office gave, at the entry that made each. */
import type { SlipMeaning } from '../../../platform/documents/slips/slip-forms.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { fileSizeText } from '../../../platform/text/file-size.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { TimelineEntry } from '../dossier-timeline.ts';
import type { HandedPaper } from '../dossier-view.ts';

const texts = defineTexts({
  paper: { vi: 'Bản giấy, nộp tại quầy', en: 'On paper, handed in at the counter' },
  receipt: { vi: 'Xem giấy tiếp nhận', en: 'Open the receipt' },
  'supplement-request': { vi: 'Xem phiếu yêu cầu bổ sung', en: 'Open the request' },
  refusal: { vi: 'Xem phiếu từ chối', en: 'Open the refusal' },
  apology: { vi: 'Xem văn bản xin lỗi', en: 'Open the apology' },
  'stop-notice': { vi: 'Xem thông báo dừng giải quyết', en: 'Open the notice' },
  'control-slip': { vi: 'Xem phiếu kiểm soát', en: 'Open the control slip' },
});

export type GivenSlip = Exclude<SlipMeaning, 'register'>;

/** Which slip an entry of the journal gives the applicant. */
export const SLIP_OF_ENTRY: Readonly<Record<string, GivenSlip>> = {
  'dossiers.dossier-accepted': 'receipt',
  'dossiers.supplement-asked': 'supplement-request',
  'dossiers.dossier-refused': 'refusal',
  'dossiers.apology-sent': 'apology',
  'dossiers.dossier-stopped': 'stop-notice',
};

export function SlipLinks({ entry, path }: { entry: TimelineEntry; path: string }) {
  const words = texts(useLocale());
  const slip = SLIP_OF_ENTRY[entry.type];
  if (!slip) return null;
  return (
    <p>
      <a class="ds-link" href={`${path}/giay-to/${slip}.pdf`}>
        {words[slip]}
      </a>
    </p>
  );
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
          <p class="vc-caption">
            {file ? (
              <>
                <a class="ds-link" href={`/tep/${file.id}`}>
                  {file.name}
                </a>
                , {fileSizeText(file.size, locale)}, {timeInTable(file.uploadedAt, locale)}
              </>
            ) : (
              words.paper
            )}
          </p>
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
