/** Skip link: the first stop of the Tab key, past header and menu. */
import { defineTexts } from '../../i18n/texts.ts';
import { useLocale } from '../frame.tsx';

const texts = defineTexts({ skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' } });

export function SkipLink() {
  return (
    <a class="vc-skip" href="#main">
      {texts(useLocale()).skip}
    </a>
  );
}
