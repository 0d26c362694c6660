/** Somebody has saved meanwhile: who, which part, when; nothing was overwritten. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { LinkButton } from '../../../platform/web/components/button/button.tsx';
import { useLocale } from '../../../platform/web/frame.tsx';
import { OfficerLayout } from '../../../platform/web/layouts/officer-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { DraftChange } from '../draft/draft.ts';
import { DRAFT_PARTS } from '../draft/draft-parts.ts';
import { draftPath, draftTexts } from './draft-words.ts';

const texts = defineTexts({
  title: { vi: 'Bản nháp đã thay đổi', en: 'The draft has changed' },
  about: {
    vi: 'Từ khi bạn mở trang, bản nháp đã được sửa. Hãy xem lại rồi làm tiếp.',
    en: 'The draft was changed since you opened the page. Look again, then go on.',
  },
  open: { vi: 'Xem bản nháp', en: 'See the draft' },
});

export function DraftChangedPage({ code, changes }: { code: string; changes: readonly DraftChange[] }) {
  const words = texts(useLocale());
  return (
    <OfficerLayout title={words.title}>
      <div class="vc-stack">
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <ChangeList changes={changes} />
        <p>
          <LinkButton href={draftPath(code)}>{words.open}</LinkButton>
        </p>
      </div>
    </OfficerLayout>
  );
}

export function ChangeList({ changes }: { changes: readonly DraftChange[] }) {
  const locale = useLocale();
  const shared = draftTexts(locale);
  return (
    <ul class="vc-list">
      {changes.map(({ version, part, by, at }) => (
        <li key={version}>
          <Local text={DRAFT_PARTS.find(({ key }) => key === part)?.title ?? { vi: part }} />:{' '}
          {shared.changedBy(by ?? shared.somebody, timeInSentence(at, locale))}
        </li>
      ))}
    </ul>
  );
}
