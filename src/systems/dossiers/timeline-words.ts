/** Words of the timeline: what each entry of a dossier says happened, why and what follows, in both languages. */
import { findInstant } from '../../platform/calendar/instant.ts';
import { parseTerm, termInWords } from '../../platform/calendar/term.ts';
import type { Json } from '../../platform/db/json.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { moneyText } from '../../platform/text/money.ts';
import { timeInSentence } from '../../platform/text/vietnamese-date.ts';
import { lookupEntries } from '../lookups/index.ts';
import { type DossierState, partName } from './dossier-state.ts';
import { offlineNotes } from './offline/offline-notes.ts';
import { refusedBecause } from './register-refusal.ts';

type Body = Readonly<Record<string, Json>>;
type About = Pick<DossierState, 'steps' | 'definition' | 'consultations'>;

export function stepName(
  { steps, definition }: Pick<DossierState, 'steps' | 'definition'>,
  key: Json | undefined,
): LocalText {
  const known = steps.find((step) => step.key === key) ?? definition.process?.steps.find((step) => step.key === key);
  return known?.name ?? { vi: textOf(key) };
}

const LOOKED_UP: Readonly<Record<string, LocalText>> = {
  found: { vi: 'Có thông tin.', en: 'Found.' },
  unknown: { vi: 'Không có thông tin.', en: 'Not found.' },
  mismatch: { vi: 'Không khớp với thông tin đã khai.', en: 'It says otherwise than was stated.' },
  unavailable: { vi: 'Cơ sở dữ liệu không trả lời.', en: 'The register did not answer.' },
};

/** Where the step says more than the kind of act. */
export const ACTS: Readonly<Record<string, (body: Body, dossier: About) => LocalText>> = {
  'dossiers.step-completed': (body, dossier) => {
    const { vi, en } = stepName(dossier, body.step);
    return { vi: `Xong: ${lower(vi)}`, en: `Done: ${lower(en ?? vi)}` };
  },
  'lookups.person-looked-up': () => lookupEntries['lookups.person-looked-up'].title,
  'dossiers.draft-answered': ({ answer }) =>
    answer === 'objected'
      ? { vi: 'Đề nghị sửa bản dự thảo', en: 'Asked for the draft to be changed' }
      : answer === 'silent'
        ? { vi: 'Hết hạn xác nhận bản dự thảo: coi như đồng ý', en: 'No answer to the draft in time: taken as agreed' }
        : { vi: 'Đồng ý bản dự thảo', en: 'Agreed to the draft' },
  'dossiers.result-signed': ({ outcome }) =>
    outcome === 'rejected'
      ? { vi: 'Ký văn bản từ chối giải quyết', en: 'Refusal signed' }
      : { vi: 'Ký kết quả', en: 'Result signed' },
};

interface Telling {
  readonly body: Body;
  readonly contents: Readonly<Record<string, Json>>;
  readonly dossier: About;
}

