/** Words of the pages on which indicators are defined. */
import type { LocalText } from '../../i18n/local-text.ts';
import { defineTexts } from '../../i18n/texts.ts';
import type { PeriodKind } from '../definition.ts';

export const DEFINITIONS = '/quan-tri/chi-so';
export const NEW = 'moi';
export const DEFINE = 'indicators.define';
export const pathOf = (code: string): string => `${DEFINITIONS}/${code}`;

export const definingTexts = defineTexts({
  definitions: { vi: 'Định nghĩa chỉ số', en: 'Definitions of indicators' },
  definition: { vi: (code: string) => `Chỉ số ${code}`, en: (code: string) => `Indicator ${code}` },
});

export const fieldTexts = defineTexts({
  code: { vi: 'Mã chỉ số', en: 'Code' },
  nameVi: { vi: 'Tên, tiếng Việt', en: 'Name, in Vietnamese' },
  nameEn: { vi: 'Tên, tiếng Anh', en: 'Name, in English' },
  sector: { vi: 'Nhóm chỉ số', en: 'Sector' },
  measure: { vi: 'Đại lượng', en: 'Measure' },
  filter: { vi: 'Chỉ xét', en: 'Only' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  numeratorWords: { vi: 'Tử số nói bằng lời', en: 'The numerator in words' },
  denominatorWords: { vi: 'Mẫu số nói bằng lời', en: 'The denominator in words' },
  unitVi: { vi: 'Đơn vị tính, tiếng Việt', en: 'Unit, in Vietnamese' },
  unitEn: { vi: 'Đơn vị tính, tiếng Anh', en: 'Unit, in English' },
  period: { vi: 'Kỳ', en: 'Period' },
  cutDay: { vi: 'Ngày chốt số liệu', en: 'Day of the cut' },
  direction: { vi: 'Chiều tốt', en: 'Good is' },
  good: { vi: 'Ngưỡng tốt', en: 'Good from' },
  warn: { vi: 'Ngưỡng cảnh báo', en: 'Alarm beyond' },
  sourceVi: { vi: 'Nguồn số liệu, tiếng Việt', en: 'Source, in Vietnamese' },
  sourceEn: { vi: 'Nguồn số liệu, tiếng Anh', en: 'Source, in English' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  confirm: { vi: 'Căn cứ', en: 'The basis is' },
  noteVi: { vi: 'Ghi chú, tiếng Việt', en: 'Note, in Vietnamese' },
  noteEn: { vi: 'Ghi chú, tiếng Anh', en: 'Note, in English' },
  since: { vi: 'Đếm từ ngày', en: 'Counts from' },
});

export const PERIOD_WORDS: Readonly<Record<PeriodKind, Required<LocalText>>> = {
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  year: { vi: 'năm', en: 'year' },
};

export const CODE_TEXTS = {
  up: { vi: 'càng cao càng tốt', en: 'higher' },
  down: { vi: 'càng thấp càng tốt', en: 'lower' },
  confirm: { vi: 'chờ xác nhận', en: 'to be confirmed' },
} as const satisfies Readonly<Record<string, Required<LocalText>>>;
