/** Register refusals: why a register did not take what was reported to it, in words. */
import type { LocalText } from '../../platform/i18n/local-text.ts';

const REFUSALS: Readonly<Record<string, LocalText>> = {
  'register.no-such-parent': { vi: 'không có số định danh của cha hoặc mẹ', en: 'a parent’s number is not there' },
  'register.no-such-person': { vi: 'không có số định danh này', en: 'the number is not there' },
  'register.birth-in-future': { vi: 'ngày sinh ở sau hôm nay', en: 'the birth lies in the future' },
};

/** A code that has no words stands for itself. */
export function refusedBecause(code: string): LocalText {
  const reason = REFUSALS[code] ?? { vi: code, en: code };
  return {
    vi: `Không nhận: ${reason.vi}. Cán bộ tra cứu và cập nhật trực tiếp.`,
    en: `Not taken: ${reason.en}. The officer looks it up and enters it by hand.`,
  };
}