export const DETAILS: Readonly<Record<string, (telling: Telling) => LocalText[]>> = {
  'dossiers.dossier-submitted': ({ body }) => [
    said('Cơ quan trả lời trước', 'The office answers before', body.answer_by, '.'),
  ],
  'dossiers.received-offline': ({ body }) => [said('Gửi lên lúc', 'Sent in', body.sent, '.'), ...offlineNotes(body)],
  'dossiers.dossier-accepted': ({ body, dossier }) => [
    ...(typeof body.promised === 'string'
      ? [said('Hẹn trả kết quả trước', 'The result is promised before', body.promised, '.')]
      : []),
    nextStep(dossier, body.next_step),
  ],
  'dossiers.supplement-asked': ({ contents }) => [
    ...itemTexts(contents.items),
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.supplement-supplied': ({ body, contents }) => [
    written('Ghi chú', 'Note', contents.note),
    ...(body.restarts === true
      ? [{ vi: 'Thời hạn giải quyết được tính lại từ đầu.', en: 'The term began again from the start.' }]
      : []),
  ],
  'dossiers.dossier-refused': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.exemption-judged': ({ body, contents }) => [
    body.holds === true
      ? { vi: 'Đúng diện miễn, giảm.', en: 'The exemption holds.' }
      : { vi: 'Không đúng diện: thu đủ phí, lệ phí.', en: 'It does not hold: the full fees are owed.' },
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.dossier-withdrawn': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.processing-refused': ({ body, contents }) => [
    written('Lý do', 'Reason', contents.reason),
    ...(body.late === true ? [said('Quá thời hạn giải quyết', 'After the processing limit', body.due, '.')] : []),
  ],
  'dossiers.early-result-told': ({ body }) => [TOLD_BY[textOf(body.how)] ?? { vi: '' }],
  'dossiers.dossier-stopped': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.payment-asked': ({ body, contents }) => {
    const owed = Number(body.total) - Number(body.paid);
    return [
      written('Theo thông báo', 'By the notice', contents.notice),
      {
        vi: `Phải nộp ${moneyText(owed)}. Đồng hồ tạm dừng cho đến khi nộp xong.`,
        en: `${moneyText(owed, 'en')} to pay. The clock stands still until it is paid.`,
      },
    ];
  },
  'dossiers.payment-recorded': ({ body }) => [
    {
      vi: `Đã nhận ${moneyText(Number(body.amount))} ${body.by === 'bank' ? 'qua ngân hàng' : 'tại quầy'}.`,
      en: `${moneyText(Number(body.amount), 'en')} received ${body.by === 'bank' ? 'through the bank' : 'at the counter'}.`,
    },
  ],
  'dossiers.step-completed': ({ body, contents, dossier }) => [
    written('Ý kiến', 'Opinion', contents.note),
    nextStep(dossier, body.next_step),
  ],
  'dossiers.step-sent-back': ({ body, contents, dossier }) => [
    nextStep(dossier, body.to_step),
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.draft-sent': ({ body }) => {
    const { term } = parseTerm(textOf(body.silence_confirms));
    const words = term && termInWords(term);
    return [
      {
        vi: `Không trả lời trong ${words?.vi ?? ''} thì coi như đồng ý.`,
        en: `No answer within ${words?.en ?? ''} counts as agreement.`,
      },
    ];
  },
  'dossiers.draft-answered': ({ contents }) => [written('Nội dung cần sửa', 'What should change', contents.objection)],
  'dossiers.result-signed': ({ contents }) => [written('Lý do', 'Reason', contents.reason)],
  'dossiers.result-issued': ({ body }) => [{ vi: `Số ${textOf(body.number)}.`, en: `Number ${textOf(body.number)}.` }],
  'dossiers.result-corrected': ({ body, contents }) => [
    {
      vi: `Văn bản số ${textOf(body.number)} đính chính văn bản số ${textOf(body.old_number)}.`,
      en: `Paper ${textOf(body.number)} corrects paper ${textOf(body.old_number)}.`,
    },
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.result-returned': ({ body }) => [HOW[textOf(body.how)] ?? { vi: '' }],
  'dossiers.apology-sent': ({ body, contents }) => [
    said('Hẹn lại trước', 'The new time is', body.new_due, '.'),
    written('Lý do', 'Reason', contents.reason),
  ],
  'dossiers.due-reckoned-again': ({ body, dossier }) => [
    said('Hạn trả là', 'Due at', body.due, '.'),
    said('Hạn của bước là', 'The step is due at', body.step_due, '.'),
    said('Hạn trả lời là', 'The answer is due at', body.answer_by, '.'),
    ...askedOf(body.asked ?? []).map(({ consultation, due }) => {
      const { vi, en = vi } = unitOf(dossier, consultation);
      return said(`${vi} trả lời trước`, `${en} answers before`, due, '.');
    }),
  ],
  'dossiers.apology-drafted': ({ body }) => [said('Đề xuất hẹn lại trước', 'It proposes', body.proposed, '.')],
  'dossiers.opinion-asked': ({ body, dossier }) =>
    askedOf(body.asked).map(({ consultation, due }) => {
      const { vi, en = vi } = unitOf(dossier, consultation);
      return said(`${vi} trả lời trước`, `${en} answers before`, due, '.');
    }),
  'dossiers.opinion-given': ({ body, dossier }) => {
    const { vi, en = vi } = unitOf(dossier, body.consultation);
    return [
      body.late === true
        ? { vi: `${vi} đã trả lời, sau thời hạn.`, en: `${en} has answered, after its deadline.` }
        : { vi: `${vi} đã trả lời.`, en: `${en} has answered.` },
    ];
  },
  'dossiers.opinion-reminded': ({ body, dossier }) => aboutOpinion(body, dossier),
  'dossiers.opinion-overdue': ({ body, dossier }) => aboutOpinion(body, dossier),
  'dossiers.parts-opened': ({ body, dossier }) =>
    askedOf(body.parts).map(({ consultation, due, part }) => {
      const [unit, what] = [unitOf(dossier, consultation), partName(dossier, textOf(part))];
      return said(`${what.vi}: ${unit.vi} làm xong trước`, `${inEnglish(what)}: ${inEnglish(unit)}, before`, due, '.');
    }),
  'dossiers.part-ended': ({ body, dossier }) => {
    const [unit, what] = [unitOf(dossier, body.consultation), partName(dossier, textOf(body.part))];
    const how = PART_ENDED[textOf(body.outcome)] ?? { vi: '' };
    const late = body.late === true;
    return [
      {
        vi: `${what.vi} (${unit.vi}): ${how.vi}${late ? ', sau thời hạn' : ''}.`,
        en: `${inEnglish(what)} (${inEnglish(unit)}): ${inEnglish(how)}${late ? ', after its deadline' : ''}.`,
      },
      ...(typeof body.reference === 'string' ? [{ vi: `Số ${body.reference}.`, en: `Number ${body.reference}.` }] : []),
    ];
  },
  'dossiers.part-reopened': ({ body, dossier }) => aboutPart(body, dossier),
  'dossiers.part-reminded': ({ body, dossier }) => aboutPart(body, dossier),
  'dossiers.part-overdue': ({ body, dossier }) => aboutPart(body, dossier),
  'dossiers.register-answered': ({ body }) => [
    body.answer === 'done' ? (TAKEN[textOf(body.register)] ?? { vi: '' }) : refusedBecause(textOf(body.refusal)),
  ],
  'lookups.person-looked-up': ({ body }) => [LOOKED_UP[textOf(body.answer)] ?? { vi: '' }],
  'dossiers.component-answered': ({ body, dossier }) => {
    const { vi, en = vi } = dossier.definition.components.find(({ key }) => key === body.component)?.name ?? {
      vi: textOf(body.component),
    };
    return [said(`${vi}: không cần giấy, tra cứu lúc`, `${en}: no paper, asked at`, body.asked_at, '.')];
  },
  'dossiers.decided-by-silence': ({ body }) => [
    { vi: `Căn cứ: ${textOf(body.basis)}.`, en: `Basis: ${textOf(body.basis)}.` },
  ],
};

