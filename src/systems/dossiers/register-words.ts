/** Words of the register: how a dossier stands, and what a span of days comes to. */
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import type { RegisteredDossier, RegisterTotals } from './list-register.ts';

const standTexts = defineTexts({
  open: { vi: 'Đang giải quyết', en: 'In process' },
  waiting: { vi: 'Chờ người nộp, cơ quan khác', en: 'Waiting for others' },
  late: { vi: 'Quá hạn, chưa xong', en: 'Late, not done' },
  decided: { vi: 'Có kết quả, chờ trả', en: 'Decided, to be handed over' },
  returned: { vi: 'Đã trả kết quả', en: 'Handed over' },
  ended: { vi: 'Kết thúc không có kết quả', en: 'Ended without a result' },
});
export const registerStateTexts = standTexts;

export function standingOf({ status, waiting, outcome }: RegisteredDossier, locale: Locale): string {
  const words = standTexts(locale);
  if (status === 'closed')
    return ['approved', 'rejected', 'silence'].includes(outcome ?? '') ? words.returned : words.ended;
  if (status === 'decided') return words.decided;
  return waiting === null ? words.open : words.waiting;
}

const texts = defineTexts({
  all: { vi: (n: string) => `Tổng số: ${n} hồ sơ`, en: (n: string) => `Total: ${n} dossiers` },
  channels: {
    vi: (online: string, counter: string, post: string) =>
      `trực tuyến ${online}, tại quầy ${counter}, qua bưu chính ${post}`,
    en: (online: string, counter: string, post: string) => `online ${online}, counter ${counter}, post ${post}`,
  },
  states: {
    vi: (open: string, late: string, decided: string) =>
      `chưa có kết quả ${open} (quá hạn ${late}), có kết quả chờ trả ${decided}`,
    en: (open: string, late: string, decided: string) =>
      `without a result ${open} (late ${late}), to be handed over ${decided}`,
  },
  ends: {
    vi: (returned: string, ended: string) => `đã trả ${returned}, kết thúc không có kết quả ${ended}`,
    en: (returned: string, ended: string) => `handed over ${returned}, ended without a result ${ended}`,
  },
});

export function totalsInWords(totals: RegisterTotals, locale: Locale): string {
  const words = texts(locale);
  const n = (key: keyof RegisterTotals) => groupedNumber(totals[key], locale);
  return `${[
    words.all(n('all')),
    words.channels(n('online'), n('counter'), n('post')),
    words.states(n('open'), n('late'), n('decided')),
    words.ends(n('returned'), n('ended')),
  ].join('; ')}.`;
}
