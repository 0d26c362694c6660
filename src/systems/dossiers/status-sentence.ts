/** Status in a sentence: where a dossier stands, said to its applicant by name or to anyone who knows its code. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { timeInSentence } from '../../platform/text/vietnamese-date.ts';
import type { ApplicantWords } from './applicant-words.ts';
import { currentStep, type DossierState } from './dossier-state.ts';

type Told = Pick<
  DossierState,
  'status' | 'outcome' | 'waiting' | 'answerDueAt' | 'step' | 'steps' | 'receiveBy' | 'resultNumber'
>;

/** Without `applicant` no name is said: for public tracking. */
export function statusSentence(dossier: Told, applicant?: ApplicantWords): Required<LocalText> {
  const subject = applicant
    ? { vi: `Hồ sơ của ${applicant.full.vi}`, en: `The dossier of ${applicant.full.en}` }
    : { vi: 'Hồ sơ', en: 'The dossier' };
  const you = applicant?.you ?? { vi: 'người nộp', en: 'the applicant' };
  const { vi, en } = predicate(dossier as DossierState, you);
  return { vi: `${subject.vi} ${vi}`, en: `${subject.en} ${en}` };
}

function predicate(dossier: DossierState, you: Required<LocalText>): Required<LocalText> {
  if (dossier.status === 'closed') return ENDED[dossier.outcome ?? 'approved'];
  if (dossier.status === 'decided') {
    return dossier.receiveBy === 'counter'
      ? { vi: 'đã có kết quả, chờ đến nhận.', en: 'has its result, which waits to be collected.' }
      : { vi: 'đã có kết quả.', en: 'has its result.' };
  }
  switch (dossier.waiting) {
    case 'supplement':
      return { vi: `đang chờ ${you.vi} bổ sung.`, en: `waits for ${you.en} to complete it.` };
    case 'financial-obligation':
      return { vi: `đang chờ ${you.vi} nộp tiền.`, en: `waits for ${you.en} to pay.` };
    case 'consultation':
      return { vi: 'đang chờ ý kiến của cơ quan khác.', en: 'waits for the opinion of another office.' };
    case 'draft-confirmation':
      return { vi: `đang chờ ${you.vi} xác nhận bản dự thảo.`, en: `waits for ${you.en} to confirm the draft.` };
    default:
      return dossier.status === 'submitted' ? submitted(dossier) : inHand(dossier);
  }
}

function submitted({ answerDueAt }: DossierState): Required<LocalText> {
  if (answerDueAt === null) return { vi: 'đã được gửi, chờ tiếp nhận.', en: 'was sent and waits to be accepted.' };
  return {
    vi: `đã được gửi. Cơ quan trả lời trước ${timeInSentence(answerDueAt)}.`,
    en: `was sent. The office answers before ${timeInSentence(answerDueAt, 'en')}.`,
  };
}

function inHand(dossier: DossierState): Required<LocalText> {
  const name = currentStep(dossier)?.name;
  if (!name) return { vi: 'đang được giải quyết.', en: 'is being processed.' };
  const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
  return {
    vi: `đang được giải quyết, ở bước ${lower(name.vi)}.`,
    en: `is being processed: ${lower(name.en ?? name.vi)}.`,
  };
}

const ENDED: Readonly<Record<NonNullable<DossierState['outcome']>, Required<LocalText>>> = {
  approved: { vi: 'đã được giải quyết và trả kết quả.', en: 'was decided and its result handed over.' },
  rejected: { vi: 'đã có văn bản từ chối giải quyết.', en: 'was answered with a refusal.' },
  silence: {
    vi: 'được thực hiện: hết thời hạn mà cơ quan không trả lời.',
    en: 'may go ahead: the term ended without an answer.',
  },
  'not-accepted': { vi: 'không được tiếp nhận.', en: 'was not accepted.' },
  withdrawn: { vi: 'đã được rút.', en: 'was withdrawn.' },
  stopped: { vi: 'đã dừng giải quyết.', en: 'was stopped.' },
  refused: { vi: 'đã bị từ chối giải quyết.', en: 'was refused after examination.' },
};
