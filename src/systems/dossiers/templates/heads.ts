/** Lines of a template beside its blocks, each with its name, whether it may be empty and how long it may be. */
import type { TemplateKind } from '../../../platform/documents/templates/template-store.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export type HeadKey =
  | 'title'
  | 'title_en'
  | 'number'
  | 'rule'
  | 'symbol'
  | 'signers'
  | 'above'
  | 'beside'
  | 'recipients';

export interface Head {
  readonly key: HeadKey;
  readonly label: Required<LocalText>;
  readonly hint?: Required<LocalText>;
  readonly optional?: boolean;
  /** Several lines, below the blocks. */
  readonly rows?: number;
  readonly most: number;
}

const NO_LINE: Required<LocalText> = { vi: 'Mỗi dòng một mục.', en: 'One a line.' };

export const HEADS: Readonly<Record<TemplateKind, readonly Head[]>> = {
  slip: [
    { key: 'title', label: { vi: 'Tên mẫu', en: 'Title' }, most: 200 },
    { key: 'number', label: { vi: 'Số mẫu', en: 'Number of the form' }, optional: true, most: 200 },
    { key: 'rule', label: { vi: 'Văn bản quy định mẫu', en: 'Rule that gives the form' }, optional: true, most: 200 },
    {
      key: 'signers',
      label: { vi: 'Người ký', en: 'Who signs' },
      hint: {
        vi: 'Mỗi người ba dòng: chức danh, ghi chú, trường họ tên. Giữa hai người để một dòng trống.',
        en: 'Three lines for each: title, note, field of the name. An empty line parts two of them.',
      },
      optional: true,
      rows: 7,
      most: 1000,
    },
  ],
  result: [
    { key: 'title', label: { vi: 'Tên giấy, tiếng Việt', en: 'Title, Vietnamese' }, most: 200 },
    { key: 'title_en', label: { vi: 'Tên giấy, tiếng Anh', en: 'Title, English' }, most: 200 },
    {
      key: 'symbol',
      label: { vi: 'Ký hiệu sau số văn bản', en: 'Symbol after the number' },
      hint: { vi: 'Ví dụ GPXD, hoặc {year} cho năm.', en: 'Such as GPXD, or {year} for the year.' },
      most: 40,
    },
    {
      key: 'above',
      label: { vi: 'Dòng trên chức vụ người ký', en: 'Lines above the signer’s position' },
      hint: NO_LINE,
      optional: true,
      rows: 2,
      most: 400,
    },
    {
      key: 'beside',
      label: { vi: 'Người ký giấy bên cạnh', en: 'People who sign beside' },
      hint: { vi: 'Tối đa hai người, mỗi dòng một người.', en: 'Two at most, one a line.' },
      optional: true,
      rows: 2,
      most: 400,
    },
    {
      key: 'recipients',
      label: { vi: 'Nơi nhận', en: 'Recipients' },
      hint: NO_LINE,
      optional: true,
      rows: 3,
      most: 1000,
    },
  ],
};
