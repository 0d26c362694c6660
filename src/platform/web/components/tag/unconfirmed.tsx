/** Unconfirmed: marks a fact that nobody has checked against its legal text yet, so that it is never read as law. */
import { defineTexts } from '../../../i18n/texts.ts';
import { useLocale } from '../../frame.tsx';

const texts = defineTexts({ unconfirmed: { vi: 'chờ xác nhận', en: 'to be confirmed' } });

export function Unconfirmed() {
  return <span class="vc-unconfirmed">{texts(useLocale()).unconfirmed}</span>;
}
