/** Whether a draft that blocks has been approved, above where it is published. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import { dayText } from '../../../../platform/text/vietnamese-date.ts';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import { useLocale } from '../../../../platform/web/frame.tsx';
import { BLOCKS } from '../block-words.ts';
import type { ReadBlockSection } from '../read-block-section.ts';

const texts = defineTexts({
  waits: { vi: 'Chờ người khác cho phép chặn', en: 'Waits for somebody else to authorise blocking' },
  waitsAbout: {
    vi: 'Kịch bản này chặn hành vi. Chỉ công bố được sau khi một người khác với người soạn phê duyệt đúng bản nháp này tại:',
    en: 'This scenario blocks acts. It is published only after somebody other than who wrote it has approved exactly this draft at:',
  },
  approved: { vi: 'Đã được phép chặn', en: 'Blocking is authorised' },
  approvedBy: {
    vi: (name: string, number: string, day: string) => `${name} phê duyệt theo ${number}, ngày ${day}.`,
    en: (name: string, number: string, day: string) => `${name} approved by ${number} of ${day}.`,
  },
  somebody: { vi: 'Một người có quyền', en: 'Somebody with the right' },
});

export function BlockSection({ code, approval }: ReadBlockSection) {
  const locale = useLocale();
  const words = texts(locale);
  const path = `${BLOCKS}/${code}`;
  return approval ? (
    <Notice kind="success" title={words.approved}>
      <p>
        {words.approvedBy(
          approval.approvedBy ?? words.somebody,
          approval.decisionNumber,
          dayText(approval.decisionDay, locale),
        )}
      </p>
    </Notice>
  ) : (
    <Notice kind="warning" title={words.waits}>
      <p>{words.waitsAbout}</p>
      <p>
        <code>{path}</code>
      </p>
    </Notice>
  );
}
