/** Words of an internal process: actions, places, hours and conditions as a person reads them. */
import { parseTerm } from '../../platform/calendar/term.ts';
import { compileCondition } from '../../platform/conditions/condition.ts';
import { sayCondition } from '../../platform/conditions/explain.ts';
import type { Subject } from '../../platform/conditions/subject.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Step } from './process-definition.ts';

export const ACTION_WORDS: Readonly<Record<Step['actions'][number], Required<LocalText>>> = {
  receive: { vi: 'tiếp nhận', en: 'receive' },
  examine: { vi: 'thẩm định', en: 'examine' },
  'ask-supplement': { vi: 'yêu cầu bổ sung', en: 'ask for papers' },
  refuse: { vi: 'từ chối', en: 'refuse' },
  assign: { vi: 'phân công', en: 'assign' },
  consult: { vi: 'lấy ý kiến', en: 'consult' },
  verify: { vi: 'xác minh', en: 'verify' },
  visit: { vi: 'kiểm tra thực địa', en: 'visit' },
  draft: { vi: 'dự thảo', en: 'draft' },
  'confirm-draft': { vi: 'xin xác nhận dự thảo', en: 'have the draft confirmed' },
  check: { vi: 'kiểm tra dự thảo', en: 'check the draft' },
  'send-back': { vi: 'trả lại bước trước', en: 'send back' },
  approve: { vi: 'duyệt', en: 'approve' },
  sign: { vi: 'ký', en: 'sign' },
  'write-register': { vi: 'ghi sổ', en: 'write the register' },
  'ask-payment': { vi: 'yêu cầu nghĩa vụ tài chính', en: 'ask for payment' },
  number: { vi: 'cấp số', en: 'number' },
  seal: { vi: 'đóng dấu', en: 'seal' },
  return: { vi: 'trả kết quả', en: 'return the result' },
  'post-notice': { vi: 'niêm yết', en: 'post a notice' },
};

export const PAUSE_WORDS: Readonly<Record<NonNullable<Step['pauses']>, Required<LocalText>>> = {
  'financial-obligation': { vi: 'chờ người nộp nộp tiền, đồng hồ dừng', en: 'waits for payment, the clock stops' },
  'draft-confirmation': { vi: 'chờ người nộp xác nhận dự thảo', en: 'waits for the draft to be confirmed' },
  consultation: { vi: 'chờ ý kiến, đồng hồ dừng', en: 'waits for opinions, the clock stops' },
};

const PLACES: Readonly<Record<string, Required<LocalText>>> = {
  'area-police': { vi: 'Công an cấp xã của địa bàn', en: 'Police of the commune' },
  receiving: { vi: 'Bộ phận một cửa nơi nhận', en: 'Receiving one-stop office' },
  competent: { vi: 'Cơ quan có thẩm quyền', en: 'Competent authority' },
  'section:office': { vi: 'Văn phòng', en: 'Office' },
  'section:economy': { vi: 'Phòng Kinh tế', en: 'Economic section' },
  'section:culture-society': { vi: 'Phòng Văn hóa - Xã hội', en: 'Culture and social section' },
};

/** A named unit by its name in the organisation, as far as that was read. */
export const placeWords = (unit: string, units: ReadonlyMap<string, LocalText>): LocalText =>
  PLACES[unit] ?? units.get(unit.slice(unit.indexOf(':') + 1)) ?? { vi: unit.slice(unit.indexOf(':') + 1) };

/** `90` is 1 giờ 30 phút. */
export function minutesWords(minutes: number): Required<LocalText> {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const vi = [hours > 0 ? `${hours} giờ` : '', rest > 0 || hours === 0 ? `${rest} phút` : ''];
  const en = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  return { vi: vi.filter(Boolean).join(' '), en: en.filter(Boolean).join(' ') };
}

const UNITS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  wd: ['ngày làm việc', 'working days'],
  d: ['ngày', 'days'],
  h: ['giờ làm việc', 'working hours'],
  m: ['tháng', 'months'],
};

/** `3wd` is 3 ngày làm việc; what is no term is shown as it is written. */
export function termWords(text: string): Required<LocalText> {
  const { term } = parseTerm(text);
  if (!term) return { vi: text, en: text };
  if (term.count === 0) return { vi: 'trong ngày', en: 'the same day' };
  const [vi, en] = UNITS[term.unit] ?? [term.unit, term.unit];
  return { vi: `${term.count} ${vi}`, en: `${term.count} ${en}` };
}

/** As it is written where it cannot be said. */
export function conditionWords(source: string, subject: Subject | undefined): LocalText {
  const compiled = subject && compileCondition(subject, source);
  if (!compiled?.condition) return { vi: source, en: source };
  const said = sayCondition(compiled.condition);
  return { ...said, vi: said.vi.replace(ASKED, ': ') };
}

/** Labels that ask ("trường hợp của trẻ là gì") are answered, not compared. */
const ASKED = / (?:là gì|là ai|không|nào) là /g;
