/** Standing in words: against its term, when it ended. */
import { defineTexts } from '../../platform/i18n/texts.ts';

export const standingTexts = defineTexts({
  early: { vi: 'Trước hạn', en: 'Early' },
  'on-time': { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  'no-term': { vi: 'Không tính hạn', en: 'No term' },
});
