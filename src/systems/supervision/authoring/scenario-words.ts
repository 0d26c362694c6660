/** Words that the pages of scenarios share. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { Scenario, Severity } from '../scenario.ts';

type Both = Required<LocalText>;

export const SCENARIOS = '/quan-tri/kich-ban';
export const pathOf = (code: string): string => `${SCENARIOS}/${code}`;
/** No code begins small. */
export const NEW = 'moi';

export const SEVERITY_WORDS: Readonly<Record<Severity, Both>> = {
  low: { vi: 'Thấp', en: 'Low' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  high: { vi: 'Cao', en: 'High' },
  critical: { vi: 'Nghiêm trọng', en: 'Critical' },
};

export const EFFECT_WORDS: Readonly<Record<Scenario['effect'], Both>> = {
  record: { vi: 'Ghi nhận phát hiện', en: 'Record a finding' },
  block: { vi: 'Chặn hành vi', en: 'Block the act' },
};

export const scenarioTexts = defineTexts({
  scenarios: { vi: 'Kịch bản giám sát', en: 'Scenarios of supervision' },
  scenario: { vi: (code: string) => `Kịch bản ${code}`, en: (code: string) => `Scenario ${code}` },
  backTest: { vi: 'Thử trên quá khứ', en: 'Back-test' },
  code: { vi: 'Mã', en: 'Code' },
  titleVi: { vi: 'Tên, tiếng Việt', en: 'Title in Vietnamese' },
  titleEn: { vi: 'Tên, tiếng Anh', en: 'Title in English' },
  title: { vi: 'Tên', en: 'Title' },
  basis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  confirm: { vi: 'Điều chưa xác minh trong căn cứ', en: 'What of the basis is to be confirmed' },
  kind: { vi: 'Loại vụ việc', en: 'Kind of case' },
  looks: { vi: 'Xét khi nào', en: 'When it looks' },
  acts: { vi: 'Các hành vi được xét', en: 'Acts looked at' },
  moment: { vi: 'Mốc thời gian', en: 'Moment' },
  offset: { vi: 'Cách mốc', en: 'Offset from it' },
  condition: { vi: 'Điều kiện vi phạm', en: 'Condition of the violation' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  messageVi: { vi: 'Nội dung phát hiện, tiếng Việt', en: 'What a finding says, in Vietnamese' },
  messageEn: { vi: 'Nội dung phát hiện, tiếng Anh', en: 'What a finding says, in English' },
  tells: { vi: 'Báo cho', en: 'Tells' },
  coolDown: { vi: 'Không lặp lại trong', en: 'Not again within' },
  answerWithin: { vi: 'Thời hạn giải trình', en: 'Time to answer' },
  effect: { vi: 'Hậu quả', en: 'Effect' },
  validFrom: { vi: 'Xét từ ngày', en: 'Looks from' },
  validTo: { vi: 'Xét đến hết ngày', en: 'Looks until' },
  lawful: { vi: 'Ví dụ đúng luật', en: 'Lawful examples' },
  unlawful: { vi: 'Ví dụ vi phạm', en: 'Unlawful examples' },
});