/** What the offices tell each other, for officers alone. */
export const INSIDE: Readonly<Record<string, (contents: Telling['contents']) => LocalText[]>> = {
  'dossiers.dossier-redirected': ({ reason }) => [written('Lý do', 'Reason', reason)],
  'dossiers.dossier-assigned': ({ reason }) => [written('Lý do', 'Reason', reason)],
  'dossiers.apology-drafted': ({ letter }) => [written('Thư', 'Letter', letter)],
  'dossiers.opinion-asked': ({ question }) => [written('Nội dung', 'Question', question)],
  'dossiers.part-reopened': ({ reason }) => [written('Lý do', 'Reason', reason)],
  'dossiers.part-ended': ({ note }) => [written('Ghi chú', 'Note', note)],
  'dossiers.opinion-given': ({ opinion }) => [written('Ý kiến', 'Opinion', opinion)],
};

const aboutOpinion = (body: Body, dossier: About): LocalText[] => {
  const { vi, en = vi } = unitOf(dossier, body.consultation);
  return [said(`${vi}, hạn trả lời`, `${en}, due`, body.due, '.')];
};

const aboutPart = (body: Body, dossier: About): LocalText[] => {
  const [unit, what] = [unitOf(dossier, body.consultation), partName(dossier, textOf(body.part))];
  return [said(`${what.vi} (${unit.vi}), hạn`, `${inEnglish(what)} (${inEnglish(unit)}), due`, body.due, '.')];
};

