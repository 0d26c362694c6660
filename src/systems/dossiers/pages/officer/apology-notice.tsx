/** The apology that waits: what an officer is told to do with the letter that the program has drafted. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { DossierState } from '../../dossier-state.ts';
import { actPath } from './act-words.ts';

const texts = defineTexts({
  title: { vi: 'Thư xin lỗi chờ gửi', en: 'An apology waits to be sent' },
  about: {
    vi: (until: string) =>
      `Còn không quá một ngày làm việc. Thư đã soạn, đề xuất hẹn lại trước ${until}; cần ghi lý do rồi gửi, nếu không kịp trả kết quả.`,
    en: (until: string) =>
      `One working day is left at most. The letter is drafted and proposes ${until}; give the reason and send it unless the result will be ready.`,
  },
  send: { vi: 'Xem lại và gửi thư', en: 'Check and send the letter' },
});

export function ApologyNotice({ dossier }: { dossier: Pick<DossierState, 'code' | 'status' | 'apologyDraft'> }) {
  const { locale } = useFrame();
  const words = texts(locale);
  if (!dossier.apologyDraft || dossier.status !== 'open') return null;
  return (
    <div class="vc-pane-part">
      <Notice kind="to-do" title={words.title}>
        <p>{words.about(timeInSentence(dossier.apologyDraft.until, locale))}</p>
        <p>
          <a class="ds-link" href={actPath(dossier.code, 'apologise')}>
            {words.send}
          </a>
        </p>
      </Notice>
    </div>
  );
}
