/** What each notice about a dossier says: the template of its entry, and the values that fill it. */
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { Json } from '../../platform/db/json.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import { moneyText } from '../../platform/text/money.ts';
import { timeInSentence } from '../../platform/text/vietnamese-date.ts';
import type { Told } from './told.ts';

type Values = Readonly<Record<string, string>>;

interface Occasion {
  readonly told: Told;
  readonly entry: ReadEntry;
  readonly locale: Locale;
  /** Erasable content of the entry, by name; what was erased is missing. */
  readonly content: Readonly<Record<string, Json>>;
  readonly legal: LegalClock;
}

/** The template, or undefined where this time nobody needs to be told, and the values beside those that every template gets. */
interface NoticeSpec {
  readonly template: (entry: ReadEntry) => string | undefined;
  readonly values: (occasion: Occasion) => Values;
  /** Until when the law has the applicant told, where it says. */
  readonly by?: (entry: ReadEntry) => Instant;
}

const texts = defineTexts({
  promised: {
    vi: (when: string) => `Thời gian trả kết quả: ${when}.`,
    en: (when: string) => `The result is due at ${when}.`,
  },
  notPromised: {
    vi: 'Thủ tục này không ấn định thời hạn; cơ quan sẽ báo khi có kết quả.',
    en: 'No term is fixed for this procedure; you will be told when there is a result.',
  },
  counter: {
    vi: (place: string) => `Nhận kết quả tại ${place}, mang theo giấy tờ tùy thân.`,
    en: (place: string) => `Collect it at ${place}; bring your identity card.`,
  },
  post: { vi: 'Kết quả được gửi qua bưu chính.', en: 'The result is sent by post.' },
  electronic: {
    vi: 'Nhận bản điện tử của kết quả trên trang của hồ sơ.',
    en: 'Get the electronic result on the page of the dossier.',
  },
  clockStopped: {
    vi: 'Thời gian giải quyết tạm dừng cho đến khi nộp đủ.',
    en: 'The time for the dossier stands still until it is paid.',
  },
  clockRuns: { vi: 'Thời gian giải quyết được tính tiếp.', en: 'The time for the dossier goes on.' },
  unsaid: { vi: 'xem tại nơi nộp hồ sơ', en: 'ask where you applied' },
});

const when = (text: unknown, locale: Locale): string => timeInSentence(instant(text as string), locale);
const said = (content: Json | undefined, locale: Locale): string =>
  typeof content === 'string' && content.trim() !== '' ? content.trim() : texts(locale).unsaid;

function receiveIn({ told, locale }: Occasion): string {
  const words = texts(locale);
  if (told.receiveBy === 'counter') return words.counter(told.returning(locale));
  return told.receiveBy === 'post' ? words.post : words.electronic;
}

const always =
  (template: string): NoticeSpec['template'] =>
  () =>
    template;

/** Said by the office that decides, not by the counter that took the dossier in. */
const byOffice = ({ told, locale }: Occasion): Values => ({ place: told.office(locale) });
const reasonOf = ({ content, locale }: Occasion): Values => ({ reason: said(content.reason, locale) });

/** At the counter the receipt is given into the hand; only what was sent in is acknowledged. */
const submitted: NoticeSpec = {
  template: ({ dims }) => (dims?.channel === 'counter' ? undefined : 'dossiers.submitted'),
  values: ({ entry, locale }) => ({
    at: when(entry.at, locale),
    answer_by: when(entry.body?.answer_by, locale),
  }),
};

const accepted: NoticeSpec = {
  template: always('dossiers.accepted'),
  values: (occasion) => {
    const { entry, locale } = occasion;
    const words = texts(locale);
    const promised = entry.body?.promised;
    return {
      promise: typeof promised === 'string' ? words.promised(when(promised, locale)) : words.notPromised,
      receive: receiveIn(occasion),
    };
  },
};

const supplementAsked: NoticeSpec = {
  template: always('dossiers.supplement-asked'),
  values: ({ content, locale }) => ({
    items: itemLines(content.items) || texts(locale).unsaid,
    reason: said(content.reason, locale),
  }),
};

