/** Parts of a draft: what is edited on one page, what it is called, and which of the definition's properties are its own. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export interface DraftPart {
  readonly key: PartKey;
  /** In addresses: `/nhap/thanh-phan`. */
  readonly path: string;
  readonly title: Required<LocalText>;
  /** Properties of the definition. */
  readonly of: readonly string[];
}

export type PartKey =
  | 'general'
  | 'ways'
  | 'competence'
  | 'legal'
  | 'components'
  | 'form'
  | 'fees'
  | 'results'
  | 'process'
  | 'linked';

export const DRAFT_PARTS: readonly DraftPart[] = [
  {
    key: 'general',
    path: 'chung',
    title: { vi: 'Thông tin chung', en: 'General' },
    of: ['code', 'aliases', 'name', 'synonyms', 'valid', 'field', 'subjects', 'online', 'requirements', 'remarks'],
  },
  {
    key: 'ways',
    path: 'cach-thuc',
    title: { vi: 'Cách thực hiện, thời hạn', en: 'Channels and term' },
    of: ['term', 'channels', 'cases', 'verification', 'draftConfirmation', 'silence'],
  },
  {
    key: 'competence',
    path: 'tham-quyen',
    title: { vi: 'Cơ quan giải quyết', en: 'Who decides' },
    of: ['levels', 'section'],
  },
  {
    key: 'legal',
    path: 'can-cu',
    title: { vi: 'Căn cứ pháp lý', en: 'Legal grounds' },
    of: ['legalBasis'],
  },
  {
    key: 'components',
    path: 'thanh-phan',
    title: { vi: 'Thành phần hồ sơ', en: 'Papers of the dossier' },
    of: ['components'],
  },
  { key: 'form', path: 'bieu-mau', title: { vi: 'Biểu mẫu', en: 'Form' }, of: ['form'] },
  { key: 'fees', path: 'le-phi', title: { vi: 'Phí, lệ phí', en: 'Fees' }, of: ['fees'] },
  { key: 'results', path: 'ket-qua', title: { vi: 'Kết quả', en: 'Results' }, of: ['results'] },
  {
    key: 'process',
    path: 'quy-trinh',
    title: { vi: 'Quy trình nội bộ', en: 'Internal process' },
    of: ['process', 'steps'],
  },
  {
    key: 'linked',
    path: 'lien-thong',
    title: { vi: 'Phần việc liên thông', en: 'Parts of other bodies (linked procedures)' },
    of: ['linked'],
  },
];

/** The part that a place of the definition belongs to: `fees.0.channels`, `steps.check: 3-9`. Linked parts stand in the process and are edited apart. */
export function partOf(at: string): PartKey {
  if (at.startsWith('process.linked')) return 'linked';
  const first = /^[A-Za-z]+/.exec(at)?.[0] ?? '';
  return DRAFT_PARTS.find(({ of }) => of.includes(first))?.key ?? 'general';
}

export const getPart = (key: PartKey): DraftPart => DRAFT_PARTS.find((part) => part.key === key) as DraftPart;
