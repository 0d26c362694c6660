/** Sign list: what waits for this person's signature, as roomy rows that a thumb can hit. */
import type { QueueRow } from '../../../../platform/cases/queues.ts';
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { EmptyState } from '../../../../platform/web/components/empty-state/empty-state.tsx';
import { SlaChip } from '../../../../platform/web/components/tag/sla-chip.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { DueChip } from '../../due-chip.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import type { DraftedLetter } from '../../drafted-letters.ts';
import { ACT_FACES, actPath } from './act-words.ts';
import { DeskLayout } from './desk-layout.tsx';

export interface SignListPageProps {
  /** Apologies that were drafted and wait for somebody to send them. */
  readonly letters: readonly DraftedLetter[];
  readonly lines: readonly { readonly row: QueueRow; readonly chip: DueChip }[];
}

const texts = defineTexts({
  title: { vi: 'Chờ ký', en: 'To sign' },
  none: { vi: 'Không có hồ sơ nào chờ ký', en: 'Nothing waits for your signature' },
  choose: { vi: (code: string) => `Chọn hồ sơ ${code}`, en: (code: string) => `Select ${code}` },
  several: { vi: 'Ký các hồ sơ đã đánh dấu…', en: 'Sign those ticked…' },
  letters: { vi: 'Thư xin lỗi chờ gửi', en: 'Apologies to be sent' },
  due: { vi: (at: string) => `hạn trả ${at}`, en: (at: string) => `due ${at}` },
  noneAbout: {
    vi: 'Hồ sơ đã qua thẩm định sẽ hiện ở đây.',
    en: 'Dossiers that have been examined appear here.',
  },
});

export function SignListPage({ lines, letters }: SignListPageProps) {
  const { locale } = useFrame();
  const words = texts(locale);
  return (
    <DeskLayout title={words.title}>
      <h1>{words.title}</h1>
      {lines.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneAbout}</p>
        </EmptyState>
      ) : (
        <form action="/can-bo/nhieu-ho-so" class="vc-stack" autocomplete="off">
          <input type="hidden" name="viec" value={ACT_FACES.sign.slug} />
          <ul class="vc-sign-list">
            {lines.map(({ row, chip }) => (
              <li key={row.id}>
                <input
                  class="ds-input"
                  type="checkbox"
                  name="chon"
                  value={row.id}
                  aria-label={words.choose(row.code)}
                />
                <a class="ds-link" href={actPath(row.code, 'sign')}>
                  {row.title} – {row.person_name}
                </a>
                <span class="vc-quiet">
                  <span class="vc-whole">{row.code}</span> · <SlaChip state={chip.state}>{chip.words}</SlaChip>
                </span>
              </li>
            ))}
          </ul>
          <Button variant="secondary">{words.several}</Button>
        </form>
      )}
      {letters.length > 0 && (
        <section aria-labelledby="letters">
          <h2 id="letters">{words.letters}</h2>
          <ul class="vc-sign-list">
            {letters.map(({ code, title, person, dueAt }) => (
              <li key={code}>
                <a class="ds-link" href={actPath(code, 'apologise')}>
                  {title} – {person}
                </a>
                <span class="vc-quiet">
                  <span class="vc-whole">{code}</span> · {words.due(timeInSentence(dueAt, locale))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskLayout>
  );
}