const itemLines = (items: Json | undefined): string =>
  Array.isArray(items) ? items.map((item, index) => `${index + 1}. ${(item as { text: string }).text}`).join('\n') : '';

const paymentAsked: NoticeSpec = {
  template: ({ body }) => (Number(body?.total) > Number(body?.paid) ? 'dossiers.payment-asked' : undefined),
  values: ({ entry, told, locale }) => ({
    amount: moneyText(Number(entry.body?.total) - Number(entry.body?.paid), locale),
    clock: told.hasTerm ? texts(locale).clockStopped : '',
  }),
};

const paymentReceived: NoticeSpec = {
  template: ({ body }) => (body?.settles === true ? 'dossiers.payment-received' : undefined),
  values: ({ entry, told, locale }) => ({
    amount: moneyText(Number(entry.body?.paid), locale),
    clock: told.hasTerm ? texts(locale).clockRuns : '',
  }),
};

/** The same reckoning as the timer's, from the same entry. */
const draftSent: NoticeSpec = {
  template: always('dossiers.draft-sent'),
  values: ({ entry, told, locale, legal }) => ({
    place: told.office(locale),
    until: timeInSentence(
      legal.dueAt(instant(entry.at), entry.body?.silence_confirms as string, { unit: told.competentUnit }),
      locale,
    ),
  }),
};

const resultIssued: NoticeSpec = {
  template: ({ dims }) => {
    if (dims?.outcome === 'rejected') return 'dossiers.result-rejected';
    return dims?.early === true ? 'dossiers.result-early' : 'dossiers.result-issued';
  },
  values: (occasion) => ({
    ...byOffice(occasion),
    receive: receiveIn(occasion),
    due: occasion.told.dueAt === null ? '' : timeInSentence(occasion.told.dueAt, occasion.locale),
  }),
};

const resultReturned: NoticeSpec = {
  template: always('dossiers.result-returned'),
  values: ({ entry, locale }) => ({ at: when(entry.at, locale) }),
};

/** Told before the time that was promised has passed. */
const apology: NoticeSpec = {
  template: always('dossiers.apology'),
  by: ({ body }) => instant(body?.was_due as string),
  values: (occasion) => ({
    ...byOffice(occasion),
    ...reasonOf(occasion),
    was_due: when(occasion.entry.body?.was_due, occasion.locale),
    new_due: when(occasion.entry.body?.new_due, occasion.locale),
  }),
};

const silence: NoticeSpec = {
  template: always('dossiers.silence'),
  values: (occasion) => ({ ...byOffice(occasion), basis: occasion.entry.body?.basis as string }),
};

const refused: NoticeSpec = { template: always('dossiers.refused'), values: reasonOf };

const endedBecause = (template: string): NoticeSpec => ({
  template: always(template),
  values: (occasion) => ({ ...byOffice(occasion), ...reasonOf(occasion) }),
});

/** By the entry's type. */
export const NOTICES: Readonly<Record<string, NoticeSpec>> = {
  'dossiers.dossier-submitted': submitted,
  'dossiers.dossier-accepted': accepted,
  'dossiers.supplement-asked': supplementAsked,
  'dossiers.dossier-refused': refused,
  'dossiers.processing-refused': endedBecause('dossiers.processing-refused'),
  'dossiers.payment-asked': paymentAsked,
  'dossiers.payment-recorded': paymentReceived,
  'dossiers.draft-sent': draftSent,
  'dossiers.result-issued': resultIssued,
  'dossiers.result-returned': resultReturned,
  'dossiers.result-corrected': {
    template: always('dossiers.result-corrected'),
    values: (occasion) => ({
      ...byOffice(occasion),
      ...reasonOf(occasion),
      number: occasion.entry.body?.number as string,
      old_number: occasion.entry.body?.old_number as string,
    }),
  },
  'dossiers.apology-sent': apology,
  'dossiers.decided-by-silence': silence,
  'dossiers.dossier-stopped': endedBecause('dossiers.stopped'),
};
