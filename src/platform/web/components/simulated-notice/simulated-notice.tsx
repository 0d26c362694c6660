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

export function SimulatedNotice() {
  const words = texts(useLocale());
  return (
    <aside class="vc-simulated" aria-label={words.label}>
      <p class="vc-page">
        <Icon name="info-circle" size={14} /> {words.notice}
      </p>
    </aside>
  );
}
