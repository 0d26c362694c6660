/** Simulated notice: on every page of a demo or bench database, that nothing on it is real. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';
import { Icon } from '../icon/icon.tsx';

const texts = defineTexts({
  label: { vi: 'Bản trình diễn', en: 'Demonstration' },
  notice: {
    vi: 'Bản trình diễn: người, hồ sơ và số liệu trên trang này là mô phỏng, không có giá trị pháp lý.',
    en: 'Demonstration: people, dossiers and figures on this page are simulated and have no legal effect.',
  },
});

/** `inside`: shown within other content, where it is no landmark of the page. */
export function SimulatedNotice({ inside }: { inside?: boolean }) {
  const Frame = inside ? 'div' : 'aside';
  const words = texts(useLocale());
  return (
    <Frame class="vc-simulated" aria-label={inside ? undefined : words.label}>
      <p class="vc-page">
        <Icon name="info-circle" size={14} /> {words.notice}
      </p>
    </Frame>
  );
}