const PART_ENDED: Readonly<Record<string, LocalText>> = {
  done: { vi: 'đã xong', en: 'done' },
  refused: { vi: 'không giải quyết được', en: 'refused' },
  'called-off': { vi: 'thôi thực hiện', en: 'called off' },
};

const inEnglish = ({ vi, en = vi }: LocalText): string => en;

interface Asked {
  readonly consultation: Json;
  readonly due: Json;
  readonly part: Json | undefined;
}

const askedOf = (asked: Json | undefined): readonly Asked[] =>
  Array.isArray(asked) ? (asked as unknown as readonly Asked[]) : [];

const unitOf = ({ consultations }: About, id: Json | undefined): LocalText =>
  consultations.find((one) => one.id === id)?.unitName ?? { vi: '…' };

const TOLD_BY: Readonly<Record<string, LocalText>> = {
  notice: {
    vi: 'Bằng thông báo của cổng, thư điện tử hoặc tin nhắn.',
    en: 'By a notice of the portal, e-mail or SMS.',
  },
  phone: { vi: 'Qua điện thoại.', en: 'By telephone.' },
  'in-person': { vi: 'Trực tiếp.', en: 'In person.' },
};

const HOW: Readonly<Record<string, LocalText>> = {
  counter: { vi: 'Nhận tại quầy.', en: 'Collected at the counter.' },
  post: { vi: 'Gửi qua bưu chính.', en: 'Sent by post.' },
  electronic: { vi: 'Bản điện tử.', en: 'Electronic copy.' },
};

const TAKEN: Readonly<Record<string, LocalText>> = {
  birth: { vi: 'Đã cấp số định danh cá nhân cho trẻ.', en: 'The child has a personal number.' },
  residence: { vi: 'Đã ghi nơi thường trú mới.', en: 'The new permanent residence is recorded.' },
};

const written = (vi: string, en: string, text: Json | undefined): LocalText =>
  typeof text === 'string' && text !== '' ? { vi: `${vi}: ${text}`, en: `${en}: ${text}` } : { vi: '' };

function said(vi: string, en: string, at: Json | undefined, end: string): LocalText {
  const time = typeof at === 'string' ? findInstant(at) : undefined;
  if (time === undefined) return { vi: '' };
  return { vi: `${vi} ${timeInSentence(time)}${end}`, en: `${en} ${timeInSentence(time, 'en')}${end}` };
}

function nextStep(dossier: About, key: Json | undefined): LocalText {
  if (typeof key !== 'string') return { vi: '' };
  const { vi, en } = stepName(dossier, key);
  return { vi: `Bước tiếp theo: ${lower(vi)}.`, en: `Next: ${lower(en ?? vi)}.` };
}

/** What was asked for, one line each. */
export function itemTexts(items: Json | undefined): LocalText[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item) => {
    const text = item !== null && typeof item === 'object' && !Array.isArray(item) ? item.text : undefined;
    return typeof text === 'string' ? [{ vi: text }] : [];
  });
}

/** Entry bodies are checked when written; a value of another kind in a damaged one is left out. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** With a small first letter, to stand inside a sentence. */
export const lower = (text: string | undefined): string | undefined =>
  text && text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
