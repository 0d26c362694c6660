/** Due page: why the result is due when it is, sentence by sentence. */
import type { DueTime } from '../../../platform/calendar/due-time.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { useLocale } from '../../../platform/web/frame.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { LoadedDossier } from '../load-dossier.ts';
import { ActPage } from './act-page.tsx';

const texts = defineTexts({
  title: { vi: 'Thời hạn được tính thế nào', en: 'How the time was reckoned' },
  due: { vi: 'Hạn trả kết quả', en: 'Due' },
  earliest: { vi: 'Sớm nhất, vì đồng hồ đang dừng', en: 'The earliest, because the clock stands still' },
  none: {
    vi: 'Thời hạn bắt đầu khi hồ sơ được tiếp nhận. Trước đó cơ quan phải trả lời trong 8 giờ làm việc.',
    en: 'The term begins when the dossier is accepted. Before that the office has 8 working hours to answer.',
  },
  promised: { vi: 'In trên giấy tiếp nhận', en: 'Printed on the receipt' },
});

export function DuePage({ dossier, due }: { dossier: LoadedDossier; due: DueTime | undefined }) {
  const locale = useLocale();
  const words = texts(locale);
  return (
    <ActPage dossier={dossier} title={words.title}>
      {due ? (
        <>
          <p class="vc-lead">
            {words.due}: {timeInSentence(due.due, locale)}
          </p>
          {due.provisional && <p class="vc-quiet">{words.earliest}</p>}
          <ol class="vc-list">
            {due.steps.map((step, index) => (
              <li key={index}>
                <Local text={step.text} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{words.none}</p>
      )}
      {dossier.promisedAt !== null && (
        <p class="vc-quiet">
          {words.promised}: {timeInSentence(dossier.promisedAt, locale)}.
        </p>
      )}
    </ActPage>
  );
}
